import type { Weekday } from '../../domain/availability.ts';
import type { availability as sv } from '../sv/availability.ts';

export const availability: typeof sv = {
  title: 'When you can meet',
  intro:
    'Samråd proposes meetings at these times only, within working hours and around what you are already booked for.',
  none: ({ agency }) =>
    `You have declared no times. Meetings may then be proposed at any time within working hours (${agency}) on the days you work.`,
  onlyDays: ({ agency }) => `On other days all working hours count (${agency}).`,
  line: ({ weekday, time, weeks }) => `${days[weekday]} ${time}, ${weekKind[weeks]}`,
  day: ({ day, times }) => `${day}: ${times}`,
  dayNo: 'not at all',
  dayWhole: 'all working hours',
  outside: ({ text, agency }) => `${text}: outside working hours (${agency}), not used`,
  week: ({ number, odd }) => `This is week ${number}, an ${odd ? 'odd' : 'even'} one.`,
  example:
    'You can also write: availability tue 13-15 odd, availability thu 9-11:30, availability 2026-12-15 no, availability clear.',
  form: 'Add or change',
  which: 'What do you want to change?',
  fresh: 'A new time',
  weekday: 'Day',
  weekdays: () => days,
  weeks: 'Weeks',
  weekKinds: () => weekKind,
  start: 'From',
  stop: 'To',
  save: 'Save',
  remove: 'Remove',
  clear: 'Clear all',
  saved: 'Saved.',
  unchanged: 'Nothing was changed.',
  wrongTime: 'The end must be after the start. Fill in day, from and to.',
  tooMany: 'That makes too many lines. Remove some first.',
};

const days: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const weekKind = { all: 'every week', odd: 'odd weeks', even: 'even weeks' } as const;
