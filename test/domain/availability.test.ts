import { describe, expect, it } from 'vitest';
import {
  codesOf,
  type Declared,
  declare,
  fromCodes,
  fromDay,
  nothingDeclared,
  tidy,
  weekKinds,
  withdraw,
} from '../../src/domain/availability.ts';
import { weekdays } from '../../src/domain/zone.ts';
import { readAvailability } from '../../src/features/availability/read.ts';
import fc from '../support/property.ts';

const today = '2026-09-07';
const codes = (said: string): string[] | undefined => {
  const found = readAvailability(said.split(/[\s,]+/u), today);
  return found && codesOf(found);
};

describe('what people write', () => {
  it.each([
    ['tis 13-15 udda', ['tue odd 780-900']],
    ['tue 13-15 even', ['tue even 780-900']],
    ['Tisdag 13.00–15.30 alla', ['tue all 780-930']],
    ['tors 9-11:30', ['thu all 540-690']],
    ['mån-ons 9 - 11 jämna veckor', ['mon even 540-660', 'tue even 540-660', 'wed even 540-660']],
    ['tis 9-11 13-15 udda', ['tue odd 540-660', 'tue odd 780-900']],
    ['tis 9-11, tors kl. 13-15 och fre 8-9', ['tue all 540-660', 'thu all 780-900', 'fri all 480-540']],
    ['tis 13-15 udda\ntider tor 9-11 jämna', ['tue odd 780-900', 'thu even 540-660']],
    ['2026-09-15 nej', ['2026-09-15 no']],
    ['15/9 ja', ['2026-09-15 0-1440']],
    ['1/3 9-11', ['2027-03-01 540-660']],
    ['fre 20-24', ['fri all 1200-1440']],
  ])('%s', (said, expected) => expect(codes(said)).toEqual(expected));

  it.each([
    'tis',
    '13-15',
    'tis 15-13',
    'tis 13-25',
    'tis 13-15 ibland',
    'tis 13-15 udda jämna',
    'fre-tis 9-11',
    'tis 13-15 nej',
    '2026-09-15',
    '2026-09-15 udda 9-11',
    '2026-02-30 nej',
    '31/2 nej',
    '2026-09-15 nej 9-11',
    'K-22222-8 tis 9-11',
  ])('is not guessed at: %s', (said) => expect(codes(said)).toBeUndefined());
});

const minutes = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }));
const window = minutes.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to }));
const declared: fc.Arbitrary<Declared> = fc.record({
  week: fc.array(
    fc
      .tuple(fc.constantFrom(...weekdays), fc.constantFrom(...weekKinds), window)
      .map(([weekday, weeks, one]) => ({ weekday, weeks, ...one })),
    { maxLength: 8 },
  ),
  days: fc.array(
    fc.record({
      day: fc.constantFrom('2026-09-01', '2026-09-07', '2026-12-31'),
      windows: fc.array(window, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

describe('what has been declared', () => {
  it('is the same after being said twice, and after being carried as codes', () => {
    fc.assert(
      fc.property(declared, (some) => {
        const once = declare(nothingDeclared, some);
        expect(declare(once, some)).toEqual(once);
        expect(fromCodes(codesOf(once))).toEqual(once);
      }),
    );
  });

  it('is gone, and nothing else, once it is taken back', () => {
    fc.assert(
      fc.property(declared, declared, (some, other) => {
        const both = declare(some, other);
        for (const drop of both.week) {
          const left = withdraw(both, { week: [drop], days: [] });
          expect(codesOf(left)).toEqual(
            codesOf(both).filter((code) => !codesOf({ week: [drop], days: [] }).includes(code)),
          );
        }
        expect(withdraw(both, both)).toEqual(nothingDeclared);
      }),
    );
  });

  it('says a single day once, the last time it was said, and forgets days that are over', () => {
    const no = { week: [], days: [{ day: '2026-09-15', windows: [] }] };
    const yes = { week: [], days: [{ day: '2026-09-15', windows: [{ from: 0, to: 1440 }] }] };
    expect(codesOf(declare(no, yes))).toEqual(['2026-09-15 0-1440']);
    expect(fromDay(no, '2026-09-15')).toEqual(no);
    expect(fromDay(no, '2026-09-16')).toEqual(nothingDeclared);
  });

  it.each([
    'tue',
    'tue odd',
    'tue odd 900-780',
    'tue odd 0-1441',
    'tue some 1-2',
    'tue odd no',
    'x',
    '2026-02-30 no',
    '2026-09-15 1-2 3',
    '',
  ])('is not read from a forged code: %s', (code) => expect(fromCodes([code])).toBeUndefined());

  it('joins what overlaps on the same day in the same weeks only', () => {
    const line = { weekday: 'tue', weeks: 'odd' } as const;
    const week = [
      { ...line, from: 540, to: 660 },
      { ...line, from: 600, to: 700 },
      { ...line, weeks: 'all', from: 600, to: 720 } as const,
    ];
    expect(codesOf(tidy({ week, days: [] }))).toEqual(['tue all 600-720', 'tue odd 540-700']);
  });
});
