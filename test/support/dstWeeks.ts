/**
 * Prints what is proposed through every week in which the clocks change, 2024 to 2040, as instants in UTC: run with
 * different TZ, the output must be the same to the byte.
 */
import { freeTimes } from '../../src/domain/freeTime.ts';
import { jointTimes } from '../../src/domain/jointTimes.ts';
import { freePlaces, type Session } from '../../src/domain/sessions.ts';
import { parseWeek, type WorkCalendar } from '../../src/domain/workingTime.ts';
import { dayFrom, instantAt } from '../../src/domain/zone.ts';
import { changesOf } from './stockholmClock.ts';

const timeZone = 'Europe/Stockholm';
const calendar = (hours: Record<string, string>): WorkCalendar => {
  const week = parseWeek(hours);
  if (!week.ok) throw new Error('bad hours');
  return { timeZone, week: week.value, halfDays: true, bridgeDays: 'open', closedDays: [] };
};
/** One works office hours, one through the night of the change, one what was declared in odd weeks. */
const agencies = [calendar({ 'mon-fri': '08:00-16:30' }), calendar({ 'mon-sun': '00:00-24:00' })];
const odd = { week: [{ weekday: 'tue', weeks: 'odd', from: 540, to: 660 } as const], days: [] };
const night: Session = {
  id: 'night',
  name: '',
  weekday: 'sun',
  weeks: 'all',
  from: '01:00',
  to: '04:00',
  slotMinutes: 30,
  agencies: [],
  links: [],
  lobby: true,
};

for (let year = 2024; year <= 2040; year++)
  for (const change of Object.values(changesOf(year))) {
    const sunday = Math.floor(change / 1440);
    const from = instantAt(dayFrom(sunday - 6), 0, timeZone);
    const to = instantAt(dayFrom(sunday + 8), 0, timeZone);
    const free = agencies.map((agency) =>
      freeTimes({ calendar: agency, bufferMinutes: 10, from, to }, [
        { busy: [{ start: change - 90, end: change + 30 }] },
        { busy: [], declared: odd },
      ]),
    );
    const roles = free.map((spans, place) => ({
      role: String(place),
      required: place === 1,
      people: spans.map((one, number) => ({ id: String(number), free: one })),
    }));
    const times = jointTimes({ roles, minutes: 45, count: 12 }).map(({ start, who }) => [start, who]);
    const places = freePlaces(night, {
      timeZone,
      after: from,
      horizonDays: 14,
      taken: () => false,
      closed: () => false,
      count: 20,
    }).map(({ start }) => start);
    console.log(JSON.stringify({ year, free, times, places }));
  }
