/**
 * How long it takes to find joint times, whether that grows in step with what is looked through, and how it compares with
 * an open-source slot algorithm on the same question: `npm run bench`. The results are compared before anything is timed.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { loadavg } from 'node:os';
import { getSlots } from 'slot-calculator';
import type { Declared } from '../../src/domain/availability.ts';
import { freeTimes } from '../../src/domain/freeTime.ts';
import { everyJointTime, jointTimes, type Proposal } from '../../src/domain/jointTimes.ts';
import type { Span } from '../../src/domain/spans.ts';
import { parseWeek, type WorkCalendar } from '../../src/domain/workingTime.ts';
import { weekdays } from '../../src/domain/zone.ts';
import { machine } from '../soak/table.ts';

const days = 62;
const perDay = 12;
const roleSize = 20;
const runs = Number(process.argv[2] ?? 301);
const from = new Date('2026-09-06T22:00:00Z');
const to = new Date(from.getTime() + days * 86_400_000);
const zero = from.getTime() / 60_000;
const week = parseWeek({ 'mon-fri': '08:00-16:30' });
if (!week.ok) throw new Error('bad hours');
const calendar: WorkCalendar = {
  timeZone: 'Europe/Stockholm',
  week: week.value,
  halfDays: false,
  bridgeDays: 'open',
  closedDays: [],
};

/** The same numbers on every machine (Knuth's multiplicative hash). */
const mixed = (...parts: number[]): number =>
  parts.reduce((sum, part) => Math.imul(sum ^ part, 2_654_435_761) >>> 3, 17);

/** Twelve meetings a day of ten minutes, one in every two hours, at other times for everybody. */
const scattered = (person: number): Span[] =>
  Array.from({ length: days * perDay }, (_, n) => {
    const start = zero + n * 120 + (mixed(person, n) % 110);
    return { start, end: start + 10 };
  });

/** Twelve quarters of an hour in working hours, out of two in three of the day's: so that some suit everybody. */
function quarters(person: number): Span[] {
  const busy: Span[] = [];
  for (let day = 0; day < days; day++) {
    const usable = Array.from({ length: 34 }, (_, n) => n).filter((n) => mixed(day, n) % 3 !== 0);
    const chosen = usable.sort((a, b) => mixed(person, day, a) - mixed(person, day, b)).slice(0, perDay);
    for (const n of chosen.sort((a, b) => a - b)) {
      const start = zero + day * 1440 + 480 + n * 15;
      busy.push({ start, end: start + 15 });
    }
  }
  return busy;
}

/** What somebody has declared: an hour or more every morning, and an afternoon in some weeks. */
const declaredBy = (person: number): Declared => ({
  week: weekdays.slice(0, 5).flatMap((weekday, day) => {
    const from = 480 + (mixed(person, day) % 4) * 15;
    return [
      { weekday, weeks: 'all' as const, from, to: 690 },
      { weekday, weeks: day % 2 === 0 ? ('odd' as const) : ('even' as const), from: 780, to: 930 },
    ];
  }),
  days: [],
});

/** Roles of twenty, three in five required: three times of 45 minutes with ten minutes around. */
function look(people: readonly (readonly Span[])[], declared?: readonly Declared[]): Proposal[] {
  const search = { calendar, bufferMinutes: 10, from, to, least: 45 };
  const roles = Array.from({ length: people.length / roleSize }, (_, role) => {
    const diaries = people
      .slice(role * roleSize, (role + 1) * roleSize)
      .map((busy, place) => ({ busy, declared: declared?.[role * roleSize + place] }));
    return {
      role: String(role),
      required: role % 5 < 3,
      people: freeTimes(search, diaries).map((free, person) => ({ id: `${role}-${person}`, free })),
    };
  });
  return jointTimes({ roles, minutes: 45, count: 3 });
}

/** The median by the clock on the wall, and the mean of what the thread itself used: a busy machine lengthens that less. */
function timed(run: () => unknown, count: number): { median: number; cpu: number } {
  const wall: number[] = [];
  const before = process.threadCpuUsage();
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    run();
    wall.push(performance.now() - began);
  }
  const { user, system } = process.threadCpuUsage(before);
  wall.sort((a, b) => a - b);
  return { median: wall[count >> 1]!, cpu: (user + system) / 1000 / count };
}
const ms = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${loadavg()[0]!.toFixed(1)}\n`);
console.log('| people × days × busy spans a day | spans | median ms | mean CPU ms | CPU ns a span |');
console.log('|---|---|---|---|---|');
function row(name: string, people: readonly (readonly Span[])[], declared?: readonly Declared[]): void {
  for (let warm = 0; warm < 30; warm++) look(people, declared);
  if (look(people, declared).length !== 3) throw new Error('no three times');
  const { median, cpu } = timed(() => look(people, declared), runs);
  const spans = people.length * days * perDay;
  const each = Math.round((cpu * 1e6) / spans);
  console.log(`| ${name} | ${spans.toLocaleString('en')} | ${ms(median)} | ${ms(cpu)} | ${each} |`);
}
for (const count of [20, 40, 100, 200, 400])
  row(
    `${count} × ${days} × ${perDay}`,
    Array.from({ length: count }, (_, person) => scattered(person)),
  );
const ids = Array.from({ length: 200 }, (_, person) => person);
row(
  `200 × ${days} × ${perDay}, each with declared times of their own`,
  ids.map(scattered),
  ids.map(declaredBy),
);

const everybody = Array.from({ length: 200 }, (_, person) => quarters(person));
const iso = (minute: number): string => new Date(minute * 60_000).toISOString();
const text = everybody.map((busy) => busy.map(({ start, end }) => ({ from: iso(start), to: iso(end) })));
const asOne = text.flat();
const minuteOf = (said: string): number => Date.parse(said) / 60_000;

/** When all two hundred are free for a quarter of an hour, every time there is. */
const ours = (people: readonly (readonly Span[])[]): number[] =>
  everyJointTime({
    minutes: 15,
    roles: freeTimes(
      { calendar, bufferMinutes: 0, from, to, least: 15 },
      people.map((busy) => ({ busy })),
    ).map((free, person) => ({ role: String(person), required: true, people: [{ id: '', free }] })),
  });
const oursFromText = (): number[] =>
  ours(text.map((busy) => busy.map((one) => ({ start: minuteOf(one.from), end: minuteOf(one.to) }))));
const theirs = (): number[] =>
  getSlots({
    from: from.toISOString(),
    to: to.toISOString(),
    duration: 15,
    availability: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => ({
      day,
      from: '08:00',
      to: '16:30',
      timezone: 'Europe/Stockholm',
    })),
    unavailability: asOne,
  }).availableSlots.map((slot) => minuteOf(slot.from));

const found = ours(everybody);
deepStrictEqual(theirs(), found);
deepStrictEqual(oursFromText(), found);
const [mine, mineFromText, other] = [
  timed(() => ours(everybody), runs),
  timed(oursFromText, 15),
  timed(theirs, 3),
];
const times = (one: { median: number }) => Math.round(other.median / one.median).toLocaleString('en');
console.log(`\nEvery quarter of an hour that suits all 200 (${found.length} found, the same by each):\n`);
console.log('| | median ms | times faster |\n|---|---|---|');
console.log(`| slot-calculator 2.2.1, busy time as ISO text (all it takes) | ${ms(other.median)} | 1 |`);
console.log(`| ours, from the same text | ${ms(mineFromText.median)} | ${times(mineFromText)} |`);
console.log(`| ours, from epoch minutes | ${ms(mine.median)} | ${times(mine)} |`);
if (other.median < 10 * mineFromText.median) process.exitCode = 1;
