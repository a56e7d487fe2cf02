import type { Values } from '../cards/fields.ts';
import { say } from '../cards/frame.ts';
import type { GuardTalk } from '../cards/guardTalk.ts';
import { type Association, municipalityOf } from '../domain/association.ts';
import { tellingIn } from '../domain/guard/combination.ts';
import { type Finding, type Judgement, judge, judgeFields, mask } from '../domain/guard/verdict.ts';
import { parseReference } from '../domain/reference.ts';
import { consultationFor } from '../features/perform.ts';
import { type Action, type Turn, textInputsOf } from '../features/turn.ts';
import { firstName } from '../features/words.ts';
import { words } from '../texts/words.ts';

/** In the bot a combination of details asks only where few enough people live (product §6). */
const SMALL_MUNICIPALITY = 15_000;

/** What the guard says of the free texts of one press; `pass` when there is nothing to stop for. */
export type Guarded = { verdict: Judgement['verdict']; talk: GuardTalk | undefined; masked: Values };

/** Reads every free text of an action before anything is stored, shown, sent or logged. */
export async function guardInputs(turn: Turn, one: Action, raw: Values): Promise<Guarded> {
  const texts = Object.fromEntries(
    textInputsOf(one).flatMap((name) => (raw[name] ? [[name, raw[name]]] : [])),
  );
  const judged = judgeFields(texts);
  const small = await inSmallPlace(turn, raw);
  const findings = Object.entries(judged).map(
    ([name, judgement]) => [name, counted(judgement, small)] as const,
  );
  const worst = findings.some(([, one]) => one.verdict === 'block')
    ? 'block'
    : findings.some(([, one]) => one.verdict === 'ask')
      ? 'ask'
      : 'pass';
  if (worst === 'pass') return { verdict: 'pass', talk: undefined, masked: raw };
  const { masks } = say(turn).form;
  const hit = findings.filter(([, one]) => one.verdict !== 'pass');
  const masked = hit.map(
    ([name, one]) => [name, mask(texts[name]!, one.findings, (type) => masks[type])] as const,
  );
  return {
    verdict: worst,
    masked: { ...raw, ...Object.fromEntries(masked) },
    talk: {
      verdict: worst,
      types: hit.flatMap(([, one]) => one.findings.map(({ type }) => type)),
      telling: hit.flatMap(([name, one]) =>
        one.findings.some(({ type }) => type === 'combination') ? tellingIn(texts[name]!) : [],
      ),
      split: hit.some(([name, one]) => one.verdict === 'block' && judge(texts[name]!).verdict !== 'block'),
      masked: Object.fromEntries(
        hit.map(([name, one]) => [name, numbered(turn, texts[name]!, one.findings)]),
      ),
    },
  };
}

function numbered(turn: Turn, text: string, findings: readonly Finding[]): string {
  const { masks } = say(turn).form;
  let number = 0;
  return mask(text, findings, (type) => {
    number += 1;
    return `${number} ${masks[type]}`;
  });
}

function counted(judgement: Judgement, small: boolean): Judgement {
  const findings = judgement.findings.filter(({ type }) => small || type !== 'combination');
  const verdict = judgement.verdict === 'pass' && findings.length > 0 ? 'ask' : judgement.verdict;
  return { verdict, findings };
}

async function inSmallPlace(turn: Turn, raw: Values): Promise<boolean> {
  const place = raw.municipality ?? (raw.ref && (await consultationFor(turn, raw.ref))?.request.municipality);
  const places = place ? [place] : turn.reader.municipalities;
  return places.some((id) => (municipalityOf(turn.association, id)?.population ?? 0) < SMALL_MUNICIPALITY);
}

/**
 * The guard over a chat message. The associations' own staff, places and agencies are named in commands
 * (`överlåt K-… Johan Nyström`, `varför Eva?`), so those names, and no others, are read as neutral words.
 */
export function guardMessage(associations: readonly Association[], text: string): Judgement {
  const known = associations
    .flatMap(({ people, municipalities, agencies, functions }) => [
      ...people,
      ...municipalities,
      ...agencies,
      ...functions,
    ])
    .flatMap(({ id, name }) => [name, id])
    .concat(associations.flatMap(({ people }) => people.map(firstName)))
    .sort((a, b) => b.length - a.length);
  let plain = withReferences(withoutWord(text.normalize('NFC')));
  const lower = plain.toLowerCase();
  if (known.some((name) => lower.includes(name.toLowerCase())))
    for (const name of known) plain = withoutName(plain, name);
  return judge(plain);
}

/** A command word is no name where it stands as one, alone or before a reference: `edit` is also a given name. */
function withoutWord(text: string): string {
  const [first = '', second, ...rest] = text.trim().split(/\s+/u);
  const isWord = spokenWords.has(first.toLowerCase()) && (second === undefined || parseReference(second));
  return isWord ? ['ord', ...(second === undefined ? [] : [second]), ...rest].join(' ') : text;
}

/** Without its dashes, one reference in some thousands looks like a street or a name: each is read as it is written. */
const withReferences = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}-])k ?\w{5} ?\w(?![\p{L}\p{N}-])/giu,
    (found) => parseReference(found) ?? found,
  );

const spokenWords: ReadonlySet<string> = new Set(Object.values(words).flatMap(({ sv, en }) => [sv, en]));

function withoutName(text: string, name: string): string {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), 'ord');
}
