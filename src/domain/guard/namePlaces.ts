import { deeds, isBelonging, list, namesakes } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { placeNames } from './places.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

const called = /(?:gruppen|teamet|projektet|rummen|verksamheten|-butiken|-boendet|-kaféet|-caféet|-teamet)$/;
/** Whether what is called so is a room, a group, a ward or another thing with a name of its own. */
export const isNamesake = (word: Word): boolean => isIn(word, namesakes) || called.test(word.lower);

const roomNamed =
  /(?<!\p{L})(?:[Rr]um|[Rr]ummet|[Ss]alen?|[Mm]ötesrum|[Kk]onferensrum|[Gg]rupprum|\p{L}*rummen|(?:[Mm]ötet|sitter|ses|träffas) i) \p{Lu}\p{Ll}/u;
const roomBefore = list('hellre för till i ta boka använd eller och från tar');
/** "Rum Selma är bokat, men hellre i Astrid": the name of another room where one was named. */
export function isRoom(text: Normalised, i: number): boolean {
  const { words } = text;
  const { start, end } = words[i]!;
  if (
    /^ är (?:upptaget|bokat|ledigt|dubbelbokat|trångt|låst)(?!\p{L})/u.test(text.lower.slice(end, end + 18))
  )
    return true;
  if (!isIn(words[i - 1], roomBefore) || isIn(words[i + 1], deeds) || isBelonging(words[i + 1])) return false;
  return (
    roomNamed.test(text.text.slice(Math.max(0, start - 120), start)) ||
    /^[^.\n]{0,40} (?:båda )?rummen /.test(text.lower.slice(end, end + 60))
  );
}

/** "Från Vilhelmina till Dorotea", "Hedemora, Ludvika och Filipstad": a town that is also a name, beside another town. */
export function amongPlaces(text: Normalised, i: number): boolean {
  const { words } = text;
  if (!placeNames.has(words[i]!.key)) return false;
  // "från nynäshamn till salem till botkyrka"
  if (
    /^(?:till|från)$/.test(words[i - 1]?.lower ?? '') &&
    (placeNames.has(words[i - 2]?.key ?? '') || /^(?:till|från)$/.test(words[i + 1]?.lower ?? ''))
  )
    return true;
  // "Från Sävja till Salem": a place whatever the other one is.
  if (
    words[i - 1]?.lower === 'till' &&
    words[i - 2]?.capital &&
    /^(?:från|mellan)$/.test(words[i - 3]?.lower ?? '')
  )
    return true;
  for (const step of [-1, 1] as const) {
    const near = words[i + step];
    if (near === undefined) continue;
    const other = near.capital
      ? near
      : /^(?:och|eller|till|samt|eller|mot)$/.test(near.lower)
        ? words[i + 2 * step]
        : undefined;
    if (other === undefined || !other.capital || !placeNames.has(other.key)) continue;
    const [from, to] = step === 1 ? [words[i]!.end, other.start] : [other.end, words[i]!.start];
    // Side by side without a comma they are the two names of one person.
    if (to - from > 1 && !/[.:;!?\n]/.test(text.text.slice(from, to))) return true;
  }
  return false;
}
