import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import { readDocument, writeDocument } from '../../src/store/consultationDocument.ts';
import fc from '../support/property.ts';
import { aConsultation, aFullConsultation, aLeg } from './builders.ts';

describe('the kept document of a consultation', () => {
  it('gives back every member', () => {
    expect(readDocument(writeDocument(aFullConsultation()))).toStrictEqual(aFullConsultation());
  });

  it('leaves no member without a value in the full example', () => {
    const empty = (value: unknown): boolean =>
      value === undefined ||
      (Array.isArray(value) && value.length === 0) ||
      (typeof value === 'object' && value !== null && Object.values(value).some(empty));
    expect(empty(aFullConsultation())).toBe(false);
    expect(empty(aConsultation())).toBe(true);
  });

  it('gives back what is not there as undefined', () => {
    expect(readDocument(writeDocument(aConsultation()))).toStrictEqual(aConsultation());
  });

  it('gives back any text, name and presence of parts', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u0000', '\ud800', '"\\', 'Åsa\r\n'),
    );
    const key = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name !== '__proto__');
    const full = aFullConsultation();
    const maybe = <T>(value: T) => fc.constantFrom<(T | undefined)[]>(value, undefined);
    const some = fc.record({
      question: text,
      additions: fc.array(fc.record({ at: text, by: text, text })),
      minutesLeft: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
      votes: fc.dictionary(key, fc.dictionary(key, fc.constantFrom('yes' as const, 'maybe', 'no'))),
      routing: maybe(full.legs[0]?.routing),
      meeting: maybe(full.meeting),
      handover: maybe(full.handover),
      closedAt: fc.option(text, { nil: undefined }),
    });
    fc.assert(
      fc.property(some, ({ question, additions, minutesLeft, votes, routing, ...rest }) => {
        const consultation: Consultation = {
          ...full,
          ...rest,
          request: { ...full.request, question, additions },
          // JSON knows no -0.
          legs: [aLeg({ minutesLeft: minutesLeft === undefined ? undefined : minutesLeft + 0, routing })],
          times: full.times && { ...full.times, votes },
        };
        expect(readDocument(writeDocument(consultation))).toEqual(consultation);
      }),
    );
  });

  it('refuses to keep what could not be read back', () => {
    const strange = { ...aConsultation(), failedRounds: Number.NaN };
    expect(() => writeDocument(strange)).toThrow();
    const more = { ...aConsultation(), unheardOf: true };
    expect(() => writeDocument(more)).toThrow();
  });

  it('is a fault when the document has another shape', () => {
    const { owner: _, ...less } = aConsultation();
    expect(() => readDocument(JSON.stringify(less))).toThrow(/owner/);
  });
});
