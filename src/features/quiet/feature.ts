import { z } from 'zod';
import { listed, say } from '../../cards/frame.ts';
import { actions, button, card, heading, line, notice, plain, timeInput } from '../../cards/parts.ts';
import { isSince, stampOf } from '../../domain/availability.ts';
import { tidyQuiet } from '../../domain/duty.ts';
import type { Windows } from '../../domain/workingTime.ts';
import { quietHoursOf, saveQuietHours } from '../../store/quietHours.ts';
import { absenceTexts } from '../../texts/absence.ts';
import { clockOf } from '../../texts/dates.ts';
import { personKey } from '../keys.ts';
import { action, type Feature, type Reply, replyCard, type Spoken, since, type Turn } from '../turn.ts';
import { windowOf } from '../words.ts';

const working = ['caseworker', 'member', 'coordinator'] as const;
const MOST = 4;

/** As an input of a card gives it, or nothing. */
const time = z
  .string()
  .regex(/^(\d{2}:\d{2})?$/)
  .default('');
/** `12-13,16-16.30`. */
const codes = z
  .string()
  .max(60)
  .regex(/^(?:\d\d?(?:[.:]\d\d)?-\d\d?(?:[.:]\d\d)?(?:,|$))+$/);
const read = (said: string): Windows | undefined => {
  const windows = said.split(',').map(windowOf);
  return windows.every((one) => one !== undefined) ? tidyQuiet(windows) : undefined;
};

const spansOf = (hours: Windows): string[] => hours.map(({ from, to }) => `${from}-${to}`);

/** When the reader is not told what the clock has done, and how to change it. */
async function shown(turn: Turn, done?: { text: string; style: 'good' | 'warning' }): Promise<Reply> {
  const t = absenceTexts[turn.language];
  const hours = await quietHoursOf(turn.house.store.db, personKey(turn.association, turn.reader.id));
  const times = hours.map(({ from, to }) => `${clockOf(from, turn.language)}–${clockOf(to, turn.language)}`);
  return replyCard(
    card(
      [
        heading(t.quiet),
        done && notice(done.text, done.style),
        line(times.length === 0 ? t.quietNone : t.quietNow(listed(times, say(turn).form.and))),
        line(t.quietIntro),
        timeInput('start', t.quietFrom),
        timeInput('stop', t.quietTo),
        actions([
          button('quiet.add', t.quietSave, {}, 'positive'),
          hours.length > 0 && plain('quiet.set', t.quietClear, { since: stampOf(spansOf(hours)) }),
        ]),
      ],
      t.quiet,
    ),
  );
}

async function save(turn: Turn, change: (before: Windows) => Windows | undefined): Promise<Reply> {
  const t = absenceTexts[turn.language];
  const { db } = turn.house.store;
  const key = personKey(turn.association, turn.reader.id);
  const before = await quietHoursOf(db, key);
  const after = change(before);
  if (after === undefined || after.length > MOST)
    return shown(turn, { text: t.quietWrong, style: 'warning' });
  if (after === before) return shown(turn);
  await saveQuietHours(db, key, after);
  return shown(turn, { text: t.quietSaved, style: 'good' });
}

/** Hours within the working day in which nothing of the clock's reaches a person; it comes after them. */
export const quiet: Feature = {
  name: 'quiet',
  actions: {
    'quiet.show': action({ roles: working, inputs: z.object({}), run: (turn) => shown(turn) }),
    'quiet.set': action({
      roles: working,
      inputs: z.object({ hours: codes.optional(), since }),
      run: (turn, { hours, since }) =>
        save(turn, (before) =>
          hours !== undefined ? read(hours) : isSince(since, spansOf(before)) ? [] : before,
        ),
    }),
    'quiet.add': action({
      roles: working,
      inputs: z.object({ start: time, stop: time }),
      run: (turn, { start, stop }) =>
        save(turn, (before) => {
          const more = windowOf(`${start}-${stop}`);
          return more && tidyQuiet([...before, more]);
        }),
    }),
  },
  sayings: [
    {
      word: 'quiet',
      read: (rest): Spoken | undefined => {
        if (rest.length === 0) return { action: 'quiet.show', inputs: {} };
        const said = rest.join(' ').toLowerCase();
        if (said === 'av' || said === 'off') return { action: 'quiet.set', inputs: {} };
        const hours = said
          .replace(/\s*[-–—]\s*/gu, '-')
          .split(/[\s,;]+/u)
          .filter((one) => !['', 'och', 'and', 'kl', 'kl.'].includes(one));
        return hours.length > 0 && hours.every((one) => windowOf(one) !== undefined)
          ? { action: 'quiet.set', inputs: { hours: hours.join(',') } }
          : undefined;
      },
    },
  ],
};
