import type { Language } from '../domain/codes.ts';

/** The words people type, one key per idea; both languages always work. The Swedish and English words are contract. */
export const words = {
  help: { sv: 'hjälp', en: 'help' },
  new: { sv: 'ny', en: 'new' },
  mine: { sv: 'mina', en: 'mine' },
  show: { sv: 'visa', en: 'show' },
  accept: { sv: 'acceptera', en: 'accept' },
  decline: { sv: 'avböj', en: 'decline' },
  ask: { sv: 'fråga', en: 'ask' },
  answer: { sv: 'svara', en: 'answer' },
  advise: { sv: 'råd', en: 'advise' },
  forward: { sv: 'vidare', en: 'forward' },
  vote: { sv: 'rösta', en: 'vote' },
  book: { sv: 'boka', en: 'book' },
  moreTimes: { sv: 'fler tider', en: 'more times' },
  move: { sv: 'flytta', en: 'move' },
  unbook: { sv: 'avboka', en: 'unbook' },
  held: { sv: 'hållet', en: 'held' },
  outcome: { sv: 'utfall', en: 'outcome' },
  file: { sv: 'journalfört', en: 'filed' },
  followup: { sv: 'uppföljning', en: 'followup' },
  withdraw: { sv: 'återkalla', en: 'withdraw' },
  edit: { sv: 'ändra', en: 'edit' },
  add: { sv: 'komplettera', en: 'add' },
  handover: { sv: 'överlåt', en: 'handover' },
  invite: { sv: 'bjud-in', en: 'invite' },
  reopen: { sv: 'återöppna', en: 'reopen' },
  why: { sv: 'varför', en: 'why' },
  log: { sv: 'logg', en: 'log' },
  export: { sv: 'exportera', en: 'export' },
  myData: { sv: 'mina uppgifter', en: 'my data' },
  status: { sv: 'status', en: 'status' },
  distribution: { sv: 'fördelning', en: 'distribution' },
  tryRule: { sv: 'prova regel', en: 'try rule' },
  disposal: { sv: 'gallring', en: 'disposal' },
  remit: { sv: 'uppdrag', en: 'remit' },
  digest: { sv: 'sammanfattning', en: 'digest' },
  remind: { sv: 'påminn', en: 'remind' },
  quiet: { sv: 'tyst', en: 'quiet' },
  away: { sv: 'frånvaro', en: 'away' },
  availability: { sv: 'tider', en: 'availability' },
  language: { sv: 'språk', en: 'language' },
  connect: { sv: 'koppla', en: 'connect' },
  disconnect: { sv: 'koppla från', en: 'disconnect' },
  clock: { sv: 'klocka', en: 'clock' },
} as const satisfies Record<string, Record<Language, string>>;
export type Word = keyof typeof words;

/** Codes people may type in Swedish words instead. */
export const declineWords: Readonly<Record<string, string>> = {
  'fel-uppdrag': 'wrong-remit',
  'fel-område': 'wrong-area',
  tidsbrist: 'no-time',
  jäv: 'conflict',
  'mer-underlag': 'more-needed',
  igenkänd: 'recognised',
  annat: 'other',
};
export const ballotWords: Readonly<Record<string, string>> = {
  ja: 'yes',
  nej: 'no',
  om: 'maybe',
  kanske: 'maybe',
  yes: 'yes',
  no: 'no',
  maybe: 'maybe',
};

/** The weekdays as people write them, in both languages, to the names of the association file. */
export const weekdayWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    mon: ['mån', 'måndag', 'måndagar', 'mon', 'monday', 'mondays'],
    tue: ['tis', 'tisdag', 'tisdagar', 'tue', 'tuesday', 'tuesdays'],
    wed: ['ons', 'onsdag', 'onsdagar', 'wed', 'wednesday', 'wednesdays'],
    thu: ['tor', 'tors', 'torsdag', 'torsdagar', 'thu', 'thursday', 'thursdays'],
    fri: ['fre', 'fredag', 'fredagar', 'fri', 'friday', 'fridays'],
    sat: ['lör', 'lördag', 'lördagar', 'sat', 'saturday', 'saturdays'],
    sun: ['sön', 'söndag', 'söndagar', 'sun', 'sunday', 'sundays'],
  }).flatMap(([code, said]) => said.map((word) => [word, code])),
);
/** Which ISO weeks. */
export const weekWords: Readonly<Record<string, string>> = {
  udda: 'odd',
  odd: 'odd',
  jämna: 'even',
  jämn: 'even',
  even: 'even',
  alla: 'all',
  varje: 'all',
  all: 'all',
  every: 'all',
};
