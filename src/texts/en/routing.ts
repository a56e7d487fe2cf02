import type { routing as swedish } from '../sv/routing.ts';
import { openQuestions } from './counted.ts';

const few = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const inWords = (count: number): string => few[count] ?? String(count);
const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

type Named = Parameters<typeof swedish.suggestDeclines>[0];
const ruleOf = ({ number, isDefault, agency }: Pick<Named, 'number' | 'isDefault' | 'agency'>): string =>
  number === undefined
    ? `No rule of ${agency}`
    : isDefault
      ? `The default rule of ${agency}`
      : `Rule ${number} of ${agency}`;

export const routing: typeof swedish = {
  among: ({ members, able }) =>
    members === 1
      ? 'One person in the function works for the municipality.'
      : `${members} people in the function work for the municipality, ${able} of them could be asked.`,
  ground: {
    only: 'Nobody else could be asked.',
    speciality: 'The speciality matched the question.',
    'fewest-open': 'They had the fewest open questions.',
    'longest-since': 'They had gone longest without being asked.',
    order: 'All else was equal, and they come first in the team.',
    forwarded: 'A colleague forwarded the question.',
    assigned: 'The coordinator chose.',
    next: 'The question went on to the next in turn.',
    'took-back': 'They took the question back.',
  },
  evenly: 'Questions are shared evenly.',
  load: (open) => `Had ${openQuestions(open)} then.`,
  before: ({ number }) => `Before that the question went by rule ${number}.`,
  answeredBy: (who) => `${who} answered; everybody in the function may.`,
  ruleChanged: 'The rules have changed since.',
  nobodyCould: 'The rules named nobody who could be asked, so the question went to the coordinator.',
  whyNobody: (who) => `I cannot find an open consultation of yours where ${who} is asked.`,
  distribution: 'Distribution',
  distributionTitle: ({ from, to }) => `Distribution of questions ${from} – ${to}`,
  distributionIntro:
    'How often somebody in the function has been asked, per person at the least and at the most. Differences may be due to absence, part time, speciality and municipalities.',
  spreadTotal: ({ people, count }) =>
    `${questions(count)}, ${people === 1 ? '1 person' : `${people} people`}`,
  spreadEach: ({ least, most }) => (least === most ? `${least} each` : `${least}–${most} each`),
  spreadFull: ({ full, limited }) =>
    limited === 0 ? 'nobody has a limit' : `${full} of ${limited} have reached their limit now`,
  spreadSince: (when) => `The log is cut here: counted since ${when}.`,
  more: (count) => `and ${count} more functions`,
  noFunctions: 'That agency has no function.',
  tryRule: 'Try a rule',
  tryIntro:
    'Think of a rule before all others of the agency, and see what it would have done with the questions already asked. Nothing is changed and nothing is sent. Without conditions it is tried as the default.',
  tryFunction: 'To which function?',
  tryPeriod: 'Questions asked during',
  lastYear: 'the last twelve months',
  tryDo: 'Try',
  tryAgain: 'Change it and try again',
  tryWrongFunction: 'The function does not belong to that agency.',
  tryWrongPeriod: 'Choose a quarter, a half-year or a year, for example 2026-Q3.',
  anyValue: 'all',
  tried: ({ count, agency, from, to }) => `Tried on ${questions(count)} to ${agency}, ${from} – ${to}.`,
  triedNewest: 'There are more questions than that; only the latest are counted.',
  movedNone: 'No question would have gone to another function.',
  movedSome: ({ count, of }) => `${count} of ${of} would have gone to another function:`,
  moved: ({ count, from, to }) => `${count} from ${from} to ${to}`,
  nobodyNamed: 'nobody (the coordinator)',
  went: ({ accepted, advised, wrongArea, wrongRemit, byHand }) =>
    [
      `${accepted} accepted`,
      `${advised} advised`,
      `${wrongArea} declined as wrong area`,
      `${wrongRemit} declined as wrong remit`,
      ...(byHand > 0 ? [`${byHand} went there anyhow, by the coordinator`] : []),
    ].join(', '),
  really: 'How it really went',
  nobodyToAsk: ({ count, without }) =>
    `For ${count} of them there would have been nobody to ask. With the rules as they are: ${without}.`,
  tryLimits:
    'Counted on the rules and on the people in the functions now. Working time, absence and limits of the day are not included.',
  tryNothing: "Nothing has changed. The rules are changed in the association's file.",
  suggestions: 'Rules to look over',
  suggestDeclines: ({ count, reasons, since, ...rule }) =>
    `${ruleOf(rule)} has met with ${inWords(count)} declines “${reasons}” since ${since}. Try a change: try rule`,
  suggestOverrides: ({ count, fn, since, ...rule }) =>
    rule.number === undefined
      ? `${ruleOf(rule)} names anybody for questions that the coordinator has given to ${fn} ${inWords(count)} times since ${since}. Try a new rule: try rule`
      : `${ruleOf(rule)} has been changed by hand to ${fn} ${inWords(count)} times since ${since}. Try a change: try rule`,
  reason: { 'wrong-remit': 'wrong remit', 'wrong-area': 'wrong area' },
};
