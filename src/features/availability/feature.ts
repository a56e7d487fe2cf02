import { z } from 'zod';
import { availabilityCard } from '../../cards/availabilityCard.ts';
import {
  codesOf,
  type Declared,
  declare,
  fromCodes,
  fromDay,
  isDay,
  isSince,
  mostLines,
  nothingDeclared,
  weekKinds,
  withdraw,
} from '../../domain/availability.ts';
import type { Role } from '../../domain/codes.ts';
import { dayOf, weekdays } from '../../domain/zone.ts';
import { availabilityOf, changeAvailability } from '../../store/availability.ts';
import { availabilityTexts } from '../../texts/availability.ts';
import { personKey } from '../keys.ts';
import { action, type Feature, type Reply, replyCard, type Spoken, since, type Turn } from '../turn.ts';
import { minutesFrom, readAvailability } from './read.ts';

/** Whoever sits in meetings. */
const roles: readonly Role[] = ['caseworker', 'member'];
/** A line as a button or the card's choice names it: its code, a single day, or none yet. */
const line = z
  .string()
  .regex(/^([a-z]{3} [a-z]{3,4} \d{1,4}-\d{1,4}|\d{4}-\d{2}-\d{2}|new)?$/)
  .default('new');
const time = z
  .string()
  .regex(/^(\d{2}:\d{2})?$/)
  .default('');

const todayOf = ({ now, association }: Turn): string => dayOf(now, association.timeZone);

const shown = async (turn: Turn, problem?: string): Promise<Reply> => {
  const key = personKey(turn.association, turn.reader.id);
  const told = problem === undefined ? undefined : ({ text: problem, style: 'warning' } as const);
  return replyCard(availabilityCard(turn, await availabilityOf(turn.house.store.db, key), told));
};

/** Changes what the reader has declared and shows how it stands. */
async function changed(turn: Turn, change: (before: Declared) => Declared): Promise<Reply> {
  const t = availabilityTexts[turn.language];
  const outcome = { text: t.unchanged, style: 'warning' as 'good' | 'warning' };
  const who = {
    association: turn.association.id,
    person: turn.reader.id,
    at: turn.now.toISOString(),
    activity: turn.activity,
  };
  const after = await changeAvailability(turn.house.store, who, (before) => {
    const wanted = fromDay(change(before), todayOf(turn));
    if (codesOf(wanted).length > mostLines) {
      outcome.text = t.tooMany;
      return before;
    }
    if (codesOf(wanted).join() !== codesOf(before).join())
      Object.assign(outcome, { text: t.saved, style: 'good' });
    return wanted;
  });
  return replyCard(availabilityCard(turn, after, outcome));
}

/** The declared line that a choice on the card names. */
const named = (said: string): Declared => {
  if (isDay(said)) return { week: [], days: [{ day: said, windows: [] }] };
  return (said === 'new' || said === '' ? undefined : fromCodes([said])) ?? nothingDeclared;
};

/** When people may be booked, in their own words. */
export const availability: Feature = {
  name: 'availability',
  actions: {
    'availability.show': action({ roles, inputs: z.object({}), run: (turn) => shown(turn) }),
    'availability.add': action({
      roles,
      // What is no declaration is no input: nothing else that somebody wrote comes further than here.
      inputs: z.object({
        lines: z
          .string()
          .max(4000)
          .refine((lines) => fromCodes(lines.split(';')) !== undefined),
      }),
      run: async (turn, { lines }) => {
        const more = fromCodes(lines.split(';'));
        return more ? changed(turn, (before) => declare(before, more)) : shown(turn);
      },
    }),
    'availability.save': action({
      roles,
      inputs: z.object({
        line,
        weekday: z.enum(weekdays),
        weeks: z.enum(weekKinds).default('all'),
        start: time,
        stop: time,
      }),
      run: async (turn, { line: old, weekday, weeks, start, stop }) => {
        const [from, to] = [start === '00:00' ? 0 : minutesFrom(start), minutesFrom(stop)];
        if (from === undefined || to === undefined || from >= to)
          return shown(turn, availabilityTexts[turn.language].wrongTime);
        const more = { week: [{ weekday, weeks, from, to }], days: [] };
        return changed(turn, (before) => declare(withdraw(before, named(old)), more));
      },
    }),
    'availability.remove': action({
      roles,
      inputs: z.object({ line }),
      run: (turn, { line: old }) => changed(turn, (before) => withdraw(before, named(old))),
    }),
    'availability.clear': action({
      roles,
      inputs: z.object({ since }),
      // Brought again after something else was declared, it would take that away.
      run: (turn, { since }) =>
        changed(turn, (before) => (isSince(since, codesOf(before)) ? nothingDeclared : before)),
    }),
  },
  sayings: [
    {
      word: 'availability',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0) return { action: 'availability.show', inputs: {} };
        if (rest.length === 1 && ['rensa', 'clear'].includes(rest[0]!.toLowerCase()))
          return { action: 'availability.clear', inputs: {} };
        const said = readAvailability(rest, todayOf(turn));
        return said && { action: 'availability.add', inputs: { lines: codesOf(said).join(';') } };
      },
    },
  ],
};
