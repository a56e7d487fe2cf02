import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '../src/features/index.ts';

const root = resolve(import.meta.dirname, '..', 'src');

/** A source file by its path below `src`. */
type Source = { path: string; text: string };

const sources: readonly Source[] = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));

/** Code without comments, so that what is only spoken of is not taken for done; strings stay. */
const code = (text: string): string =>
  text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (all, string) => (string === undefined ? '' : all),
  );

/** Everything a file imports, types too: packages by name, own files by their path below `src`. */
function importsOf({ path, text }: Source): string[] {
  const found = code(text).matchAll(
    /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? match[4]!)
    .map((name) => (name.startsWith('.') ? join(path, '..', name).replaceAll('\\', '/') : name));
}

const room = (path: string): string => (path.includes('/') ? path.split('/')[0]! : '');
const isOwn = (name: string): boolean =>
  name.endsWith('.ts') || name.endsWith('.mjs') || name.endsWith('.json');

/** A rule of the house: what is wrong with one file, in words; empty when nothing is. */
type Rule = (source: Source) => string[];

/** Files of `rooms` import own files from `own` (rooms, or single files) only, and packages from `packages` only. */
const onlyImports =
  (rooms: readonly string[], own: readonly string[], packages: readonly string[] | 'any'): Rule =>
  (source) =>
    rooms.includes(room(source.path))
      ? importsOf(source).filter((name) =>
          isOwn(name)
            ? !own.includes(room(name)) && !own.includes(name)
            : packages !== 'any' && !packages.some((one) => name === one || name.startsWith(`${one}/`)),
        )
      : [];

/** Only `room` knows these packages. */
const onlyIn =
  (home: string, packages: readonly string[]): Rule =>
  (source) =>
    room(source.path) === home
      ? []
      : importsOf(source).filter((name) =>
          packages.some((one) => name === one || name.startsWith(`${one}/`)),
        );

/** Rooms in which no time and no chance arise: both arrive as values. */
const noClockIn =
  (rooms: readonly string[]): Rule =>
  (source) =>
    rooms.includes(room(source.path))
      ? [
          ...code(source.text).matchAll(
            /new Date\(\s*\)|\bDate\(\s*\)|\bDate\.now\b|\bMath\.random\b|\brandom(?:UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b|\bperformance\.now\b|\bprocess\.hrtime\b|\bTemporal\.Now\b|\bnew Date\s*[;,)\]]/g,
          ),
        ].map(([found]) => found)
      : [];

/**
 * Where time passes and chance is drawn for real: the doors to the world outside, and programs of their own. Everything
 * else is handed both, so that a simulation can decide them.
 */
const outside = ['teams', 'mail', 'local', 'rehearse', 'operate'];
const outsideFiles = ['index.ts', 'app.ts', 'config.ts', 'store/postgres.ts'];
const noRealTime: Rule = ({ path, text }) =>
  outside.includes(room(path)) || outsideFiles.includes(path)
    ? []
    : [
        ...code(text).matchAll(
          /\bset(?:Timeout|Interval|Immediate)\b|\bDate\.now\b|\bnew Date(?:\(\s*\)|\s*[;,)\]])|\bMath\.random\b|\brandomUUID\b|\btimers\/promises\b/g,
        ),
      ].map(([found]) => found);

/** A feature knows the house around it, but no other feature. */
const noOtherFeature: Rule = (source) => {
  const own = /^features\/([^/]+)\//.exec(source.path)?.[1];
  return own === undefined
    ? []
    : importsOf(source).filter((name) => {
        const other = /^features\/([^/]+)\//.exec(name)?.[1];
        return other !== undefined && other !== own;
      });
};

const longest = 300;
/** Pure lists of words and names may be as long as the list is. */
const lists =
  /^(domain\/guard\/(surnames|names|lookalikes|.*[wW]ords?)|texts\/.*|store\/migrations\/.*)\.ts$/;
const notTooLong: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  return lines > longest && !lists.test(path) ? [`${lines} lines`] : [];
};

/** Every verb that is named where cards are drawn: a text of that shape is nothing else there. */
const verbsOf = ({ path, text }: Source): string[] =>
  room(path) === 'cards' || path === 'features/helpReply.ts'
    ? [...code(text).matchAll(/'([a-z]+\.[A-Za-z-]+)'/g)].map((match) => match[1]!)
    : [];

