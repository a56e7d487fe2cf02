import { shapedHomes } from './addressShapes.ts';
import { isOfficial, named as ofAuthority } from './authorities.ts';
import type { Finding } from './finding.ts';
import { unitAt } from './latin.ts';
import { matches } from './matches.ts';
import { spaced } from './nameContext.ts';
import { list } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { isPassage, notStreet } from './passages.ts';
import { institutional } from './places.ts';
import { beforeCodes, postcodes } from './postcode.ts';
import { trace } from './traces.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

// Endings of street names; the second list also ends ordinary words and therefore needs a number and a capital, or a cue.
const streetEnding =
  /(?:gatan|gata|gaten|veien|vejen|gade|strasse|strae?ße|katu|v[äa]gen|gr[äa]nden|gr[äa]nd|stigen|all[ée]n|all[ée]|alléen|torget|esplanaden|leden|brinken|sv[äa]ngen|kroken|slingan|rundan|g[åa]ngen|kajen|ringleden)s?$/u;
const looseEnding =
  /(?:backen|backe|liden|ringen|höjden|platsen|plats|stranden|brynet|hagen|lunden|parken|byn|dalen|åsen|kullen|berget|tåget|tået|terrassen|plan|torg|väg|stig|led|gård|gården|strand|vreten|lyckan|täppan|hörnet|bron|backen|slänten|branten|kröken|åkern|udden|viken|sundet|marken|ängen|skogen|gärdet|gärde|kärret|lötan|klippan|änden|kvarn|kvarnen|bruket|hamnen|bryggan|höjd|ås|tomten|hyttan|torpet|näset|holmen|kvarteret|fältet|heden|krysset|bodarna|rännan|ändan|backarna|kullarna|åkrarna|tegen|löten)$/u;
const bareStreet =
  /^(?:v[äa]gen|gatan|gränd|gränden|stigen|allén|torget|esplanaden|leden|backen|byväg|gången|slingan|rundan|kajen|gata|väg|torg|plan)$/u;
const direction =
  /^(?:norra|s[öo]dra|[öo]stra|v[äa]stra|n:a|s:a|ö:a|v:a|stora|lilla|gamla|nya|övre|nedre|mellersta|yttre|inre|n|s|ö|v|st|l|första|andra|tredje|gröna|röda|vita|svarta|blå|gula|långa|korta|breda|smala|höga|låga|raka|krokiga|djupa|sista)$/u;
const number =
  /^,? ?(?:nr\.? ?|nummer )?\d{1,3}(?::\d{1,2}(?![\d:]))?(?!\d|[.:]\d| ?(?:kr|%|procent\p{L}*|år|dag|dagar|dgr|vecka|veckor|mån|månader|tim|timmar|min|minuter|gånger|ggr|personer|deltagare|st|mm|cm|km|mil|mg|ml|dl|kg|steg|poäng)(?!\p{L})| av \d)(?: ?[a-h](?![\p{L}\d]))?/u;
const tail =
  /^(?:,? ?(?:lgh|lägenhet|flat|apt|apartment|våning)\.? ?(?:nr )?\d{1,5}|,? ?\d{1,2} ?tr\.?(?: (?:t\.? ?[vh]|ö\.? ?g|n\.? ?b)\.?)?| (?:nb|ög|n\.b\.|ö\.g\.)(?!\p{L})| c\/o \p{L}+(?: \p{L}+)?|,? ?(?:port|uppgång|uppg\.?|ing\.?) [a-h](?!\p{L}))/u;
const homeCue =
  /(?:bor(?: \p{L}{2,12}){0,3} på|bor längst ner på|bor vid|bor i|bosatt på|bosatt vid|skriven på|skriven i|hyr(?:er)? \p{L}{2,14} på|folkbokförd på|folkbokförd|hemma på|hembesök(?: på| hos)?|hyr(?:er)? (?:i )?(?:andra|första) ?hand (?:på|i)|flyttat till|flyttade till|adress(?:en)?(?: är)?|adr\.?|(?:rum|inneboende|sover|övernattar) (?:på|vid)|(?:lives|stays|staying|living|room|flat|apartment) (?:at|on)|address(?: is)?)[: ]{1,3}$/u;
