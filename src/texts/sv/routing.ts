import type { Routing } from '../../domain/consultation.ts';
import type { Went } from '../../domain/ruleTrial.ts';
import { openQuestions } from './counted.ts';

const few = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const inWords = (count: number): string => few[count] ?? String(count);
/** `1 fråga`, `3 frågor`. */
const questions = (count: number): string => (count === 1 ? '1 fråga' : `${count} frågor`);

/** A rule as people speak of it: by its number in the file, the default by its name. */
type Named = { number: number | undefined; isDefault: boolean; agency: string };
const ruleOf = ({ number, isDefault, agency }: Named): string =>
  number === undefined
    ? `Ingen regel för ${agency}`
    : isDefault
      ? `Grundregeln för ${agency}`
      : `Regel ${number} för ${agency}`;

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
  // How questions were spread
  distribution: 'Fördelning',
  distributionTitle: ({ from, to }: { from: string; to: string }) => `Fördelning av frågor ${from} – ${to}`,
  distributionIntro:
    'Antal gånger någon i funktionen har frågats, per person som minst och som mest. Skillnader kan bero på frånvaro, deltid, inriktning och kommuner.',
  spreadTotal: ({ people, count }: { people: number; count: number }) =>
    `${questions(count)}, ${people === 1 ? '1 person' : `${people} personer`}`,
  spreadEach: ({ least, most }: { least: number; most: number }) =>
    least === most ? `${least} var` : `${least}–${most} var`,
  spreadFull: ({ full, limited }: { full: number; limited: number }) =>
    limited === 0 ? 'ingen har ett tak' : `${full} av ${limited} har nått sitt tak nu`,
  spreadSince: (when: string) => `Loggen räcker inte längre bakåt här: räknat sedan ${when}.`,
  more: (count: number) => `och ${count} funktioner till`,
  noFunctions: 'Det finns ingen funktion hos den myndigheten.',
  // Trying a rule
  tryRule: 'Prova regel',
  tryIntro:
    'Tänk en regel först bland myndighetens regler, och se vad den hade gjort med frågorna som redan har ställts. Inget ändras och inget skickas. Utan villkor prövas den som grundregel.',
  tryFunction: 'Till vilken funktion?',
  tryPeriod: 'Frågor ställda under',
  lastYear: 'de senaste tolv månaderna',
  tryDo: 'Prova',
  tryAgain: 'Ändra och prova igen',
  tryWrongFunction: 'Funktionen hör inte till den myndigheten.',
  tryWrongPeriod: 'Välj ett kvartal, ett halvår eller ett år, till exempel 2026-Q3.',
  anyValue: 'alla',
  tried: ({ count, agency, from, to }: { count: number; agency: string; from: string; to: string }) =>
    `Prövad på ${questions(count)} till ${agency}, ${from} – ${to}.`,
  triedNewest: 'Det finns fler frågor än så; bara de senaste är med.',
  movedNone: 'Ingen fråga hade gått till en annan funktion.',
  movedSome: ({ count, of }: { count: number; of: number }) =>
    `${count} av ${of} hade gått till en annan funktion:`,
  moved: ({ count, from, to }: { count: number; from: string; to: string }) =>
    `${count} från ${from} till ${to}`,
  nobodyNamed: 'ingen (samordnaren)',
  went: ({ accepted, advised, wrongArea, wrongRemit, byHand }: Went) =>
    [
      `${accepted} accepterades`,
      `${advised} fick råd`,
      `${wrongArea} avböjdes som fel område`,
      `${wrongRemit} avböjdes som fel uppdrag`,
      ...(byHand > 0 ? [`${byHand} gick dit ändå, genom samordnaren`] : []),
    ].join(', '),
  really: 'Så gick det i verkligheten',
  nobodyToAsk: ({ count, without }: { count: number; without: number }) =>
    `För ${count} av dem hade det inte funnits någon att fråga. Med reglerna som de är: ${without}.`,
  tryLimits:
    'Räknat på reglerna och på dem som finns i funktionerna nu. Arbetstid, frånvaro och tak den dagen är inte med.',
  tryNothing: 'Inget har ändrats. Reglerna ändras i förbundets fil.',
  // Suggestions
  suggestions: 'Regler att se över',
  suggestDeclines: ({
    count,
    reasons,
    since,
    ...rule
  }: Named & { count: number; reasons: string; since: string }) =>
    `${ruleOf(rule)} har fått ${inWords(count)} nej ”${reasons}” sedan ${since}. Pröva en ändring: prova regel`,
  suggestOverrides: ({ count, fn, since, ...rule }: Named & { count: number; fn: string; since: string }) =>
    rule.number === undefined
      ? `${ruleOf(rule)} pekar ut någon för frågor som samordnaren ${inWords(count)} gånger har gett till ${fn} sedan ${since}. Pröva en ny regel: prova regel`
      : `${ruleOf(rule)} har ${inWords(count)} gånger ändrats för hand till ${fn} sedan ${since}. Pröva en ändring: prova regel`,
  reason: { 'wrong-remit': 'fel uppdrag', 'wrong-area': 'fel område' },
};
