import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../src/domain/absenceDates.ts';

const read = (text: string) => {
  const said = readAbsence(text.split(' '), '2026-09-07');
  return said && [said.from, said.to, said.part, ...said.rest].join(' ');
};

describe('days of absence as people write them', () => {
  it.each([
    ['2026-10-01 2026-10-14', '2026-10-01 2026-10-14 day'],
    ['2026-10-01 - 2026-10-14', '2026-10-01 2026-10-14 day'],
    ['2026-10-01–2026-10-14', '2026-10-01 2026-10-14 day'],
    ['2026-10-01 till 2026-10-14 Lars Wik', '2026-10-01 2026-10-14 day Lars Wik'],
    ['1/10 14/10', '2026-10-01 2026-10-14 day'],
    ['1/10-14/10', '2026-10-01 2026-10-14 day'],
    ['1/10 – 14/10 Maria Lund', '2026-10-01 2026-10-14 day Maria Lund'],
    ['7 sep-11 sep fk-2', '2026-09-07 2026-09-11 day fk-2'],
    ['2026-10-01-2026-10-14 Anna-Lena Björk', '2026-10-01 2026-10-14 day Anna-Lena Björk'],
    ['7-11/9', '2026-09-07 2026-09-11 day'],
    ['7 sep', '2026-09-07 2026-09-07 day'],
    ['7 sep - 11 sep', '2026-09-07 2026-09-11 day'],
    ['7–11 september em', '2026-09-07 2026-09-11 afternoon'],
    ['7 till 11 september', '2026-09-07 2026-09-11 day'],
    ['den 7 september t.o.m. den 11 september', '2026-09-07 2026-09-11 day'],
    ['28 dec. - 3 jan.', '2026-12-28 2027-01-03 day'],
    ['1 maj', '2027-05-01 2027-05-01 day'],
    ['3 may to 5 oct', '2027-05-03 2026-10-05 day'],
    ['idag em', '2026-09-07 2026-09-07 afternoon'],
    ['v. 40', '2026-09-28 2026-10-04 day'],
  ])('%s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  it.each(['', 'Eva', '32/1', '30 feb', '7', '7 Lars', 'sep', '- 7 sep', '2026-02-30', 'till 7 sep'])(
    'not "%s"',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