const numberedHome =
  /^(\p{L}{3,40}(?: \p{L}{2,40}){0,2} \d{1,3}(?: ?[a-h](?!\p{L}))?)(?![\d.:/-])(?! ?(?:kr|%|procent|år|dagar|veckor|månader|timmar|tr|mil|km)(?!\p{L})| (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec))/u;
const notHome =
  /^(?:sen|åk|från|plan|våning|våningen|avdelning|avd|rum|hvb|boendet|kö|grupp|steg|nivå|spår|fas|team|enhet|klass|årskurs|ett|en|samma|hotell|vandrarhem|är|var|i|på|sedan|cirka|ca|nr|lss|akutboende|stödboende|träningsboende|andra)(?!\p{L})/u;

/** Whether a figure stands within three signs of here: the least that a number of a house needs. */
function figureNear(text: string, at: number): boolean {
  const from = text.startsWith(' nr ', at) ? at + 3 : text.startsWith(' nummer ', at) ? at + 7 : at;
  for (let i = from; i < from + 4; i += 1) {
    const code = unitAt(text, i);
    if (code >= 48 && code <= 57) return true;
    if (code !== 32 && code !== 44 && code !== 46) return false;
  }
  return false;
}

const isFigureAt = (text: string, at: number): boolean => {
  const code = unitAt(text, at);
  return code >= 48 && code <= 57;
};

function endOfStreet(text: Normalised, end: number): number | undefined {
  const found = number.exec(text.lowerDigits.slice(end, end + 24));
  if (found === null) return undefined;
  let at = end + found[0].length;
  for (
    let more = tail.exec(text.lower.slice(at, at + 40));
    more !== null;
    more = tail.exec(text.lower.slice(at, at + 40))
  ) {
    at += more[0].length;
  }
  return at;
}

/** The first word of the street's name, when directions or name words stand before the ending. */
function startOfStreet(words: readonly Word[], at: number, text: Normalised): number {
  let first = at;
  while (first > 0 && at - first < 3) {
    const before = words[first - 1]!;
    const gap = text.text.slice(before.end, words[first]!.start);
    if (!/^\.? $/.test(gap) || !direction.test(before.lower)) break;
    first -= 1;
  }
  return words[first]!.start;
}

/** Where the name of whom a street is called after begins, or the word itself where no genitive stands before it. */
function startOfOwner(words: readonly Word[], at: number, text: Normalised): number {
  let first = at;
  while (first > 0 && at - first < 3) {
    const before = words[first - 1]!;
    if (
      !before.capital ||
      (first === at && !before.lower.endsWith('s')) ||
      !spaced(text, before, words[first]!)
    )
      break;
    first -= 1;
  }
  return words[first]!.start;
}

/** How a word ends as names of streets do: `bare` when it is nothing but the ending. */
function endingOf({ lower, lexeme }: Word): 'bare' | 'firm' | 'loose' | '' {
  lexeme.street ??= bareStreet.test(lower)
    ? 'bare'
    : streetEnding.test(lower)
      ? 'firm'
      : looseEnding.test(lower)
        ? 'loose'
        : '';
  return lexeme.street;
}

