import type { routing as swedish } from '../sv/routing.ts';
import { openQuestions } from './counted.ts';

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
};
