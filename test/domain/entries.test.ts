import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import {
  afterFailure,
  type EntryMethod,
  entriesChanged,
  entryDue,
  expects,
  saidBy,
  type Told,
} from '../../src/domain/entries.ts';
import { aConsultation } from '../store/builders.ts';
import fc from '../support/property.ts';

const now = new Date('2026-09-07T09:00:00Z');
const hour = (day: number) => ({
  start: `2026-09-${String(10 + day).padStart(2, '0')}T09:00:00.000Z`,
  end: `2026-09-${String(10 + day).padStart(2, '0')}T10:00:00.000Z`,
});

/** Booked with these people on a day; nobody and no day: called off. */
function standing(before: Consultation, people: readonly string[], day: number): Consultation {
  const participants = Object.fromEntries(people.map((person) => [`role-${person}`, person]));
  const invited = [...new Set([...(before.calendar?.invited ?? []), ...people])];
  const sequence = before.calendar ? before.calendar.sequence + 1 : 0;
  const time = people.length > 0 ? hour(day) : { start: before.calendar!.start, end: before.calendar!.end };
  return {
    ...before,
    is: people.length > 0 ? 'booked' : 'scheduling',
    calendar: { uid: 'u-1', sequence, ...time, invited },
    meeting:
      people.length > 0
        ? { ...time, link: undefined, session: undefined, participants, present: undefined, over: false }
        : undefined,
  };
}

/** A person's calendar, by what was sent to it: RFC 5546, the newest word wins. */
type Calendar = { sequence: number; start: string } | undefined;

describe('what somebody’s calendar is told', () => {
  it('ends with how the meeting stands, whatever was lost, repeated or overtaken on the way, and nothing is told twice', () => {
    const everybody = ['a', 'b', 'c'];
    const change = fc.record({
      people: fc.subarray(everybody),
      day: fc.integer({ min: 1, max: 2 }),
      /** What becomes of each letter tried after this change; none is tried where the row is still waiting. */
      tries: fc.array(
        fc.record({
          person: fc.constantFrom(...everybody),
          is: fc.constantFrom('sent' as const, 'lost' as const, 'sending' as const, 'failed' as const),
        }),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let current = standing(aConsultation({ id: 'c-1' }), everybody, 1);
        const told = new Map<string, Told>();
        const calendars = new Map<string, Calendar>();
        const rows = new Set(entriesChanged(undefined, current));
        const sent: string[] = [];
        const attempt = (person: string, is: 'sent' | 'lost' | 'sending' | 'failed') => {
          if (!rows.has(person)) return;
          const method: EntryMethod | undefined = entryDue(current, person, told.get(person), now);
          const { sequence, start } = current.calendar!;
          if (method !== undefined) {
            // `lost` arrived without anybody knowing; `sending` did not arrive, and nobody knows either.
            if (is === 'sent' || is === 'lost') {
              if (is === 'sent') sent.push(`${person} ${sequence} ${method}`);
              const had = calendars.get(person);
              expect(sequence).toBeGreaterThanOrEqual(had?.sequence ?? 0);
              calendars.set(person, method === 'REQUEST' ? { sequence, start } : undefined);
            }
            const failed = is === 'failed' ? afterFailure(told.get(person), 'u-1') : is;
            const kept = failed === 'lost' ? 'sending' : failed;
            told.set(person, { uid: 'u-1', sequence, method, said: saidBy(current), is: kept });
          }
          if (method === undefined || is === 'sent') rows.delete(person);
        };
        for (const { people, day, tries } of changes) {
          const after = standing(current, people, day);
          for (const person of entriesChanged(current, after)) rows.add(person);
          current = after;
          for (const { person, is } of tries) attempt(person, is);
        }
        for (const person of everybody) attempt(person, 'sent');
        for (const person of everybody) {
          const stands = expects(current, person) ? current.calendar!.start : undefined;
          expect(calendars.get(person)?.start).toBe(stands);
        }
        expect(new Set(sent).size).toBe(sent.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('concerns only those for whom something has changed', () => {
    const before = standing(aConsultation({ id: 'c-1' }), ['a', 'b'], 1);
    const swapped = {
      ...standing(before, ['a', 'c'], 1),
      calendar: { ...before.calendar!, sequence: 1, invited: ['a', 'b', 'c'] },
    };
    expect(entriesChanged(before, swapped)).toEqual(['b', 'c']);
    expect(entriesChanged(before, standing(before, [], 1))).toEqual(['a', 'b']);
    expect(entriesChanged(before, { ...before, version: before.version + 1 })).toEqual([]);
  });

  it('is nothing once the meeting is over, and nothing is called off that was never told', () => {
    const meeting = standing(aConsultation({ id: 'c-1' }), ['a'], 1);
    expect(entryDue(meeting, 'a', undefined, new Date(meeting.calendar!.end))).toBeUndefined();
    expect(entryDue(standing(meeting, [], 1), 'a', undefined, now)).toBeUndefined();
    const failed: Told = { uid: 'u-1', sequence: 0, method: 'REQUEST', said: saidBy(meeting), is: 'failed' };
    expect(entryDue(standing(meeting, [], 1), 'a', failed, now)).toBeUndefined();
    expect(entryDue(meeting, 'a', failed, now)).toBe('REQUEST');
    // Another meeting of the same consultation is another entry.
    const other = { ...failed, uid: 'u-0', is: 'sent' as const };
    expect(entryDue(standing(meeting, [], 1), 'a', other, now)).toBeUndefined();
  });
});