const aMonth = /^ (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/;
/** "Habiliteringen på Ängelholmsvägen": known to everybody. */
const workplace =
  /(?:mottagning|habilitering|klinik|kontor|team|vårdcentral|bibliotek|butik|skola|praktik|apotek|gym|café|tandläkare?)\p{L}{0,3} (?:på|vid) $/u;
/** A house and a floor. */
const upstairs = /^ \d{1,3}(?: ?[a-h])?,? (?:\d{1,2} tr|lgh|nb|ög)(?!\p{L})/u;
/** Behind what a house stands. */
const whither = list('på till vid från i bor hem adress adressen');
/** "På Timmerrännan 5": a capital and a definite ending, as parts of no institution have them. */
const named = (word: Word): boolean =>
  word.capital &&
  /\p{L}{3}(?:en|an|et|na)$/u.test(word.lower) &&
  !institutional.test(word.lower) &&
  !/(?:ingen|eten|delen|nivån|fasen|gången|centralen|kassan|salen|rummet|versionen|klassen|poängen|enhet)$/.test(
    word.lower,
  );

function streets(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const { words } = text;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    const near = text.numbered && figureNear(text.lowerDigits, word.end);
    if (!near && !(word.capital && word.lower.length > 7)) continue;
    const ending = endingOf(word);
    if (ending === '') {
      const end =
        near && named(word) && isIn(words[i - 1], whither) ? endOfStreet(text, word.end) : undefined;
      if (
        end !== undefined &&
        !aMonth.test(text.lower.slice(end, end + 4)) &&
        spaced(text, words[i - 1]!, word)
      )
        findings.push({ type: 'address', start: word.start, end });
      continue;
    }
    const [bare, firm] = [ending === 'bare', ending !== 'loose' && streetEnding.test(word.lower)];
    let start = startOfStreet(words, i, text);
    // "Utanför Esplanaden 16": the only one of the town.
    const alone =
      bare &&
      near &&
      word.capital &&
      /(?:på|vid|utanför|till|från|i|adress) $/.test(text.lower.slice(Math.max(0, start - 10), start));
    const led = start < word.start || alone;
    // "På Fjelie Byväg 22": named after a place.
    const local =
      bare &&
      near &&
      word.capital &&
      !led &&
      i > 1 &&
      words[i - 1]!.capital &&
      spaced(text, words[i - 1]!, word);
    if (local && spaced(text, words[i - 2]!, words[i - 1]!)) start = words[i - 1]!.start;
    // "Nils Gårds väg 27": named after somebody.
    if (bare && near && !led && !local) start = startOfOwner(words, i, text);
    // "valla torg 183 4 tr"
    if (bare && start === word.start && i > 0 && upstairs.test(text.lower.slice(word.end, word.end + 12)))
      start = words[i - 1]!.start;
    if ((bare && !led && start === word.start) || notStreet.test(word.lower)) continue;
    const before = text.lower.slice(Math.max(0, start - 40), start);
    const end = near ? endOfStreet(text, word.end) : undefined;
    if (end !== undefined) {
      const home = homeCue.test(before);
      const lettered = /\d ?[a-h]$/.test(text.lower.slice(word.end, end));
      // A passage or joint has no number; what stands behind a comma counts or measures something.
      const glued = isFigureAt(text.lowerDigits, word.end);
      if (!led && isPassage(word) && !(word.capital && (home || glued))) continue;
      if (!led && !home && !lettered && !word.capital && text.text.charAt(word.end) === ',') continue;
      if (firm || bare || word.capital || home || lettered) {
        findings.push({ type: 'address', start, end });
      }
      continue;
    }
    // Without a number: a capital in the middle of a sentence, or someone who lives there.
    // In English the number stands first.
    const placed =
      text.lower.startsWith(' som adress', word.end) ||
      /(?:på|vid|från|till|längs|i|gatan|adress(?:en)?:?|at \d{1,3}[a-h]?|on|lives \d{1,3}) $/.test(before);
    if (
      (firm ||
        /(?:bor(?: \p{L}+)?|huset|stugan|torpet|gården|villan) vid $|(?:nederst|högst upp|längst (?:upp|ner|ned|bort|in)) (?:på|i) $/u.test(
          before,
        ) ||
        (text.text.charAt(word.end) === ',' &&
          /^, (?:torpet|huset|stugan|gården|gula|röda|vita|sista|infarten|uppfarten)(?!\p{L})/u.test(
            text.lower.slice(word.end, word.end + 12),
          ))) &&
      word.capital &&
      word.lower.length > 7 &&
      placed &&
      // A square is where people meet.
      (!word.lower.endsWith('torget') || homeCue.test(before)) &&
      !(word.lower.endsWith('s') && / \p{Ll}/uy.test(text.text.slice(word.end, word.end + 2))) &&
      !isPassage(word) &&
      !/(?:vård|skol|arbets)/.test(word.lower) &&
      !workplace.test(before)
    ) {
      findings.push({ type: 'address', start, end: word.end });
    }
  }
  return findings;
}

// A real property: district and number, such as "Hagfors Råda 1:23".
const property = /(?<![\p{L}\p{N}])((?:\p{Lu}\p{Ll}+ |\p{Lu}{3,} ){1,3})(\d{1,3}:\d{1,3})(?![\d:])/gu;
const notProperty =
  /(?:kl|klockan|tid|möte|mån|tis|ons|tors?|fre|lör|sön|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|kap|kapitel|bibeln|enligt|sol|osl|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) $/iu;

