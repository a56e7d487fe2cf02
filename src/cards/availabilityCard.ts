import { agencyOf } from '../domain/association.ts';
import {
  type Availability,
  codesOf,
  type Declared,
  isNothing,
  lineCode,
  type OneDay,
  stampOf,
  weekKinds,
} from '../domain/availability.ts';
import { type Windows, worksOn } from '../domain/workingTime.ts';
import { addDays, dayOf, isoWeekOf, weekdayOf, weekdays } from '../domain/zone.ts';
import { availabilityTexts } from '../texts/availability.ts';
import { clockOf } from '../texts/dates.ts';
import { agencyName, dayOfMonth, type Frame } from './frame.ts';
import {
  actions,
  button,
  type Card,
  card,
  choiceInput,
  heading,
  line,
  notice,
  plain,
  quiet,
  subheading,
  timeInput,
} from './parts.ts';

const wholeDay = 1440;

const window = ({ language }: Frame, { from, to }: Windows[number]): string =>
  `${clockOf(from, language)}–${clockOf(to, language)}`;

/** `tisdag 13.00–15.00, udda veckor`. */
export const lineText = (frame: Frame, one: Availability): string =>
  availabilityTexts[frame.language].line({
    weekday: one.weekday,
    time: window(frame, one),
    weeks: one.weeks,
  });

function dayText(frame: Frame, { day, windows }: OneDay): string {
  const t = availabilityTexts[frame.language];
  const isWhole = windows.some(({ from, to }) => from === 0 && to === wholeDay);
  const times = isWhole ? t.dayWhole : windows.map((one) => window(frame, one)).join(', ') || t.dayNo;
  return t.day({ day: dayOfMonth(frame, day), times });
}

/** Whether the agency is open in a line's hours on a day that its person works, in any of its weeks. */
function isOfUse(frame: Frame, one: Availability): boolean {
  const { association, reader, now } = frame;
  const number = weekdays.indexOf(one.weekday);
  const hours = agencyOf(association, reader.agency)?.calendar.week[number] ?? [];
  if (!hours.some(({ from, to }) => from < one.to && one.from < to)) return false;
  const today = dayOf(now, association.timeZone);
  const next = addDays(today, (number - weekdayOf(today) + 7) % 7);
  return [next, addDays(next, 7)].some(
    (day) =>
      worksOn(reader.pattern, day) &&
      (one.weeks === 'all' || (isoWeekOf(day).week % 2 === 1) === (one.weeks === 'odd')),
  );
}

/** What a person has declared, and one form with which to add, change and remove. */
export function availabilityCard(
  frame: Frame,
  declared: Declared,
  told?: { text: string; style: 'good' | 'warning' },
): Card {
  const t = availabilityTexts[frame.language];
  const { week, days } = declared;
  const agency = agencyName(frame, frame.reader.agency);
  const { week: number } = isoWeekOf(dayOf(frame.now, frame.association.timeZone));
  const choices = [
    ...week.map((one) => ({ value: lineCode(one), title: lineText(frame, one) })),
    ...days.map((one) => ({ value: one.day, title: dayText(frame, one) })),
  ];
  const named = (names: Readonly<Record<string, string>>, codes: readonly string[]) =>
    codes.map((value) => ({ value, title: names[value] ?? value }));
  return card(
    [
      heading(t.title),
      told && notice(told.text, told.style),
      line(isNothing(declared) ? t.none({ agency }) : t.intro),
      ...week.map((one) => {
        const text = lineText(frame, one);
        return line(isOfUse(frame, one) ? text : t.outside({ text, agency }));
      }),
      ...days.map((one) => line(dayText(frame, one))),
      days.length > 0 && week.length === 0 && quiet(t.onlyDays({ agency })),
      quiet(t.week({ number, odd: number % 2 === 1 })),
      subheading(t.form),
      choices.length > 0 &&
        choiceInput('line', t.which, [{ value: 'new', title: t.fresh }, ...choices], { value: 'new' }),
      choiceInput('weekday', t.weekday, named(t.weekdays(), weekdays.slice(0, 5)), { value: 'mon' }),
      choiceInput('weeks', t.weeks, named(t.weekKinds(), weekKinds), { value: 'all', expanded: true }),
      timeInput('start', t.start),
      timeInput('stop', t.stop),
      actions([
        button('availability.save', t.save, {}, 'positive'),
        choices.length > 0 && button('availability.remove', t.remove),
        choices.length > 0 &&
          plain('availability.clear', t.clear, { since: stampOf(codesOf(declared)) }, 'destructive'),
      ]),
      quiet(t.example),
    ],
    t.title,
  );
}
