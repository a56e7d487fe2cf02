import { readingOfWord } from './nameReading.ts';
import {
  deeds,
  institutions,
  list,
  properWords,
  roleEnds,
  roles,
  shortRoles,
  thingNames,
  things,
  titles,
} from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { otherProper, slip } from './ordinary.ts';
import { institutional, placeNames } from './places.ts';
import { remedy } from './remedies.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

const shortened =
  /^(?:t\.?ex|bl\.?a|f\.?d|d|ev|resp|ca|kl|nr|dr|hr|fr|st|enl|ang|inkl|tel|tfn|mob|ref|jfr|s\.?k|m\.?m|o\.?s\.?v|ek|bist|sekr|soc|adj|ord|avd|max|min|p\.?g\.?a|mr|mrs|ms|e\.?kr|tom|fom|t|o|m|p|g|a|f)$/u;

/** Whether a short word is an ordinary one rather than an initial. */
const functionWords = (word: Word): boolean => !/^(?:\p{Lu}|[A-Z][jhvz])$/u.test(word.text);

/** Whether one space and nothing else stands between two words, as it does between most. */
export const spaced = (text: Normalised, left: Word, right: Word): boolean =>
  right.start - left.end === 1 && text.text.charCodeAt(left.end) === 0x20;

/** Whether a word opens a sentence, a line, a quotation or a bracket, where a capital says nothing. */
export function opens(text: Normalised, word: Word, before: Word | undefined): boolean {
  if (before !== undefined && spaced(text, before, word)) return false;
  if (before === undefined && word.start === 0) return true;
  const gap = text.text.slice(before?.end ?? 0, word.start);
  if (before === undefined && !/[\d]/.test(gap)) return true;
  // "Lj. Vukotić"
  if (gap === '. ')
    return (
      before === undefined ||
      !(
        shortened.test(before.lower) ||
        (before.capital && before.end - before.start <= 2 && !functionWords(before))
      )
    );
  if (/[!?:;\n"([{]|\.\.|- $|^ -/.test(gap)) return true;
  if (!/\.\s/.test(gap)) return false;
  return before === undefined || gap.length > 3 || !shortened.test(before.lower);
}

/** Whether between two words nothing stands but one of these. */
export const between =
  (...gaps: readonly string[]) =>
  (text: Normalised, left: Word, right: Word): boolean =>
    right.start - left.end <= 6 && gaps.includes(text.text.slice(left.end, right.start));

/** Whether two words stand together as the parts of a name do, initials included. */
export const joined = between(' ', '_', '. ', '.', "'");
const follows = between(' ', '_', '. ', '"', ' "', '."', '. "');
/** Whether the next word follows at once. */
export const adjacent = (text: Normalised, left: Word, right: Word): boolean =>
  spaced(text, left, right) || follows(text, left, right);
/** Whether two words are members of a list. */
export const listing = between(', ', ' / ', '/', ' & ', ', och ');

/** A capitalised word that could be anybody's name: in no list of places, organisations or abbreviations. */
export function open(word: Word): boolean {
  word.lexeme.open ??= couldBeName(word);
  return word.lexeme.open;
}

/** Whether a word is an institution or a thing named after people: the name before belongs to it. */
export function isInstitution({ lexeme }: Word): boolean {
  lexeme.institution ??= institutions.test(lexeme.lower);
  return lexeme.institution;
}

function couldBeName(word: Word): boolean {
  const base = word.key.replace(/'?s$/, '');
  if (!word.capital || word.shouted || word.key.length < 3 || !/\p{Ll}/u.test(word.text)) return false;
  if (
    properWords.has(word.key) ||
    properWords.has(base) ||
    placeNames.has(word.key) ||
    placeNames.has(base) ||
    thingNames.has(word.key)
  )
    return false;
  if (roles.has(word.key) || shortRoles.has(word.key) || titles.has(word.key) || institutions.test(word.key))
    return false;
  // Inner capitals and endings of institutions, e.g. "FoU-enheten", "Brukarhuset".
  return (
    !/^\p{Lu}\p{Ll}*\p{Lu}/u.test(word.text.replace(/^(?:Mc|Mac|De|Di|La|Le|O')/u, '')) &&
    !institutional.test(word.key)
  );
}

/** Common words that open a sentence before a name or are capitalised by habit; never part of a name. */
export const functionWord = list(
  'vad hur vem varför vilken vilka vart enligt när om att för från till med men och eller som det den de han hon hen vi ni jag du nu då där här har är var ska kan vill kontakta ring fråga hälsa hej även både efter innan sedan under mot mellan via hos av på i in at by for with from and but the this that she he they my our your please dear according enl ang angående gäller träffade pratade mötte såg både tack kära bästa käre inte alla min mitt mina din vår vårt våra hans hennes deras dennes ingen något någon mycket bara också samt medan eftersom trots utan kring vid inför läkarintyg intyg ansökan beslut namn adress kallar barn mamma pappa klienten',
);

/** Little words before a surname. */
const nobiliary = list('af av von van de der den del da la di du le el al bin ibn ben abu mac');

const named = list('för sig honom henne hen mig han hon jag');
const everybody = list('alla man de dom vi folk');
const being = list('är var');

/** The word of naming, title or role that a word stands behind, if any: directly, or behind a comma, colon, bracket or quote. */
export function cueBefore(text: Normalised, i: number): 'title' | 'role' | undefined {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  if (before === undefined) return undefined;
  if (
    before.lower === 'för' &&
    /^gode?$/.test(text.words[i - 3]?.lower ?? '') &&
    /^man(?:nen)?$/.test(text.words[i - 2]?.lower ?? '')
  )
    return 'role';
  // "Kallas för nok"
  if (
    isIn(before, named) &&
    /^kalla(?:s|d|de|des|r|t)?$/.test(text.words[i - 2]?.lower ?? '') &&
    (spaced(text, before, word) || /^:? ["']$/.test(text.text.slice(before.end, word.start)))
  )
    return 'title';
  // "På boendet går han under "Nisse"", whoever goes by it.
  if (
    before.lower === 'under' &&
    /^(?: ["']|: ?["']?)$/.test(text.text.slice(before.end, word.start)) &&
    [2, 3].some((n) => /^(?:går|gick|kallas|känd)$/.test(text.words[i - n]?.lower ?? ''))
  )
    return 'title';
  // "Säger alla "Challe", schizofreni"
  if (
    isIn(before, everybody) &&
    /^(?:säger|kallar|sa)$/.test(text.words[i - 2]?.lower ?? '') &&
    /^ ["']$/.test(text.text.slice(before.end, word.start)) &&
    /^["']/.test(text.text.slice(word.end))
  )
    return 'title';
  // "Alla på dagcentralen säger "Loffe", jag vet knappt"
  if (
    /^(?:säger|kallar)$/.test(before.lower) &&
    word.capital &&
    /^ ["']$/.test(text.text.slice(before.end, word.start)) &&
    /^["']/.test(text.text.slice(word.end))
  )
    return 'title';
  // "Smeknamnet är "Putte""
  if (
    isIn(before, being) &&
    /namn(?:et)?$/.test(text.words[i - 2]?.lower ?? '') &&
    /^:? ?["']$/.test(text.text.slice(before.end, word.start))
  )
    return 'title';
  const told = announcing(before);
  if (told === '')
    // "Dr af Trampe"
    return word.capital && i > 1 && isIn(before, nobiliary) && spaced(text, before, word)
      ? cueBefore(text, i - 1)
      : undefined;
  const gap = text.text.slice(before.end, word.start);
  const key = before.lower.replace(/'s$/, '');
  if (gap !== ' ' && !/^(?:\.? |, |: ?|,? ?\(|,? ?"|\.|, ?\n|\n|_)$/.test(gap))
    return closings.test(key) && /^[.,!]?(?: ?\/{1,2} ?|\n\n)$/.test(gap) ? 'title' : undefined;
  if (told === 'short') return behindShort(text, i, gap) ? 'role' : undefined;
  // A full stop parts them unless it shortens the title.
  if (
    gap.startsWith('.') &&
    !/^(?:hr|dr|fr|mr|mrs|ms|md|mohd|muhd|prof|sekr|soc|pat|ssk|dsk|hälsn)$/.test(key)
  )
    return undefined;
  if (told === 'title') {
    const earlier = text.words.slice(Math.max(0, i - 4), i - 1);
    if (
      /^(?:heter|hette|kallas|kallad|kallades|kallar|called|named)$/.test(key) &&
      earlier.some((other) => things.test(other.lower))
    )
      return undefined;
    if (key === 'hälsa' && !/^ /.test(gap)) return undefined;
    return 'title';
  }
  if (key === 'man') return /^(?:god|gode)$/.test(text.words[i - 2]?.lower ?? '') ? 'role' : undefined;
  if (key === 'mannen' && text.words[i - 2]?.lower === 'gode') return 'role';
  if (roles.has(key) && shortRoles.has(key) && gap.startsWith('.'))
    return behindShort(text, i, gap) ? 'role' : undefined;
  return roles.has(key) || roleEnding.test(key) ? 'role' : undefined;
}

const roleEnding =
  /(?:handläggare|handläggaren|sekreterare|sekreteraren|läkare|läkaren|sköterska|sköterskan|stödjare|stödjaren|konsulent|konsulenten|koordinator|koordinatorn|pedagog|pedagogen|terapeut|terapeuten|förmedlare|förmedlaren)$/u;

/** How letters and messages end. */
const closings = /^(?:mvh|vh|hälsn|hälsning|hälsningar|regards|sincerely)$/;

/** Whether a verb or a little word that follows people stands behind a word. */
function actsBehind(text: Normalised, i: number): boolean {
  const follows = text.words[i + 1];
  return isIn(follows, deeds) || /^(?:om|ang|angående|på|hos|i|för)$/.test(follows?.lower ?? '');
}

/** Whether a short form of a role stands before a name: directly or behind its full stop, and beer before nothing but a name. */
function behindShort(text: Normalised, i: number, gap: string): boolean {
  if (!/^\.? ?$/.test(gap)) return false;
  const word = text.words[i]!;
  const role = text.words[i - 1]!;
  if (/^(?:at|ul|ec|sg)$/.test(role.lower) && !role.shouted) return false;
  if (role.lower === 'öl' && !role.shouted && !/^(?:bitr|leg|st|chefs)$/.test(text.words[i - 2]?.lower ?? ''))
    return false;
  const reading = readingOfWord(word);
  if (reading.kind === 'sure') return true;
  if (!word.capital) return gap === ' ' && reading.kind === 'odd';
  if (reading.kind === 'word' || reading.kind === 'thing')
    return gap === ' ' || (reading.last && actsBehind(text, i));
  return (
    !isOrdinary(word.lexeme) &&
    !otherProper(word.key) &&
    !remedy(word.key) &&
    !(gap !== ' ' && slip(word.key))
  );
}

/** Whether a word can announce the name behind it, as a title, as a role or as the short form of one; '' for most words. */
function announcing(word: Word): 'title' | 'role' | 'short' | '' {
  if (word.lexeme.announces === undefined) {
    const key = word.lower.replace(/'s$/, '');
    word.lexeme.announces = titles.has(key)
      ? 'title'
      : roles.has(key) || key === 'man' || key === 'mannen' || roleEnding.test(key)
        ? 'role'
        : shortRoles.has(key) || roleEnds.test(key)
          ? 'short'
          : '';
  }
  return word.lexeme.announces;
}