const verbs = new Set(features.flatMap(({ actions }) => Object.keys(actions)));
/** What runs before any feature, and carries on with the verb it interrupted. */
const ofTheGuard = ['guard.mask', 'guard.keep'];
const hasAction: Rule = (source) =>
  verbsOf(source).filter((verb) => !verbs.has(verb) && !ofTheGuard.includes(verb));

const noBarrel: Rule = ({ path, text }) => {
  const rest = code(text)
    .replace(/export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*from\s*['"][^'"]+['"];?/g, '')
    .trim();
  return rest === '' && text.trim() !== '' ? [`${path} only passes things on`] : [];
};

const connector = [
  'botbuilder',
  'botframework-connector',
  'botframework-schema',
  '@microsoft/teams-ai',
  'restify',
];

const rules: Readonly<Record<string, { rule: Rule; broken: Source[] }>> = {
  'the domain imports date-fns and itself only': {
    rule: onlyImports(['domain'], ['domain'], ['date-fns']),
    broken: [
      { path: 'domain/a.ts', text: "import { z } from 'zod';" },
      { path: 'domain/life/a.ts', text: "import type { Store } from '../../store/database.ts';" },
      { path: 'domain/a.ts', text: "import { createHash } from 'node:crypto';" },
      { path: 'domain/a.ts', text: "export { talk } from '../texts/talk.ts';" },
      { path: 'domain/a.ts', text: "const late = await import('../log.ts');" },
      { path: 'domain/a.ts', text: "import {\n  a,\n  b,\n} from '../features/turn.ts';" },
      { path: 'domain/a.ts', text: "import '../config.ts';" },
    ],
  },
  'no clock and no randomness in domain, cards, features and texts': {
    rule: noClockIn(['domain', 'cards', 'features', 'texts']),
    broken: [
      { path: 'domain/a.ts', text: 'const now = new Date();' },
      { path: 'cards/a.ts', text: 'const now = Date.now();' },
      { path: 'features/b/feature.ts', text: "import { randomUUID } from 'node:crypto'; randomUUID();" },
      { path: 'texts/a.ts', text: 'export const pick = () => Math.random();' },
    ],
  },
  'time and chance are handed in': {
    rule: noRealTime,
    broken: [
      { path: 'worker.ts', text: 'setTimeout(wake, 10);' },
      { path: 'bot.ts', text: 'const ticks = setInterval(tick, 1000);' },
      { path: 'store/outbox.ts', text: 'const now = Date.now();' },
      { path: 'dues.ts', text: 'runDue(house, new Date());' },
      { path: 'delivery.ts', text: 'const jitter = Math.random();' },
      { path: 'worker.ts', text: "import { randomUUID } from 'node:crypto';" },
      { path: 'dispatch/handle.ts', text: "import { setTimeout } from 'node:timers/promises';" },
    ],
  },
  'only teams knows the bot framework and restify': {
    rule: onlyIn('teams', connector),
    broken: [
      { path: 'app.ts', text: "import restify from 'restify';" },
      { path: 'features/b/feature.ts', text: "import { Application } from '@microsoft/teams-ai';" },
      { path: 'dispatch/handle.ts', text: "import type { Activity } from 'botbuilder';" },
      { path: 'delivery.ts', text: "import type { Activity } from 'botframework-schema/lib/x';" },
    ],
  },
  'only mail knows nodemailer': {
    rule: onlyIn('mail', ['nodemailer']),
    broken: [{ path: 'mailDelivery.ts', text: "import { createTransport } from 'nodemailer';" }],
  },
  'the room of mail knows no card, text, feature or store': {
    rule: onlyImports(['mail'], ['mail', 'log.ts', 'teams/sender.ts', 'teams/serviceUrl.ts'], 'any'),
    broken: [{ path: 'mail/a.ts', text: "import { reachTexts } from '../texts/reach.ts';" }],
  },
  'only the store knows SQL': {
    rule: onlyIn('store', ['kysely', 'better-sqlite3', 'pg', 'node:sqlite']),
    broken: [
      { path: 'features/b/feature.ts', text: "import { sql } from 'kysely';" },
      { path: 'app.ts', text: "import Database from 'better-sqlite3';" },
    ],
  },
  'a feature imports no other feature': {
    rule: noOtherFeature,
    broken: [
      { path: 'features/b/feature.ts', text: "import { help } from '../help/feature.ts';" },
      { path: 'features/b/deep/part.ts', text: "import { x } from '../../legs/feature.ts';" },
    ],
  },
  'cards know domain and texts, no store, feature or connector': {
    rule: onlyImports(['cards'], ['cards', 'domain', 'texts'], []),
    broken: [
      { path: 'cards/a.ts', text: "import { list } from '../store/consultationList.ts';" },
      { path: 'cards/a.ts', text: "import type { Turn } from '../features/turn.ts';" },
      { path: 'cards/a.ts', text: "import type { Card } from '../teams/incoming.ts';" },
    ],
  },
  'texts know the domain only': {
    rule: onlyImports(['texts'], ['texts', 'domain'], ['date-fns']),
    broken: [
      { path: 'texts/a.ts', text: "import { card } from '../cards/parts.ts';" },
      { path: 'texts/a.ts', text: "import { z } from 'zod';" },
    ],
  },
  'the store knows no card, text, feature or connector': {
    rule: onlyImports(['store'], ['store', 'domain'], 'any'),
    broken: [{ path: 'store/a.ts', text: "import { talkTexts } from '../texts/talk.ts';" }],
  },
  'the connector’s room knows no card, text, feature or store': {
    rule: onlyImports(['teams'], ['teams', 'domain', 'log.ts'], 'any'),
    broken: [
      { path: 'teams/a.ts', text: "import { findById } from '../store/consultations.ts';" },
      { path: 'teams/a.ts', text: "import { createBot } from '../bot.ts';" },
    ],
  },
  'no file is over 300 lines but pure lists': {
    rule: notTooLong,
    broken: [{ path: 'features/b/feature.ts', text: 'x\n'.repeat(301) }],
  },
  'no file only passes others on': {
    rule: noBarrel,
    broken: [
      { path: 'cards/index.ts', text: "export * from './parts.ts';\nexport { a } from './frame.ts';\n" },
    ],
  },
  'every button has an action': {
    rule: hasAction,
    broken: [
      { path: 'cards/a.ts', text: "button('respond.acccept', t.accept)" },
      { path: 'cards/a.ts', text: "button(\n  may ? 'schedule.wote' : 'schedule.vote',\n  t.vote,\n)" },
    ],
  },
};

