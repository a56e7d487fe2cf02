import { describe, expect, test } from 'vitest';
import { holds, intersect, type Span, subtract, union, without } from '../../src/domain/spans.ts';
import fc from '../support/property.ts';

describe('spans', () => {
  const spans = fc.array(
    fc
      .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 15 }) })
      .map(({ start, length }) => ({ start, end: start + length })),
    { maxLength: 8 },
  );
  const inside = (list: readonly Span[], n: number) => list.some(({ start, end }) => n >= start && n < end);
  const drawn = (holds: (n: number) => boolean): Span[] => {
    const found: Span[] = [];
    for (let n = 0; n <= 80; n++) {
      if (!holds(n)) continue;
      const last = found[found.length - 1];
      if (last?.end === n) found[found.length - 1] = { start: last.start, end: n + 1 };
      else found.push({ start: n, end: n + 1 });
    }
    return found;
  };

  test('union, intersection and difference are those of the minutes, in order and joined', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const before = structuredClone([a, b]);
        expect(union(a, b)).toEqual(drawn((n) => inside(a, n) || inside(b, n)));
        expect(intersect(a, b)).toEqual(drawn((n) => inside(a, n) && inside(b, n)));
        expect(subtract(a, b)).toEqual(drawn((n) => inside(a, n) && !inside(b, n)));
        expect([a, b]).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is outside busy time with room on both sides, in pieces that are long enough, is that of the minutes', () => {
    const room = fc.integer({ min: 0, max: 5 });
    const least = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(spans, spans, room, least, (a, busy, around, enough) => {
        const open = union(a, []);
        const near = busy.map(({ start, end }) => ({
          start: start - around,
          end: start < end ? end + around : start - around,
        }));
        const expected = drawn((n) => inside(open, n) && !inside(near, n));
        expect(without(open, busy, around, enough)).toEqual(
          expected.filter(({ start, end }) => end - start >= enough),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('one span holds a time whole, or none does', () => {
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 10 }),
        (a, start, length) => {
          const list = union(a, []);
          const end = start + length;
          expect(holds(list, start, end)).toBe(list.some((one) => one.start <= start && end <= one.end));
        },
      ),
    );
  });
});
