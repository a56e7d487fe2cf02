import { describe, expect, it } from 'vitest';
import { regionsAround, tells } from '../../../src/domain/guard/regions.ts';
import { examine } from '../../../src/domain/guard/verdict.ts';

const clean = 'Kvinnan är sjukskriven sedan länge och frågan är vem som betalar resan till mötet. '.repeat(
  40,
);

describe('a long text', () => {
  it.each([
    ['set in bold', 'Hennes nummer är **850412**-9811, tror vi.', 'personnummer'],
    ['broken over lines', 'Hennes nummer är 850412-\n9811, tror vi.', 'personnummer'],
    ['announced on the line before', 'Vi betalar till konto\nnr 5998-1203, se punkt "3".', 'account'],
    ['said in words', 'Numret är åttiofem noll fyra tolv nittioåtta elva, tror vi.', 'personnummer'],
  ])('has a number %s found as a short one has', (_, text, type) => {
    const alone = examine(text);
    expect(alone.map((finding) => finding.type)).toContain(type);
    expect(examine(clean + text + clean)).toEqual(
      alone.map((finding) => ({
        ...finding,
        start: finding.start + clean.length,
        end: finding.end + clean.length,
      })),
    );
  });

  it('is read once more around its spots only, cut through no number', () => {
    const spot = { start: clean.length, end: clean.length + 2 };
    const [region, ...others] = regionsAround(`${clean}**1${' 1'.repeat(300)} ${clean}`, [spot]);
    expect(others).toEqual([]);
    expect(region!.start).toBeLessThan(spot.start - 200);
    expect(region!.end).toBeGreaterThan(spot.end + 600);
    expect(region!.end).toBeLessThan(spot.end + 800);
    expect(tells(region!, { start: spot.end + 5, end: spot.end + 9 })).toBe(true);
    expect(tells(region!, { start: spot.end + 300, end: spot.end + 309 })).toBe(false);
  });
});

describe('letters from outside Latin-1', () => {
  it.each([
    ['Małgorzata Zielińska ringde om pnr 850412-9811 😀 i går', ['Małgorzata Zielińska', '850412-9811']],
    ['😀😀pnr 850412-9811, محمود, 500 €', ['850412-9811', 'محمود']],
    ['Bor på Łąkagatan 5, säger Şükrü', ['Łąkagatan 5', 'Şükrü']],
  ])('keep their places: %s', (text, surfaces) => {
    expect(examine(text).map(({ start, end }) => text.slice(start, end))).toEqual(surfaces);
  });
});
