import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';
import fc from '../../support/property.ts';

const numbers = ['8506149882', '199409172385', '8001662397', '199902152389'] as const;

/** Zeros of some scripts' decimal digits: Latin, full-width, Arabic, Persian, Devanagari, Thai, mathematical bold. */
const zeros = ['0', '０', '٠', '۰', '०', '๐', '𝟎'].map((zero) => zero.codePointAt(0)!);
const invisible = ['', '\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060'];
const dashes = ['-', '–', '—', '‑', '−', '⁃', '﹣', '－', ' - ', ' – ', '.', '/', '_', '+', ' '];
const gaps = ['', ' ', '\u00a0', '.', '-', '\u2009'];

describe('disguises', () => {
  it('finds a personal number in any digits, with any dash and invisible characters between', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom(...zeros),
        fc.constantFrom(...invisible),
        fc.constantFrom(...dashes),
        fc.constantFrom('', 'pnr ', 'Klienten (', 'intyg_'),
        (number, zero, hidden, dash, lead) => {
          const digits = [...number].map((digit) => String.fromCodePoint(zero + Number(digit)));
          const text = `${lead}${digits.slice(0, -4).join(hidden)}${dash}${digits.slice(-4).join(hidden)} är nytt`;
          const { verdict, findings } = judge(text);
          expect(verdict).toBe('block');
          const found = findings.find((finding) => finding.type === 'personnummer');
          expect(found).toBeDefined();
          expect(text.slice(found!.start, found!.end).startsWith(digits[0]!)).toBe(true);
        },
      ),
    );
  });

  it('finds a personal number whose date is split by spaces, dots or dashes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom(...gaps),
        fc.constantFrom(...dashes),
        (number, gap, dash) => {
          const parts = number
            .slice(0, -4)
            .match(/^(?:\d{4})?(?=\d{4}$)|\d\d/g)!
            .filter(Boolean);
          const text = `Enligt henne ${parts.join(gap)}${dash}${number.slice(-4)}.`;
          expect(judge(text).verdict).toBe('block');
        },
      ),
    );
  });

  it.each([
    ['spelt figure by figure', 'numret 8 5 0 6 1 4 9 8 8 2'],
    ['O and l for nought and one', 'nr 85O6l4-9882'],
    ['Cyrillic O for nought', 'nr 85\u041e614-9882'],
    [
      'keycap figures',
      '8\ufe0f\u20e35\ufe0f\u20e30\ufe0f\u20e36\ufe0f\u20e31\ufe0f\u20e34\ufe0f\u20e3-9\ufe0f\u20e38\ufe0f\u20e38\ufe0f\u20e32\ufe0f\u20e3',
    ],
    ['circled figures', 'nr ⑧⑤⓪⑥①④-⑨⑧⑧②'],
    ['full-width at-sign', 'kim.exempel＠example.com'],
    ['soft hyphens in an address', 'kim.exem\u00adpel@exam\u00adple.com'],
    ['decomposed letters in a street', 'bor på Storga\u0308rdsgatan 5'],
    ['Cyrillic letters in a street', 'bor på Ex\u0435mp\u0435lgat\u0430n 5'],
    ['brackets round the parts', 'nr (85)0614-(98)82'],
  ])('blocks %s', (_, text) => {
    expect(judge(text).verdict).toBe('block');
  });

  it.each([
    ['zero-width space', 'Nu vill Ahm\u200bed ha besked.'],
    ['Cyrillic look-alikes', 'Nu vill \u0410hm\u0435d ha besked.'],
    ['Cyrillic spelling', 'Nu vill Светлана ha besked.'],
    ['decomposed letters', 'Nu vill A\u030asa ha besked.'],
    ['letters apart', 'Hon stavar det A n n e l i.'],
    ['full-width letters', 'Nu vill Ａｈｍｅｄ ha besked.'],
    ['another script', 'Hon skrev فاطمة på lappen.'],
    ['a file name', 'Bilagan Ahmed_Hassan_utlåtande.pdf är på fem sidor.'],
  ])('asks about a name in disguise: %s', (_, text) => {
    expect(judge(text).verdict).toBe('ask');
  });

  it('keeps offsets inside any text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const text = `${noise} 850614-9882`;
        const { verdict, findings } = judge(text);
        expect(verdict).toBe('block');
        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
    );
  });
});