function properties(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  if (!text.holds(trace.colon)) return findings;
  for (const match of matches(property, text.text, text.near(trace.colon))) {
    const named = match[1]!.trim().split(' ');
    const cued =
      /(?:fast\p{L}*\.?(?:bet\.?)?|stuga\p{L}*|gård\p{L}*|hus|ligger på|tomt\p{L}*|boende på|bor på)[^\n.?!]{0,20}$/u.test(
        text.lower.slice(Math.max(0, match.index - 40), match.index),
      );
    if (notProperty.test(match[1]!) || (named.length < 2 && !cued)) continue;
    findings.push({ type: 'address', start: match.index, end: match.index + match[0].length });
  }
  return findings;
}

const lives =
  /(?<!\p{L})(?:bor|hyr(?:er)? (?:i )?(?:andra|första) ?hand|flytta(?:r|de|t|s)? (?:(?:han|hon|hen|de|in|hem|nu) )?till|bosatt|skriven|folkbokförd|adress(?:en)?|adr\.?|hemma(?= (?:p[åa]|vid) )|lives)(?: är)?(?: p[åa]| vid| at| on)?[: ]{1,3}(?=\p{L})/gu;

/** "Har tillfälligt rum på Solhaga vandrarhem". */
const lodging =
  /(?<=(?:[Tt]orpet|[Ss]tugan|[Gg]ården|[Hh]uset|[Vv]illan) heter )\p{Lu}\p{L}{2,24}(?: \p{Lu}\p{L}{2,24})?|(?<=(?:bor|rum|sover|inneboende|övernattar|hyr|övervåning\p{L}*|husvagn står)[^.\n]{0,16} (?:på|i) )\p{Lu}\p{Ll}{2,24} (?:vandrarhem|camping|hotell|stugby|pensionat|lanthandel|värdshus|kursgård)(?!\p{L})|(?<=hyr[^.\n]{0,16} (?:på|i) )(?:Gamla|Nya) \p{Ll}{5,20}(?:en|et)(?!\p{L})|(?<=hyr[^.\n]{0,16} (?:på|i) )\p{Lu}\p{Ll}{2,20}(?:gård|gården|torp|torpet|hult|säter|gläntan|stugan|villan|liden)(?!\p{L})|(?<=(?:[Bb]or|[Bb]oende|[Ff]inns|[Rr]um|[Ss]over|inneboende|övernattar|hyr|vistas)[^.\n]{0,24} (?:på|i|hos) )(?:Pensionat|Vandrarhem|Hotell|Camping|Villa|Stugby)(?:et)? \p{Lu}\p{Ll}{2,24}(?!\p{L})|(?<!\p{L})\p{Lu}\p{Ll}{2,24} koloniområde(?!\p{L})(?:,? (?:stuga|lott|nr) \d{1,3})?/gu;

/** Street addresses, boxes, flats, care-of, farms and properties, and postal codes with the place they belong to. */
export function address(text: Normalised): Finding[] {
  const homes = [...streets(text), ...properties(text)];
  const shaped = shapedHomes(text);
  homes.push(
    ...(shaped.length > 0 && ofAuthority.test(text.lower)
      ? shaped.filter(({ start }) => !isOfficial(text.lower.slice(Math.max(0, start - 70), start)))
      : shaped),
  );
  for (const match of text.numbered && text.announces('address')
    ? matches(lives, text.lower, text.near(trace.figure, 'address'))
    : []) {
    const start = match.index + match[0].length;
    const found = numberedHome.exec(text.lower.slice(start, start + 80));
    if (found !== null && !notHome.test(found[1]!))
      homes.push({ type: 'address', start, end: start + found[1]!.length });
  }
  const codes = postcodes(text, homes);
  for (const match of text.announces('address') ? matches(lodging, text.text, text.near(0, 'address')) : [])
    homes.push({ type: 'address', start: match.index, end: match.index + match[0].length });
  return [...homes, ...codes, ...beforeCodes(text, codes)];
}
