import { z } from 'zod';
import { moment, say } from '../../cards/frame.ts';
import { actions, card, heading, plain } from '../../cards/parts.ts';
import { languages } from '../../domain/codes.ts';
import { dayFrom, dayNumberIn, instantAt, minutesOfDay } from '../../domain/zone.ts';
import { findAnswer, remember } from '../../store/inbox.ts';
import { saveLanguage } from '../../store/people.ts';
import { talkTexts } from '../../texts/talk.ts';
import { helpReply } from '../helpReply.ts';
import { personKey } from '../keys.ts';
import { action, type Feature, type Reply, replyCard, replyText, type Spoken, type Turn } from '../turn.ts';

const DAY = 24 * 60;
const units: Readonly<Record<string, number>> = { m: 1, h: DAY / 24, d: DAY, w: 7 * DAY };

/** `+90m`, `+4h`, `+3d`, `+2w`, or a day and a time in the association's zone; undefined when it is neither. */
export function clockTime(said: string, now: Date, timeZone: string): Date | undefined {
  const step = /^\+(\d{1,4})([mhdw])$/.exec(said);
  if (step) {
    const [, count, unit] = step as unknown as [string, string, string];
    const minutes = Number(count) * units[unit]!;
    if (unit === 'm' || unit === 'h') return new Date(now.getTime() + minutes * 60_000);
    // Days and weeks keep the time of day, also over a night when the clocks change.
    const number = dayNumberIn(now.getTime(), timeZone);
    const wall = wallMinutes(now, timeZone);
    return instantAt(dayFrom(number + minutes / DAY), wall, timeZone);
  }
  const set = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(said);
  const minutes = set ? minutesOfDay(set[2]!) : undefined;
  if (
    !set ||
    minutes === undefined ||
    dayFrom(dayNumberIn(Date.parse(`${set[1]}T12:00:00Z`), 'UTC')) !== set[1]
  )
    return undefined;
  return instantAt(set[1]!, minutes, timeZone);
}

function wallMinutes(now: Date, timeZone: string): number {
  const midnight = instantAt(dayFrom(dayNumberIn(now.getTime(), timeZone)), 0, timeZone);
  const passed = (now.getTime() - midnight.getTime()) / 60_000;
  const guess = instantAt(dayFrom(dayNumberIn(now.getTime(), timeZone)), passed, timeZone);
  return passed - (guess.getTime() - now.getTime()) / 60_000;
}

async function setClock(turn: Turn, to: string): Promise<Reply> {
  const t = say(turn).talk;
  const { house } = turn;
  if (house.mode !== 'local') return replyText(t.clockLocal);
  const told = (at: Date) => replyText(t.clockIs(moment({ ...turn, now: at }, at.toISOString())));
  // The same message delivered again must not move time again.
  if ((await findAnswer(house.store, turn.activity)) !== undefined) return told(house.now());
  const at = clockTime(to, turn.now, turn.association.timeZone);
  if (!at || at < turn.now) return replyText(t.clockBack);
  await remember(house.store, { key: turn.activity, answer: to }, turn.now.toISOString());
  await house.moveClock(at);
  return told(at);
}

/** The reader's language, and (in the local rehearsal) the clock. */
export const settings: Feature = {
  name: 'settings',
  actions: {
    'language.set': action({
      inputs: z.object({ to: z.enum(languages) }),
      run: async (turn, { to }) => {
        await saveLanguage(turn.house.store, personKey(turn.association, turn.reader.id), to);
        const changed = { ...turn, language: to };
        return helpReply(changed, say(changed).talk.languageSaved);
      },
    }),
    'language.ask': action({
      inputs: z.object({}),
      run: async (turn) => {
        const { languageAsk } = say(turn).talk;
        const buttons = languages.map((to) => plain('language.set', talkTexts[to].languageName, { to }));
        return replyCard(card([heading(languageAsk), actions(buttons)], languageAsk));
      },
    }),
    'clock.show': action({
      inputs: z.object({}),
      run: async (turn) => replyText(say(turn).talk.clockNow(moment(turn, turn.now.toISOString()))),
    }),
    'clock.set': action({
      inputs: z.object({ to: z.string().max(20) }),
      run: (turn, { to }) => setClock(turn, to),
    }),
  },
  sayings: [
    {
      word: 'language',
      read: (rest): Spoken | undefined => {
        if (rest.length === 0) return { action: 'language.ask', inputs: {} };
        const to = rest.length === 1 ? languages.find((one) => one === rest[0]!.toLowerCase()) : undefined;
        return to ? { action: 'language.set', inputs: { to } } : undefined;
      },
    },
    {
      word: 'clock',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0) return { action: 'clock.show', inputs: {} };
        const to = rest
          .join(' ')
          .replace(' kl. ', ' ')
          .replace(/(\d{2})\.(\d{2})$/, '$1:$2');
        return clockTime(to, turn.now, turn.association.timeZone)
          ? { action: 'clock.set', inputs: { to } }
          : undefined;
      },
    },
  ],
};
