import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colourIcon, outlineIcon } from './icons.ts';
import { png } from './png.ts';
import { manifestFaults } from './schema.ts';
import { type ZipEntry, zip } from './zip.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifestFolder = join(root, 'manifest');
const target = join(root, '.data', 'samrad.zip');

/** What differs between installations; `botId` is the bot's Entra application id, a GUID. */
export type Installation = { botId: string; publicUrl: string; version: string };

/** Stands in where an installation has not been named, so that the package can be looked at. */
export const exampleInstallation: Installation = {
  botId: '7d0f6c1e-4b8a-4f52-9c3d-5e2a1b6f8d90',
  publicUrl: 'https://samrad.example.org',
  version: '1.0.0',
};

/** The files of the app package for one installation, as Teams expects them at the archive's top. */
export function packageFiles(installation: Installation): ZipEntry[] {
  return [
    { name: 'manifest.json', bytes: Buffer.from(filledIn(readText('manifest.json'), installation)) },
    ...['en.json', 'color.png', 'outline.png'].map((name) => ({
      name,
      bytes: readFileSync(join(manifestFolder, name)),
    })),
  ];
}

/** What is wrong with these files by Microsoft's own schemas; empty when Teams would take them. */
export function packageFaults(files: ZipEntry[]): string[] {
  const content = (name: string) => {
    const file = files.find((one) => one.name === name);
    return JSON.parse(file === undefined ? 'null' : file.bytes.toString('utf8'));
  };
  return [
    ...manifestFaults('manifest', content('manifest.json')).map((fault) => `manifest.json${fault}`),
    ...manifestFaults('localization', content('en.json')).map((fault) => `en.json${fault}`),
  ];
}

/**
 * `npm run package`: checks the manifest, writes `.data/samrad.zip` for `BOT_ID` and `PUBLIC_URL`, says what it
 * wrote. `npm run package -- icons` draws the icons anew instead. Faults are printed and end it with code 1.
 */
export async function run(): Promise<void> {
  if (process.argv[3] === 'icons') return drawIcons();
  const named = process.env.BOT_ID !== undefined && process.env.PUBLIC_URL !== undefined;
  const installation = {
    botId: process.env.BOT_ID ?? exampleInstallation.botId,
    publicUrl: (process.env.PUBLIC_URL ?? exampleInstallation.publicUrl).replace(/\/+$/, ''),
    version: manifestVersion(),
  };
  const files = packageFiles(installation);
  const faults = packageFaults(files);
  if (faults.length > 0) {
    console.error(['Paketet skrevs inte / the package was not written:', ...faults].join('\n  '));
    process.exitCode = 1;
    return;
  }
  const archive = zip(files);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, archive);
  console.log(`${target} (${archive.length} byte)`);
  for (const { name, bytes } of files) console.log(`  ${name} (${bytes.length} byte)`);
  console.log(`  botId ${installation.botId}, ${installation.publicUrl}, version ${installation.version}`);
  if (!named) console.log('BOT_ID och PUBLIC_URL saknas: exempelvärden / not set: example values.');
}

function drawIcons(): void {
  writeFileSync(join(manifestFolder, 'color.png'), png(colourIcon()));
  writeFileSync(join(manifestFolder, 'outline.png'), png(outlineIcon()));
}

function filledIn(text: string, { botId, publicUrl, version }: Installation): string {
  const values: Record<string, string> = { BOT_ID: botId, PUBLIC_URL: publicUrl, VERSION: version };
  return text.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest.json: nothing to put for ${whole}`);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** The app's version is the package's: a new one makes Teams offer the update. */
function manifestVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = (read as { version?: unknown }).version;
  return typeof version === 'string' ? version : exampleInstallation.version;
}

const readText = (name: string) => readFileSync(join(manifestFolder, name), 'utf8');
