import { livingDeeds, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

/** Months as they are written, whole or shortened, when they are also names. */
const months = set(
  'maj april mar jan juni juli august augusti may june july jun jul apr aug sep okt oct nov dec feb',
);
const english = set('april may june july august');
/** What is said of a month and of nobody. */
const filled = set(
  'mig oss dig bra bäst inte bort bättre sämre lättare svårare jobbig jobbigt kaos värst bäst full fullt tung tungt rörig rörigt körig körigt lång långt hektisk hektiskt späckad späckat fullbokad fullbokat bokad bokat tidigt sent sista första slut lugn lugnt stängd stängt tidigast senast',
);
const between = set('för alldeles alltid en ett redan nästan helt fullt också nu då snart inte väldigt');

const whenBefore = set('efter före innan inför runt kring över till på om');
/** Holidays, those that are also names among them. */
const feasts = set(
  'lucia valborg kristi advent jul julen påsk påsken pingst midsommar nyår allhelgona trettonhelgen himmelsfärd ramadan easter eid nationaldagen trettondagen',
);

/** "Lucia, Valborg och Kristi himmelsfärd", "över Valborg": a holiday beside another, or behind what only days stand behind. */
export function inFeasts(text: Normalised, i: number): boolean {
  const { words } = text;
  if (!feasts.has(words[i]!.key)) return false;
  if (words[i + 1]?.lower.startsWith('himmelsfärd')) return true;
  if (
    /^(?:lucia|valborg)$/.test(words[i]!.key) &&
    !words[i + 1]?.capital &&
    (whenBefore.has(words[i - 1]?.lower ?? '') ||
      /^(?:är|blir|infaller|firas)$/.test(words[i + 1]?.lower ?? ''))
  )
    return true;
  if (
    /^(?:ramadan|easter)$/.test(words[i]!.key) &&
    !words[i + 1]?.capital &&
    /^(?:under|vid|efter|före|innan|inför|before|after|at|by|until)$/.test(words[i - 1]?.lower ?? '')
  )
    return true;
  const besides = (n: number): boolean => feasts.has(words[n]?.lower ?? '');
  return (
    besides(i - 1) ||
    besides(i + 1) ||
    (/^(?:och|eller|till|samt)$/.test(words[i + 1]?.lower ?? '') && besides(i + 2)) ||
    (/^(?:och|eller|till|samt)$/.test(words[i - 1]?.lower ?? '') && besides(i - 2))
  );
}

/** The words near one, ten to each side. */
const around = ({ words }: Normalised, i: number): readonly Word[] =>
  words.slice(Math.max(0, i - 10), i + 11);

/** "On 4 Mar", "12 Juni", "Mar 4": a month with its day. */
export function inDate(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  if (!months.has(word.key.replace(/'s$/, ''))) return false;
  // "Jan, feb och mars har han fått, april uteblev"
  if (
    !word.capital &&
    word.key !== 'jan' &&
    around(text, i).some((other) => /^(?:feb|mars|jan|okt|nov|dec)$/.test(other.lower))
  )
    return true;
  if (
    /^(?:the|by|until|since|till|during|in|early|late|mid|every|this|last|next)$/.test(
      text.words[i - 1]?.lower ?? '',
    ) &&
    !text.words[i + 1]?.capital
  )
    return english.has(word.key);
  // "Granted from April?"
  if (
    text.words[i - 1]?.lower === 'from' &&
    english.has(word.key) &&
    /^[?.,]|^$/.test(text.text.slice(word.end)) &&
    !/^(?:call|calls|letter|message|mail|text|heard|news|note|input)$/.test(text.words[i - 2]?.lower ?? '')
  )
    return true;
  // "The certificate is from June but the grant runs from May"
  if (
    text.words[i - 1]?.lower === 'from' &&
    english.has(word.key) &&
    around(text, i).some(
      (other, n, near) =>
        other !== word && english.has(other.key) && /^(?:from|in|until|to)$/.test(near[n - 1]?.lower ?? ''),
    )
  )
    return true;
  // "Could April be too early"
  if (
    /^(?:could|would|should|will|might|can)$/.test(text.words[i - 1]?.lower ?? '') &&
    (text.words[i + 1]?.lower === 'be' || word.key.endsWith("'s"))
  )
    return true;
  // "In May, or June if the grant is late"
  const near = (n: number): boolean => months.has(text.words[n]?.key ?? '');
  if (
    /^(?:or|and|och|eller)$/.test(text.words[i - 1]?.lower ?? '')
      ? near(i - 2)
      : near(i + 2) && /^(?:or|and|och|eller)$/.test(text.words[i + 1]?.lower ?? '')
  )
    return true;
  if (!text.numbered) return false;
  const before = text.text.slice(Math.max(0, word.start - 12), word.start);
  if (/(?<![\d.:])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|:?e)?\.? ?$/.test(before)) {
    if (/(?:^|\s)(?:den|on|the) \d{1,2}\S{0,3} $/i.test(before)) return true;
    return (
      !/kl\.? ?\d+\.? $/i.test(before) &&
      !(text.lower.charAt(word.end) === ' ' && isIn(text.words[i + 1], livingDeeds))
    );
  }
  return /^\.? (?:0?[1-9]|[12]\d|3[01])(?![\d.:]|:?a| ?(?:år|bast|mån)|-)/.test(
    text.lower.slice(word.end, word.end + 9),
  );
}

/** "Jan-mars": a month joined to another. */
export const isSpan = ({ key }: { readonly key: string }): boolean => {
  const dash = key.indexOf('-');
  return (
    dash > 0 &&
    key.slice(0, dash) !== key.slice(dash + 1) &&
    months.has(key.slice(0, dash)) &&
    /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/.test(key.slice(dash + 1))
  );
};

/** "Maj är redan full": what only a month can be. */
export function ofCalendar(text: Normalised, i: number): boolean {
  const { words } = text;
  if (
    !months.has(words[i]!.key) ||
    !/^(?:är|blir|blev|var|passar|funkar|går)$/.test(words[i + 1]?.lower ?? '')
  )
    return false;
  let n = i + 2;
  while (n < i + 4 && between.has(words[n]?.lower ?? '')) n += 1;
  return filled.has(words[n]?.lower ?? '') || months.has(words[n]?.key ?? '');
}
