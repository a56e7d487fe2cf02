import type { Reading } from './combinationReading.ts';
import { classAt, isWord, near } from './combinationReading.ts';
import { set } from './nameWords.ts';
import type { Group } from './runs.ts';

/** What figures tell: exact ages, how many children, how few neighbours, the class a child goes to. */
export function figureSigns(reading: Reading): void {
  const { text, words } = reading;
  let after = 0;
  for (const { groups } of text.runs) {
    for (const group of groups) {
      while (after < words.length && words[after]!.start < group.end) after += 1;
      if (group.figures.length <= 2) figure(reading, group, after);
    }
  }
}

/** One figure, and the word after it. */
function figure(reading: Reading, { figures, start, end }: Group, after: number): void {
  const { text, words, sign, signAt } = reading;
  const number = Number(figures);
  const next = words[after];
  const follows = next !== undefined && next.start - end <= 1;
  const is = follows ? classAt(reading, after, after) : '';
  const children = is === 'children' || (follows && near(reading, after, 1, 1, ' children '));
  if (children && number < 20) {
    if (number >= 5) sign('family', number >= 8 ? 2 : 1, after);
  } else if (is === 'few') {
    if (number < 30) sign('place', 1, after);
  } else if (
    number < 23 &&
    isWord(words[after - 1], 'vid') &&
    near(reading, after - 1, -3, -1, ' children ')
  ) {
    // Three children at twenty.
    if (near(reading, after - 1, -4, -2, ' count ')) sign('family', 2, after - 2, after - 1);
  } else if (number >= 16 && isAge(reading, start, end, is, after - 1)) {
    signAt('moment', 0, follows ? after : Math.max(0, after - 1), start, is === 'years' ? next!.end : end);
  } else if (number > 0 && number < 10 && next?.start === end && /^[A-F]$/.test(next.text)) {
    // The class a child goes to; not the end of a code.
    if (text.text.charAt(start - 1) !== '-' && !/\d/.test(text.text.charAt(next.end)))
      sign('family', 1, after);
  }
}

const people = set('person he human kin partner role');
const duration = 'i på sedan sen för under efter om över minst drygt senaste dryga cirka ca nästan snart';

/** Whether a figure is an age: "47 år" but not "i 22 år", "Kvinna 38", ", 47," between commas. */
function isAge(reading: Reading, start: number, end: number, next: string, before: number): boolean {
  const { text, words } = reading;
  const previous = words[before];
  const close = previous !== undefined && start - previous.end <= 2;
  if (next === 'years') return !(close && isWord(previous, duration));
  const said = close && people.has(classAt(reading, before, before));
  if (!/^(?:[,.)]|\s?\n|$)/.test(text.text.slice(end, end + 2))) return false;
  return said || start === 0 || /[,(]\s?$/.test(text.text.slice(Math.max(0, start - 2), start));
}
