import type { Weekday } from '../../domain/availability.ts';

/** Swedish, the original: every other language has the same shape or does not compile. */
export const availability = {
  title: 'Tider då du kan ha möte',
  intro: 'Samråd föreslår bara möten på de här tiderna, inom arbetstiden och runt det du redan är bokad på.',
  none: ({ agency }: { agency: string }) =>
    `Du har inte angett några tider. Då kan möten föreslås när som helst under arbetstiden (${agency}) de dagar du arbetar.`,
  onlyDays: ({ agency }: { agency: string }) => `Andra dagar räknas hela arbetstiden (${agency}).`,
  line: ({ weekday, time, weeks }: { weekday: Weekday; time: string; weeks: 'odd' | 'even' | 'all' }) =>
    `${days[weekday]} ${time}, ${weekKind[weeks]}`,
  day: ({ day, times }: { day: string; times: string }) => `${day}: ${times}`,
  dayNo: 'inte alls',
  dayWhole: 'hela arbetstiden',
  outside: ({ text, agency }: { text: string; agency: string }) =>
    `${text}: utanför arbetstiden (${agency}), används inte`,
  week: ({ number, odd }: { number: number; odd: boolean }) =>
    `Den här veckan är ${number}, en ${odd ? 'udda' : 'jämn'} vecka.`,
  example:
    'Du kan också skriva: tider tis 13-15 udda, tider tors 9-11.30, tider 2026-12-15 nej, tider rensa.',
  form: 'Lägg till eller ändra',
  which: 'Vad vill du ändra?',
  fresh: 'En ny tid',
  weekday: 'Dag',
  weekdays: () => days,
  weeks: 'Veckor',
  weekKinds: () => weekKind,
  start: 'Från',
  stop: 'Till',
  save: 'Spara',
  remove: 'Ta bort',
  clear: 'Rensa allt',
  saved: 'Sparat.',
  unchanged: 'Inget ändrades.',
  wrongTime: 'Sluttiden måste vara efter starttiden. Fyll i dag, från och till.',
  tooMany: 'Det blir för många rader. Ta bort några först.',
};

const days: Readonly<Record<Weekday, string>> = {
  mon: 'måndag',
  tue: 'tisdag',
  wed: 'onsdag',
  thu: 'torsdag',
  fri: 'fredag',
  sat: 'lördag',
  sun: 'söndag',
};
const weekKind: Readonly<Record<'all' | 'odd' | 'even', string>> = {
  all: 'alla veckor',
  odd: 'udda veckor',
  even: 'jämna veckor',
};
