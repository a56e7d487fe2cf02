import type { Reading } from './combinationReading.ts';
import { dated, isWord, near } from './combinationReading.ts';

/** What says that people know of somebody: the papers, the talk of the place, the writer's own "you know who". */
export function known(reading: Reading, i: number, is: string, weight: number): void {
  const { words, sign, text } = reading;
  switch (is) {
    case 'known':
      if (/^(?:välkän[dt]|igenkänd)$/.test(words[i]!.lower) && inCare(reading, i)) return;
      sign('known', weight, i);
      return;
    case 'famous':
      // Known from or for what they did; known to the clinic singles nobody out.
      if (
        near(reading, i, 1, 1, ' from ') ||
        near(reading, i, 1, 2, ' place shop ') ||
        (isWord(words[i + 1], 'för') && isWord(words[i + 2], 'sin sitt sina att'))
      )
        sign('known', 2, i, i + 1);
      return;
    case 'knows':
      if (words[i]!.lower === 'känns') return;
      if (
        (near(reading, i, -5, -1, ' everybody ') &&
          (near(reading, i, 1, 2, ' pronoun ') || isWord(words[i + 1], 'igen till'))) ||
        near(reading, i, 1, 4, ' everybody ')
      )
        sign('known', 2, i);
      return;
    case 'everybody':
      if (near(reading, i, 1, 2, ' place shop ') && !isWord(words[i], 'varje')) sign('known', 1, i);
      return;
    case 'who': {
      // "Ni vet vem" ends there; a question of whom to ask goes on.
      const after = text.text.slice(words[i]!.end, words[i]!.end + 8);
      if (
        near(reading, i, -3, -1, ' you everybody ') &&
        near(reading, i, -3, -1, ' knows guess ') &&
        /^[^\p{L}]*(?:$|[.,;!?\n)]|det är|han |hon )/u.test(after)
      )
        sign('known', 3, i - 2, i);
      return;
    }
    default: {
      shown(reading, i, is, weight);
      return;
    }
  }
}

const care =
  /^(?:oss|mig|avd|avdelning|avdelningen|klinik|kliniken|mott|mottagning|mottagningen|vc|vårdcentralen|hv|vården|öppenvården|slutenvården|heldygnsvården|psyk|psykiatrin|vuxenpsyk|bup|akuten|psykakuten|verksamhet|verksamheten|enhet|enheten|team|teamet|boendet|boendestödet|socialtjänsten|soc|rehab|hab|habiliteringen|personal|personalen|mobila|länge|år|åren|tidigare)$/;

/** "Välkänd på avd.": known to those who care for somebody, which singles nobody out. */
function inCare({ words, entries, text }: Reading, i: number): boolean {
  for (let n = i + 1; n <= i + 4 && n < words.length; n += 1) {
    if (/[.!?;\n]/.test(text.text.slice(words[n - 1]!.end, words[n]!.start))) return false;
    if (care.test(words[n]!.lower)) return true;
    if (entries[n]?.is === 'place' || entries[n]?.is === 'shop') return false;
  }
  return false;
}

/** A medium tells little alone: it must be the person who was in it, or of whom it was written. */
function shown(reading: Reading, i: number, is: string, weight: number): void {
  const { words, sign } = reading;
  const investigated = isWord(words[i], 'granskning') && isWord(words[i - 1], 'uppdrag');
  const about = near(reading, i, -6, 3, ' pronoun ') && near(reading, i, -7, 3, ' about ');
  const appeared = near(reading, i, -6, 4, ' appeared ');
  const starred = near(reading, i, -6, 4, ' starred ');
  const more = (about && appeared) || starred ? 2 : about || (appeared && is === 'screen') ? 1 : 0;
  sign('known', appeared || starred || about ? (investigated ? 1 : weight) + more : 0, i);
  if (about || appeared) dated(reading, i);
}
