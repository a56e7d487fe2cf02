import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { colourIcon, outlineIcon } from '../src/package/icons.ts';
import { exampleInstallation, packageFaults, packageFiles } from '../src/package/package.ts';
import { type ZipEntry, zip } from '../src/package/zip.ts';
import { readPng } from './support/png.ts';
import { unzip } from './support/unzip.ts';

const files = packageFiles(exampleInstallation);
const bytesOf = (name: string): Buffer => files.find((file) => file.name === name)!.bytes;

const manifest = z
  .object({
    id: z.string(),
    name: z.object({ short: z.string(), full: z.string() }),
    description: z.object({ short: z.string(), full: z.string() }),
    developer: z.object({ name: z.string(), websiteUrl: z.string(), privacyUrl: z.string() }).loose(),
    bots: z.array(
      z
        .object({
          botId: z.string(),
          scopes: z.array(z.string()),
          commandLists: z.array(
            z.object({
              scopes: z.array(z.string()),
              commands: z.array(z.object({ title: z.string(), description: z.string() })),
            }),
          ),
        })
        .loose(),
    ),
    validDomains: z.array(z.string()),
  })
  .loose()
  .parse(JSON.parse(bytesOf('manifest.json').toString('utf8')));
const english = z.record(z.string(), z.string()).parse(JSON.parse(bytesOf('en.json').toString('utf8')));
const bot = manifest.bots[0]!;

/** The package with one of its files written anew. */
function butWith(name: string, change: (content: Record<string, unknown>) => void): ZipEntry[] {
  const content: Record<string, unknown> = JSON.parse(bytesOf(name).toString('utf8'));
  change(content);
  return files.map((file) =>
    file.name === name ? { name, bytes: Buffer.from(JSON.stringify(content)) } : file,
  );
}

describe('the app package', () => {
  it("is valid by Microsoft's schemas, the English file too", () => {
    expect(packageFaults(files)).toEqual([]);
  });

  it('is refused with the place of the fault when either file breaks its schema', () => {
    const tooLong = butWith('manifest.json', (content) => {
      content.name = { short: 'x'.repeat(31), full: 'x' };
    });
    expect(packageFaults(tooLong).join()).toContain('manifest.json/name/short');
    const unknown = butWith('en.json', (content) => {
      content['bots[0].commandLists[9].commands[0].title'] = 'x';
    });
    expect(packageFaults(unknown).join()).toContain('en.json');
    const noGuid = packageFiles({ ...exampleInstallation, botId: 'samrad' });
    expect(packageFaults(noGuid).join()).toContain('/bots/0/botId');
  });

  it('holds four files at the top of the archive and nothing of the template is left', () => {
    const read = unzip(zip(files));
    expect([...read.keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(read.get('manifest.json')!.toString('utf8')).not.toContain('${{');
    expect(manifest.id).toBe(exampleInstallation.botId);
    expect(bot.botId).toBe(exampleInstallation.botId);
    expect(manifest.developer.privacyUrl.startsWith(exampleInstallation.publicUrl)).toBe(true);
  });

  it('cannot be broken out of by a value from the environment', () => {
    const odd = packageFiles({ ...exampleInstallation, publicUrl: 'https://x.example/"}' });
    expect(() => packageFaults(odd)).not.toThrow();
  });

  it('asks for no more than a bot needs', () => {
    expect(bot.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.validDomains).toEqual([]);
    expect(manifest.permissions).toEqual(['messageTeamMembers']);
    for (const asking of ['webApplicationInfo', 'authorization', 'devicePermissions', 'composeExtensions'])
      expect(manifest).not.toHaveProperty(asking);
  });
});

describe('the commands in the menus', () => {
  const titles = (list: number) => bot.commandLists[list]!.commands.map(({ title }) => title);

  it('are the Swedish words, at most ten for each place', () => {
    expect(titles(0)).toEqual('hjälp ny mina visa status uppdrag språk acceptera avböj rösta'.split(' '));
    expect(titles(1)).toEqual('hjälp mina status uppdrag'.split(' '));
    expect(bot.commandLists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team', 'groupChat']]);
  });

  it('have an English title and description each, and English has no others', () => {
    const wanted = bot.commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((_, command) =>
        ['title', 'description'].map((part) => `bots[0].commandLists[${list}].commands[${command}].${part}`),
      ),
    );
    expect(Object.keys(english).filter((key) => key.startsWith('bots'))).toEqual(wanted);
    const words = (list: number) =>
      wanted
        .filter((key) => key.includes(`Lists[${list}]`) && key.endsWith('title'))
        .map((key) => english[key]);
    expect(words(0)).toEqual('help new mine show status remit language accept decline vote'.split(' '));
    expect(words(1)).toEqual('help mine status remit'.split(' '));
  });

  it('describe themselves in a line that a phone shows whole', () => {
    const descriptions = bot.commandLists.flatMap(({ commands }) =>
      commands.map(({ description }) => description),
    );
    for (const description of descriptions) expect(description.length).toBeLessThanOrEqual(60);
  });
});

describe('the icons', () => {
  const alpha = (pixels: Uint8Array) => pixels.filter((_, index) => index % 4 === 3);

  it('are the drawn ones, in the sizes Teams asks for', () => {
    for (const [name, drawn, size] of [
      ['color.png', colourIcon(), 192],
      ['outline.png', outlineIcon(), 32],
    ] as const) {
      const read = readPng(readFileSync(new URL(`../manifest/${name}`, import.meta.url)));
      expect([read.width, read.height]).toEqual([size, size]);
      expect(Buffer.compare(read.pixels, drawn.pixels)).toBe(0);
    }
  });

  it('are opaque in colour, and white on transparent in outline', () => {
    expect(alpha(readPng(bytesOf('color.png')).pixels).every((value) => value === 255)).toBe(true);
    const { pixels, width } = readPng(bytesOf('outline.png'));
    const shown = alpha(pixels);
    expect(shown[0]).toBe(0);
    expect(shown[(width / 2) * width + width / 2]).toBe(255);
    for (let at = 0; at < pixels.length; at += 4) {
      expect([pixels[at], pixels[at + 1], pixels[at + 2]]).toEqual([255, 255, 255]);
    }
  });
});
