import type { Routing } from '../../domain/consultation.ts';
import { openQuestions } from './counted.ts';

/** Swedish, the original: every other language has the same shape or does not compile. */
export const routing = {
  // Why somebody was asked
  among: ({ members, able }: { members: number; able: number }) =>
    members === 1
      ? 'En person i funktionen arbetar för kommunen.'
      : `${members} personer i funktionen arbetar för kommunen, ${able} av dem kunde frågas.`,
  ground: {
    only: 'Ingen annan kunde frågas.',
    speciality: 'Inriktningen stämde med frågan.',
    'fewest-open': 'Hen hade lägst antal öppna frågor.',
    'longest-since': 'Det var längst sedan hen frågades.',
    order: 'Allt annat var lika, och hen står först i teamet.',
    forwarded: 'En kollega skickade frågan vidare.',
    assigned: 'Samordnaren valde.',
    next: 'Frågan gick vidare till nästa i tur.',
    'took-back': 'Hen tog tillbaka frågan.',
  } satisfies Record<Routing['chosen'], string>,
  evenly: 'Frågorna fördelas jämnt.',
  load: (open: number) => `Hade ${openQuestions(open)} då.`,
  before: ({ number }: { number: number }) => `Dessförinnan gick frågan efter regel ${number}.`,
  answeredBy: (who: string) => `${who} svarade; alla i funktionen får svara.`,
  ruleChanged: 'Reglerna har ändrats sedan dess.',
  nobodyCould: 'Reglerna pekade inte ut någon som kunde frågas, så frågan gick till samordnaren.',
  whyNobody: (who: string) => `Jag hittar inget öppet samråd bland dina där ${who} är frågad.`,
};
