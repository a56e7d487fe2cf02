import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { blocks, type Finding, type FindingType } from './domain/guard/finding.ts';
import { examine } from './domain/guard/verdict.ts';

/** One line of marked text: the text as the guard reads it, and what must be found in it. */
export type Marked = { text: string; marks: readonly Mark[] };
type Mark = { type: string; origin: string | undefined; start: number; end: number };

/** `part` of `whole` with the Wilson interval that holds the true share in 95 of 100 cases; `whole` 0 gives 0–1. */
export type Share = { part: number; whole: number; low: number; high: number };

/** What the guard did with marked lines. Shares of types nobody marked are left out. */
export type Evaluation = {
  lines: number;
  types: Readonly<Record<string, { blocked: Share; asked: Share; precision: Share }>>;
  origins: Readonly<Record<string, Share>>;
  /** Marks of every type but persons and combinations, found by something that blocks. */
  identifiers: Share;
  clean: { asked: Share; blocked: Share; combination: Share };
  combinations: Share;
  missed: readonly { type: string; surface: string; line: string }[];
  disturbed: readonly { types: readonly string[]; surfaces: readonly string[]; line: string }[];
  /** Bytes of UTF-8 judged in a second of processor time, in millions. */
  speed: number;
};

/** Reads `[[type:surface]]` and `[[person/origin:surface]]`; empty lines and `#` headings are no texts. */
export function markedLines(file: string): Marked[] {
  return file
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const marks: Mark[] = [];
      let text = '';
      let from = 0;
      for (const match of line.matchAll(/\[\[([^:\]]+):(.*?)\]\](?!\])/g)) {
        text += line.slice(from, match.index);
        const [type = '', origin] = match[1]!.split('/');
        marks.push({ type, origin, start: text.length, end: text.length + match[2]!.length });
        text += match[2]!;
        from = match.index + match[0].length;
      }
      return { text: text + line.slice(from), marks };
    });
}

