import type { Finding } from './finding.ts';
import type { Normalised } from './normalise.ts';
import { townNames } from './places.ts';
import type { Word } from './words.ts';
import { wordsBetween } from './words.ts';

// Callings of which a small place has one or two.
const rare = new Set(
  `präst prästen kyrkoherde kyrkoherden kantor kantorn organist diakon diakonen imam imamen rabbin sotare sotaren brandchef brandchefen räddningschef polischef polischefen närpolis
  rektor rektorn kommunalråd kommunalrådet kommunchef kommunchefen borgmästare riksdagsledamot riksdagsman nämndordförande hovslagare hovslagaren veterinär veterinären barnmorska barnmorskan
  distriktsläkare distriktsläkaren provinsialläkare tandläkare tandläkaren apotekare apotekaren optiker optikern begravningsentreprenör urmakare urmakaren guldsmed guldsmeden smed smeden
  bokhandlare fjällräddare fyrvaktare kyrkvaktmästare dödgrävare trubadur elitspelare landslagsspelare olympier världsmästare riksmästare pilot piloten helikopterpilot lots lotsen
  bryggmästare bagare bagaren slaktare slaktaren rörmokare rörmokaren skomakare skomakaren tornbyggare hotellägare bruksdisponent chefredaktör redaktör lokalpolitiker konstnär konstnären`.split(
    /\s+/,
  ),
);
const calling =
  /(?:are|aren|arna|erska|erskan|ist|isten|ör|ören|tris|trisen|log|logen|läkare|läkaren|sköterska|sköterskan|präst|prästen|man|mannen|smed|smeden|nom|nomen|kock|kocken|chef|chefen|lots|pilot|piloten|rektor|rektorn)$/u;
const notCalling =
  /^(?:chansen|vägen|kontakten|lösningen|alternativet|anledningen|hindret|gången|personen|sättet|sammanhang\p{L}*|annan|mannen|människan|handläggaren?|insatsen)$/u;
const only = /^(?:ende|enda|only|ensam)$/u;
const somewhere =
  /^(?:byn|orten|kommunen|samhället|församlingen|trakten|bygden|länet|socknen|stan|staden|ön|skolan|town|village|municipality)$/u;
const exactAge =
  /(?<![\d-])\d{2}(?:[ -]?år(?:ig|iga)?|-åring(?:en)?|-year-old| years old)(?!\p{L}|-?åldern)/gu;
const widelyKnown =
  /(?:omskriv(?:en|et|na)|uppmärksamma(?:d|t|de)|känd från|figurera(?:t|de)|intervjuad|med i|var i|hängdes ut) (?:i |från )?(?:tidning(?:en|ar|arna)|lokaltidningen|lokalpressen|pressen|media|tv|radion|nyheterna|värmlandsnytt|lokalnytt|nwt|vf)(?!\p{L})/gu;

const isPlace = (word: Word): boolean =>
  (word.capital && townNames.has(word.lower)) || somewhere.test(word.lower);

/**
 * Details that together single a person out: the only one of a calling in a place, a rare calling with its place,
 * an exact age with calling and place, a case known from the news. Reported without changing the verdict.
 */
export function combination(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const { words } = text;
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (
      only.test(word.lower) &&
      next !== undefined &&
      !notCalling.test(next.lower) &&
      (rare.has(next.lower) || calling.test(next.lower))
    ) {
      const place = words.slice(i + 2, i + 6).find(isPlace);
      if (place !== undefined && !/[.?!\n]/.test(text.text.slice(word.start, place.start))) {
        findings.push({ type: 'combination', start: word.start, end: place.end });
      }
      continue;
    }
    if (!rare.has(word.lower)) continue;
    const near = words
      .slice(Math.max(0, i - 6), i + 7)
      .find(
        (other) =>
          isPlace(other) &&
          !/[.?!\n]/.test(text.text.slice(Math.min(word.end, other.end), Math.max(word.start, other.start))),
      );
    if (near === undefined) continue;
    const apart = words
      .slice(Math.max(0, i - 3), i + 4)
      .some((other) =>
        /^(?:var|varit|är|arbetade|jobbade|före|fd|tidigare|som|former|was)$/.test(other.lower),
      );
    const aged = text.lower.slice(Math.max(0, word.start - 60), word.end + 60).search(exactAge) >= 0;
    if (apart || aged)
      findings.push({
        type: 'combination',
        start: Math.min(word.start, near.start),
        end: Math.max(word.end, near.end),
      });
  }
  for (const match of text.lower.matchAll(exactAge)) {
    const end = match.index + match[0].length;
    const around = wordsBetween(words, end, end + 60);
    const stop = /[.?!\n]/.exec(text.text.slice(end, end + 80));
    const limit = stop === null ? end + 80 : end + stop.index;
    const work = around.find(
      (word) =>
        word.end <= limit &&
        calling.test(word.lower) &&
        word.lower.length > 6 &&
        !notCalling.test(word.lower),
    );
    const place = around.find((word) => word.end <= limit && word.capital && townNames.has(word.lower));
    if (work !== undefined && place !== undefined)
      findings.push({ type: 'combination', start: match.index, end: Math.max(work.end, place.end) });
  }
  for (const match of text.lower.matchAll(widelyKnown))
    findings.push({ type: 'combination', start: match.index, end: match.index + match[0].length });
  return findings;
}
