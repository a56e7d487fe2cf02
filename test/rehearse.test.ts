import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPage } from '../src/rehearse/page.ts';
import { rehearse } from '../src/rehearse/rehearse.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'samrad-rehearse-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run rehearse', () => {
  const played = { output: '', complaints: '', code: -1, group: 0, left: ['?'] };

  beforeAll(async () => {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const child = spawn(process.execPath, [join(root, 'src/start.mjs'), 'rehearse'], {
      cwd: folder,
      detached: true,
      env: { ...process.env, TMPDIR: temporary, PORT: 'not a port', PUBLIC_URL: 'https://bot.example.org' },
    });
    child.stdout.on('data', (part: Buffer) => (played.output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (played.complaints += part.toString()));
    played.group = child.pid!;
    [played.code] = (await once(child, 'close')) as [number];
    played.left = readdirSync(temporary);
  }, 60_000);

  it('plays to the end and says nothing to complain about', () => {
    expect(played.complaints).toBe('');
    expect(played.output).not.toContain('✗');
    expect(played.code).toBe(0);
  });

  it('leaves no process and no file behind', () => {
    expect(played.left).toEqual([]);
    expect(() => process.kill(-played.group, 0)).toThrow('ESRCH');
  });

  it('shows the whole way from question to outcome', () => {
    const told = [
      '── mån 7 sep kl. 10.00 ─',
      'Maria skriver ny',
      'Maria trycker [Använd den maskerade texten]',
      'Maria trycker [Skicka]',
      'Eva trycker [Acceptera]',
      '  och trycker [Fråga mer]',
      'Omar trycker [Acceptera]',
      'Sara öppnar [Avböj …] och fyller i',
      'Nils trycker [Acceptera]',
      '  och trycker [Boka]',
      '── tors 10 sep kl. 13.00 ─',
      'Ansvaret ligger hos Försäkringskassan.',
      'Karin skriver status',
      'Främlingen ser',
      '✓ Personnumret finns inte i någons chatt',
    ];
    const places = told.map((line) => played.output.indexOf(line));
    expect(told.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('shows the personnummer where Maria typed it and nowhere else', () => {
    const [before, after, ...more] = played.output.split('850614-9882');
    expect(more).toEqual([]);
    expect(before).toMatch(/Maria fyller i\n(?: {4}.*\n)*.*$/u);
    expect(after).toContain('och trycker [Granska]');
    expect(played.output).not.toContain('8506149882');
  });

  it('is at most 80 columns wide, without colour where there is no terminal', () => {
    for (const line of played.output.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(played.output).not.toContain('\u001b');
  });
});

describe('a rehearsal that goes wrong', () => {
  it('says at which step, what was expected and what was seen', async () => {
    const association = JSON.parse(readFileSync(join(root, 'env/klaralvdalen.json'), 'utf8')) as {
      people: { id: string; specialities?: string[] }[];
    };
    // Eva takes no more questions, so that Lars is asked in her place.
    const eva = association.people.find(({ id }) => id === 'fk-eva')!;
    Object.assign(eva, { capacity: 0 });
    const file = join(folder, 'other.json');
    writeFileSync(file, JSON.stringify(association));
    let output = '';
    const page = createPage((part) => (output += part), { colour: false, columns: undefined });
    expect(await rehearse(page, file)).toBe(false);
    expect(output).toContain('✗ Steget "Maria tar den maskerade texten och ser vem som frågas"');
    expect(output).toMatch(/Väntat: Eva Dahl\n {2}Sett:\n {2}Utkast K-/u);
    expect(output).toContain('Lars Wik');
  }, 60_000);
});
