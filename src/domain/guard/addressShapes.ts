import type { Cue } from './cues.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Stretch } from './near.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/**
 * Other shapes of an address, the kind of word that each has, and a part of it that is quickly looked for in lower case: where
 * `ends`, the end of the word that the shape begins with.
 */
const shapes: readonly { cue?: Cue; traced?: number; hint: RegExp; shape: RegExp; ends?: true }[] = [
  // Abbreviated street endings: Stationsg. 22, Granitv. 3 B, ringdansv 14.
  {
    ends: true,
    traced: trace.street,
    hint: /(?:[gv]|st|gr)\. ?\d/g,
    shape: /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{2,24}(?:[gv]|st|gr)\. ?\d{1,3}(?: ?[A-Ha-h])?(?![\p{L}\d])/uy,
  },
  {
    ends: true,
    traced: trace.street,
    hint: /(?:[snrkd]v|[se]g|(?:hamn|stor|kyrko|kungs?|drottning|stations|skol|vägs|bruks|strand|slotts|ås)g) ?\d/g,
    shape:
      /(?<![\p{L}\p{N}])\p{L}{0,24}(?:\p{L}{4}[snrkd]v|\p{L}{4}sg|\p{L}{4}(?<!st)eg|(?:[Hh]amn|[Ss]tor|[Kk]yrko|[Kk]ungs?|[Dd]rottning|[Ss]tations|[Ss]kol|vägs|[Bb]ruks|[Ss]trand|[Ss]lotts|[Åå]s)g) ?\d{1,3} ?[A-Ha-h]?(?![\p{L}\d]|[.:,-]\d| ?(?:st|kr|år|mg|h|%|dgr|dag|tim|v)(?!\p{L}))/uy,
  },
  // The same without a capital: "lindhovsv. 30".
  {
    ends: true,
    traced: trace.street,
    hint: /[gsrnkd]v\. ?\d/g,
    shape: /(?<![\p{L}\p{N}])\p{Ll}{4,24}[gsrnkd]v\. ?\d{1,3}(?: ?[a-h])?(?![\p{L}\d])/uy,
  },
  // Post boxes, rural post lines, flats and care-of.
  {
    cue: 'box',
    hint: /(?:box|pl|postlåda|brevlåda|fack) \d/,
    shape:
      /(?<![\p{L}\p{N}])(?:[Bb]ox|BOX|[Pp]ost(?:box|låda|fack)|[Bb]revlåda|Pl|PL|Fack) \d{1,5}(?!\d| (?:was|is|on|in|must|should|of|lacks|lacked|has|had|needs|for)(?!\p{L}))(?: \p{Lu}\p{L}+){0,2}/gu,
  },
  {
    cue: 'flat',
    hint: /lgh|lägenhet|flat|apt/,
    shape:
      /(?<![\p{L}\p{N}])(?:lgh|Lgh|LGH|[Ll]ägenhet|[Ll]ägenhets(?:nr|nummer|numret)|flat|apt)\.?(?:[ -]?nr\.?| nummer)?(?: är)?:? ?\d{3,5}(?!\d)/gu,
  },
  { traced: trace.slash, hint: /c\/o/, shape: /(?<![\p{L}\p{N}])[cC]\/[oO]:? \p{L}+(?: \p{Lu}\p{L}+)?/gu },
  {
    cue: 'quarter',
    hint: /kv(?:arteret)?\.? ?\p{L}+ \d/u,
    shape: /(?<![\p{L}\p{N}])[Kk]v(?:arteret|\.)? ?\p{Lu}\p{L}{2,24} \d{1,3}(?!\d)/gu,
  },
  // Farms and the like.
  {
    cue: 'farm',
    ends: true,
    hint: /s (?:gård|torp|herrgård|prästgård|säteri)|(?<=\p{L}) (?:herrgård|prästgård|säteri|gård)/gu,
    shape:
      /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{2,30}(?:s (?:gård|torp)| (?:[Hh]errgård|[Pp]rästgård|[Ss]äteri)|(?<=(?:till|på|vid|från) \p{Lu}\p{Ll}{2,30}) gård)(?!\p{L})/uy,
  },
  {
    cue: 'half',
    hint: /(?:övre|nedre|norra|södra|östra|västra) \d/,
    shape:
      /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{2,30} (?:Övre|Nedre|Norra|Södra|Östra|Västra|övre|nedre) \d{1,4}(?!\d)/gu,
  },
  // "Stallet på ekbacka gård utanför Järna", a property as a deed has it.
  {
    cue: 'farm',
    hint: / gård (?:utanför|nära|strax)/,
    shape: /(?<=(?:på|vid|till|från) )\p{L}{4,24} gård(?= (?:utanför|nära|strax))/gu,
  },
  {
    cue: 'farm',
    hint: /lagfart/,
    shape: /(?<=[Ll]agfart\p{L}{0,3} (?:på|till|av|för) )(?:\p{L}{2,24} ){1,3}\d{1,3}:\d{1,3}(?!\d)/gu,
  },
  // A street of any name: Norra Slagghögen 6 A.
  {
    cue: 'half',
    hint: /(?:norra|södra|östra|västra|övre|nedre) \p{L}+ \d/u,
    shape:
      /(?<![\p{L}\p{N}])(?:Norra|Södra|Östra|Västra|Övre|Nedre) \p{Lu}\p{Ll}{3,24} \d{1,3} ?[A-H](?![\p{L}\d])|(?<=(?:[Pp]å|[Ii]|till|vid|från|bor) )(?:Norra|Södra|Östra|Västra|Övre|Nedre) \p{Lu}\p{Ll}{3,24} \d{1,3}(?![\p{L}\d]|[.:-]\d| ?(?:kr|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))/gu,
  },
  // "Brevbäraren hittar inte Övre Solberga".
  {
    cue: 'half',
    hint: /(?:hittar inte|bor (?:på|i|vid)|hyr på|stugan i|gården) (?:till )?(?:övre|nedre|norra|södra|östra|västra)/,
    shape:
      /(?<=(?:hittar inte(?: till)?|bor (?:på|i|vid)|hyr på|stugan i|gården) )(?:Övre|Nedre|Norra|Södra|Östra|Västra) \p{Lu}\p{Ll}{3,24}(?!\p{L})/gu,
  },
  // English streets.
  {
    cue: 'lane',
    hint: / (?:street|road|avenue|lane|drive|close|terrace|court|house|st|rd|ave)(?![a-zåäö])/,
    shape:
      /(?<![\p{L}\p{N}])\d{1,4} (?:\p{Lu}\p{Ll}{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Terrace|Court|St|Rd|Ave)(?!\p{L})|(?<=(?:at|on) )(?:\p{Lu}\p{Ll}{1,20} ){1,2}(?:Court|Street|Road|Avenue|Lane|Drive|Close|Terrace|House) \d{1,3}(?!\d)/gu,
  },
];

/** Whether a shape has a figure in it. */
const counted = shapes.map(({ shape }) => shape.source.includes('\\d'));
const letter = /\p{L}/u;

/** The matches of a shape that begins with a word which ends at a hint. */
function endingAt(
  hint: RegExp,
  shape: RegExp,
  text: Normalised,
  within: readonly Stretch[] | undefined,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (const { index } of matches(hint, text.lower, within)) {
    let start = index;
    // No word of these shapes is longer.
    while (start > free && index - start < 60 && letter.test(text.text.charAt(start - 1))) start -= 1;
    shape.lastIndex = start;
    const match = shape.exec(text.text);
    if (match === null) continue;
    found.push(match);
    free = match.index + match[0].length;
  }
  return found;
}

/** Post boxes, flats, farms and what else is known for an address by its shape. */
export function shapedHomes(text: Normalised): Finding[] {
  const homes: Finding[] = [];
  for (const [nth, { cue, traced, hint, shape, ends }] of shapes.entries()) {
    if (!text.numbered && counted[nth]) continue;
    if (cue !== undefined && !text.announces(cue)) continue;
    if (traced !== undefined && !text.holds(traced)) continue;
    const within = text.near(traced ?? (counted[nth] ? trace.figure : 0), cue);
    const found = ends
      ? endingAt(hint, shape, text, within)
      : within !== undefined || hint.test(text.lower)
        ? matches(shape, text.text, within)
        : [];
    for (const match of found)
      homes.push({ type: 'address', start: match.index, end: match.index + match[0].length });
  }
  return homes;
}