/** Wilson's score interval at 95 %. */
export function wilson(part: number, whole: number): Share {
  if (whole === 0) return { part, whole, low: 0, high: 1 };
  const z = 1.959964;
  const p = part / whole;
  const middle = p + (z * z) / (2 * whole);
  const reach = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const under = 1 + (z * z) / whole;
  return {
    part,
    whole,
    low: Math.max(0, (middle - reach) / under),
    high: Math.min(1, (middle + reach) / under),
  };
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const share = <T>(all: readonly T[], is: (one: T) => boolean): Share =>
  wilson(all.filter(is).length, all.length);

/** Bytes judged in a microsecond of the processor once the code is warm, as in a bot that has run for a while: the best of many rounds. */
function speedOf(lines: readonly Marked[], judged: (text: string) => readonly Finding[]): number {
  const bytes = lines.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const enough = 2_500_000;
  let least = Number.POSITIVE_INFINITY;
  for (let spent = 0, round = 0; round < 4 || (round < 400 && spent < enough); round += 1) {
    const before = process.cpuUsage();
    for (const { text } of lines) judged(text);
    const { user, system } = process.cpuUsage(before);
    spent += user + system;
    least = Math.min(least, Math.max(1, user + system));
  }
  return bytes / least;
}

/** Judges every line and counts. `judged` is the guard, or something to compare it with. */
export function evaluate(
  lines: readonly Marked[],
  judged: (text: string) => readonly Finding[] = examine,
): Evaluation {
  const found = lines.map(({ text }) => judged(text));

  const marks = lines.flatMap(({ text, marks }, i) =>
    marks.map((mark) => {
      const hits = found[i]!.filter((finding) => overlap(finding, mark));
      return {
        ...mark,
        text,
        surface: text.slice(mark.start, mark.end),
        blocked: hits.some(({ type }) => blocks(type)),
        asked: hits.some(({ type }) => type !== 'combination'),
        combined: hits.some(({ type }) => type === 'combination'),
      };
    }),
  );
  const findings = lines.flatMap(({ marks }, i) =>
    found[i]!.map((finding) => ({ ...finding, right: marks.some((mark) => overlap(mark, finding)) })),
  );
  const singles = marks.filter(({ type }) => type !== 'combination');
  const named = [...new Set([...singles, ...findings].map(({ type }) => type))].sort();
  const clean = lines
    .map((line, i) => ({ ...line, findings: found[i]! }))
    .filter(({ marks }) => marks.length === 0);
  const told = lines
    .map(({ text, marks }, i) => ({ text, marks: marks.filter(({ type }) => type === 'combination'), i }))
    .filter(({ marks }) => marks.length > 0);
  const has = (type: FindingType) => (one: { findings: readonly Finding[] }) =>
    one.findings.some((finding) => finding.type === type);
  const stops = (one: { findings: readonly Finding[] }) => one.findings.some(({ type }) => blocks(type));

  return {
    lines: lines.length,
    types: Object.fromEntries(
      named
        .filter((type) => type !== 'combination')
        .map((type) => {
          const own = singles.filter((mark) => mark.type === type);
          return [
            type,
            {
              blocked: share(own, ({ blocked }) => blocked),
              asked: share(own, ({ asked }) => asked),
              precision: share(
                findings.filter((finding) => finding.type === type),
                ({ right }) => right,
              ),
            },
          ];
        }),
    ),
    origins: Object.fromEntries(
      [...new Set(singles.flatMap(({ origin }) => origin ?? []))].sort().map((origin) => [
        origin,
        share(
          singles.filter((mark) => mark.origin === origin),
          ({ asked }) => asked,
        ),
      ]),
    ),
    identifiers: share(
      singles.filter(({ type }) => type !== 'person'),
      ({ blocked }) => blocked,
    ),
    clean: {
      asked: share(clean, (one) => !stops(one) && has('person')(one)),
      blocked: share(clean, stops),
      combination: share(clean, has('combination')),
    },
    combinations: share(told, ({ i }) => found[i]!.some(({ type }) => type === 'combination')),
    missed: marks
      .filter(({ type, blocked, asked, combined }) =>
        type === 'person' ? !asked : type === 'combination' ? !combined : !blocked,
      )
      .map(({ type, origin, surface, text }) => ({
        type: origin ? `${type}/${origin}` : type,
        surface,
        line: text,
      })),
    disturbed: clean
      .filter(({ findings }) => findings.length > 0)
      .map(({ text, findings }) => ({
        types: findings.map(({ type }) => type),
        surfaces: findings.map(({ start, end }) => text.slice(start, end)),
        line: text,
      })),
    speed: speedOf(lines, judged),
  };
}

const percent = (value: number): string => (value * 100).toFixed(1);
const shown = ({ part, whole, low, high }: Share): string =>
  whole === 0
    ? '–'.padStart(30)
    : `${part}/${whole}`.padStart(9) +
      `${percent(part / whole)} %`.padStart(9) +
      ` [${percent(low)}–${percent(high)}]`.padEnd(14);

/** The counts as a table for people; with `quiet` without the missed marks and the disturbed lines. */
export function report(one: Evaluation, quiet: boolean): string {
  const rows = (all: readonly (readonly [string, Share])[]): string[] =>
    all.map(([name, value]) => `${name.padEnd(34)}${shown(value)}`);
  const lists = quiet
    ? []
    : [
        '',
        `Missed: ${one.missed.length}`,
        ...one.missed.map(({ type, surface, line }) => `  ${type}: «${surface}» in: ${line}`),
        '',
        `Clean lines disturbed: ${one.disturbed.length}`,
        ...one.disturbed.map(
          ({ types, surfaces, line }) =>
            `  ${types.map((type, i) => `${type} «${surfaces[i]}»`).join(', ')} in: ${line}`,
        ),
      ];
  return [
    `${one.lines} lines, ${one.speed.toFixed(2)} MB/s. In brackets: Wilson's interval at 95 %.`,
    '',
    `${'type'.padEnd(18)}${'recall as block'.padStart(32)}${'recall as ask or block'.padStart(34)}${'precision'.padStart(32)}`,
    ...Object.entries(one.types).map(
      ([type, { blocked, asked, precision }]) =>
        `${type.padEnd(18)}${[blocked, asked, precision].map((value) => shown(value).padStart(32)).join(' ')}`,
    ),
    '',
    ...rows([
      ['identifiers, recall as block', one.identifiers],
      ['clean lines asked about', one.clean.asked],
      ['clean lines blocked', one.clean.blocked],
      ['clean lines told as combination', one.clean.combination],
      ['combination lines found', one.combinations],
    ]),
    '',
    ...rows(Object.entries(one.origins).map(([origin, value]) => [`persons, ${origin}`, value])),
    ...lists,
    '',
  ].join('\n');
}

const usage = 'npm run guard:evaluate -- [--json] [--quiet] FILE…';

/** The command: all files are counted as one. What it measures does not decide the exit code; 2 when it cannot read. */
export async function run(
  args = process.argv.slice(3),
  output: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  let options: { json: boolean; quiet: boolean };
  let files: readonly string[];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new Error(usage);
    options = values;
    files = await Promise.all(positionals.map((name) => readFile(name, 'utf8')));
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : usage}\n`);
    process.exitCode = 2;
    return;
  }
  const one = evaluate(files.flatMap(markedLines));
  output.write(options.json ? `${JSON.stringify(one)}\n` : report(one, options.quiet));
}