describe.each(Object.entries(rules))('%s', (_name, { rule, broken }) => {
  it('holds in every source file', () => {
    const found = sources.flatMap((source) => rule(source).map((what) => `${source.path}: ${what}`));
    expect(found).toEqual([]);
  });

  it.each(broken.map((source) => [source.text.slice(0, 70), source] as const))(
    'would be seen broken by: %s',
    (_text, source) => {
      expect(rule(source)).not.toEqual([]);
    },
  );
});

it('reads the whole source and its imports', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['app.ts', 'domain/life/step.ts', 'start.mjs']),
  );
  const app = sources.find(({ path }) => path === 'app.ts')!;
  expect(importsOf(app)).toEqual(
    expect.arrayContaining(['domain/association.ts', 'teams/server.ts', 'bot.ts']),
  );
  // Each import is of a file that is there: a rule about names would otherwise be blind to a misspelt one.
  const known = new Set(sources.map(({ path }) => path));
  for (const source of sources)
    for (const name of importsOf(source).filter((one) => one.endsWith('.ts'))) expect(known).toContain(name);
  // Every line that begins with import is read as one, none by accident left out.
  for (const source of sources) {
    const lines = code(source.text).match(/^import\b(?!\()/gm)?.length ?? 0;
    expect(importsOf(source).length, source.path).toBeGreaterThanOrEqual(lines);
  }
  expect(code('const a = 1; // new Date()\n/* Date.now() */ const b = "// not a comment";')).toBe(
    'const a = 1; \n const b = "// not a comment";',
  );
});

it('finds the buttons of the cards', () => {
  const used = new Set(sources.flatMap(verbsOf));
  for (const verb of [
    'respond.accept',
    'consultation.show',
    'request.preview',
    'schedule.vote',
    'guard.mask',
  ])
    expect(used).toContain(verb);
});
