import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, markedLines, report, run, wilson } from '../../src/guardEvaluate.ts';

const folder = import.meta.dirname;
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const linesOf = (name: string) => markedLines(readFileSync(join(folder, name), 'utf8'));

describe('marked texts', () => {
  it('are read with their marks where they stand, brackets in them too', () => {
    const [one, two] = markedLines(
      '# rubrik\n\n[[person/thai:Nok]] har [[phone:[070]-1740612]].\r\nRen rad\n',
    );
    expect(one!.text).toBe('Nok har [070]-1740612.');
    expect(one!.marks).toEqual([
      { type: 'person', origin: 'thai', start: 0, end: 3 },
      { type: 'phone', origin: undefined, start: 8, end: 21 },
    ]);
    expect(two).toEqual({ text: 'Ren rad', marks: [] });
  });
});

describe('wilson', () => {
  it('gives the interval of the textbook', () => {
    const { low, high } = wilson(92, 100);
    expect(low).toBeCloseTo(0.85, 2);
    expect(high).toBeCloseTo(0.959, 3);
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
    expect(wilson(600, 600).low).toBeGreaterThan(0.993);
  });
});

describe('evaluate', () => {
  const lines = markedLines(
    'nr [[personnummer:850614-9882]] och [[phone:070-1740612]]\nHej [[person/arabic:Amira]] du\nren\nen till\n[[combination:ende sotaren]]',
  );
  const one = evaluate(lines, (text) =>
    text.startsWith('nr')
      ? [
          { type: 'personnummer', start: 3, end: 9 },
          { type: 'phone', start: 0, end: 2 },
        ]
      : text.startsWith('Hej')
        ? [{ type: 'person', start: 0, end: 5 }]
        : text === 'ren'
          ? [{ type: 'email', start: 0, end: 3 }]
          : [],
  );

  it('counts what overlaps as found, and what overlaps nothing against precision', () => {
    expect(one.types.personnummer!.blocked).toMatchObject({ part: 1, whole: 1 });
    expect(one.types.phone!.blocked).toMatchObject({ part: 0, whole: 1 });
    expect(one.types.phone!.precision).toMatchObject({ part: 0, whole: 1 });
    expect(one.types.person!.asked).toMatchObject({ part: 1, whole: 1 });
    expect(one.types.person!.blocked).toMatchObject({ part: 0, whole: 1 });
    expect(one.identifiers).toMatchObject({ part: 1, whole: 2 });
    expect(one.origins.arabic).toMatchObject({ part: 1, whole: 1 });
    expect(one.clean.blocked).toMatchObject({ part: 1, whole: 2 });
    expect(one.clean.asked).toMatchObject({ part: 0, whole: 2 });
    expect(one.combinations).toMatchObject({ part: 0, whole: 1 });
  });

  it('names every miss and every disturbed clean line, unless told to be quiet', () => {
    const said = report(one, false);
    expect(said).toContain('phone: «070-1740612»');
    expect(said).toContain('combination: «ende sotaren»');
    expect(said).toContain('email «ren» in: ren');
    expect(report(one, true)).not.toContain('070-1740612');
  });
});

describe('the command', () => {
  const answer = async (args: readonly string[]): Promise<string> => {
    const output = new PassThrough();
    await run([...args], output);
    return String(output.read() ?? '');
  };

  it('reads files as one and writes for people or for machines', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'samrad-')), 'texts.txt');
    writeFileSync(path, 'nr [[personnummer:850614-9882]]\n');
    const counted = JSON.parse(await answer(['--json', path, path])) as Evaluation;
    expect(counted.identifiers).toMatchObject({ part: 2, whole: 2 });
    expect(counted.speed).toBeGreaterThan(0);
    expect(await answer(['--quiet', path])).toMatch(/personnummer +1\/1 +100\.0 %/);
  });

  it('says how it is used when there is nothing to read, and writes no table', async () => {
    const before = process.exitCode;
    expect(await answer([])).toBe('');
    expect(process.exitCode).toBe(2);
    process.exitCode = before;
  });
});

/** A stranger called them clean, but somebody's own case would be told in the same words. */
const undecided = ['domen i mål nr 2184-20 ligger i teamets mapp'];

describe('the texts kept here', () => {
  const all = texts.flatMap(linesOf);
  const one = evaluate(all);

  it('hold what they are for', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(one.identifiers.whole).toBeGreaterThan(150);
  });

  it('have their identifiers blocked, 98 of 100', () => {
    const missed = one.missed.filter(({ type }) => !/^(?:person|combination)/.test(type));
    expect(one.identifiers.part / one.identifiers.whole, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.98);
  });

  it('have their persons asked about, 98 of 100', () => {
    const { asked } = one.types.person!;
    expect(asked.whole).toBeGreaterThan(250);
    expect(asked.part / asked.whole).toBeGreaterThanOrEqual(0.98);
  });

  it('have no clean line blocked, and at most 5 of 100 asked about', () => {
    const blocked = one.disturbed.filter(({ types }) =>
      types.some((type) => !/^(?:person|combination)/.test(type)),
    );
    expect(blocked.filter(({ line }) => !undecided.some((part) => line.includes(part)))).toEqual([]);
    expect(one.clean.blocked.part).toBe(undecided.length);
    expect(one.clean.asked.part / one.clean.asked.whole).toBeLessThanOrEqual(0.05);
  });
});
