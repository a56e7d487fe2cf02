import type { DueKind } from '../../domain/dues.ts';
import type { Verb } from '../../domain/transitions.ts';

/** What a row of the log is called; a verb or a due kind without a word does not compile. */
type Done = Record<
  | Exclude<Verb, 'consultation.show'>
  | Exclude<DueKind, 'draft-gone'>
  | 'request.preview'
  | 'content'
  | 'states'
  | 'log'
  | 'export'
  | 'own-export'
  | 'delivery.retry'
  | 'delivery.dismiss'
  | 'channel.connect'
  | 'channel.disconnect'
  | 'log-reviewed'
  | 'person-forgotten'
  | 'guard-kept'
  | 'handover.all'
  | 'absence.add'
  | 'absence.remove'
  | 'absence.move'
  | 'absence.hold'
  | 'rule-tried'
  | 'availability',
  string
>;

/** Swedish, the original: every other language has the same shape or does not compile. */
export const records = {
  done: {
    'request.preview': 'skrev ett utkast',
    'request.send': 'skickade frågan',
    'request.edit': 'ändrade frågan',
    'request.add': 'kompletterade frågan',
    'request.withdraw': 'avslutade samrådet i förtid',
    'respond.accept': 'accepterade',
    'respond.decline': 'avböjde',
    'respond.forward': 'skickade frågan vidare till en kollega',
    'respond.ask': 'ställde en motfråga',
    'respond.advise': 'lämnade råd',
    'clarify.answer': 'svarade på en motfråga',
    'leg.add': 'bjöd in en myndighet',
    'leg.assign': 'valde vem som ska svara',
    'leg.drop': 'strök en myndighet',
    'schedule.suggest': 'föreslog tider',
    'schedule.add': 'lade till tider',
    'schedule.vote': 'röstade om tider',
    'schedule.book': 'bokade mötet',
    'schedule.move': 'flyttade mötet',
    'schedule.cancel': 'avbokade mötet eller slutade söka tid',
    'meeting.held': 'angav att mötet är hållet',
    'outcome.record': 'antecknade utfallet',
    'outcome.file': 'angav att utfallet är journalfört',
    'retention.hold': 'stoppade gallringen',
    'retention.release': 'tog bort gallringsstoppet',
    'followup.record': 'gjorde en uppföljning',
    'file-ask': 'påminde om att journalföra utfallet',
    dispose: 'innehållet gallrades',
    count: 'samrådet gallrades, bara siffror är kvar',
    'consultation.join': 'gick in och tog del av innehållet',
    'consultation.handover': 'överlät samrådet',
    'consultation.reopen': 'öppnade samrådet igen',
    prompt: 'Påminnelse',
    'answer-due': 'svarstiden gick: påminde eller frågade nästa',
    'vote-due': 'tiden för att rösta gick ut',
    queue: 'kön till konsultationstiden gick vidare',
    'place-due': 'en erbjuden plats bokades inte i tid',
    'meeting-over': 'mötestiden tog slut',
    close: 'samrådet avslutades',
    'rule-tried': 'prövade en tänkt regel på tidigare frågor',
    content: 'läste innehållet',
    states: 'läste läget, inte innehållet',
    log: 'läste loggen',
    export: 'hämtade en export',
    'own-export': 'hämtade sina egna uppgifter',
    'delivery.retry': 'försökte skicka ett meddelande igen',
    'delivery.dismiss': 'noterade ett meddelande som inte kom fram',
    'channel.connect': 'kopplade en kanal till en funktion',
    'channel.disconnect': 'kopplade från en kanal',
    'log-reviewed': 'skrev under en loggranskning',
    'person-forgotten': 'en användare anonymiserades',
    'handover.all': 'överlät allt till en kollega',
    'absence.add': 'anmälde frånvaro',
    'absence.remove': 'tog bort en frånvaro',
    'absence.move': 'lät andra svara under en frånvaro',
    'absence.hold': 'lät frågor vänta under en frånvaro',
    'guard-kept': 'behöll uppgifter som skyddet frågade om',
    availability: 'ändrade sina mötestider',
  } satisfies Done as Done,
  passedOn: 'lämnade frågan vidare',
  to: (name: string) => `till ${name}`,
  concerning: (agency: string) => `gäller ${agency}`,
  anonymous: 'anonymiserad användare',
  title: (reference: string) => `Logg för ${reference}`,
  intro: 'Vem som har gjort och läst vad, det senaste först. Att du läser loggen antecknas också.',
  row: ({ when, who, what }: { when: string; who: string; what: string }) =>
    who === '' ? `${when}: ${what}` : `${when}: ${who} ${what}`,
  page: ({ from, to, of }: { from: number; to: number; of: number }) => `Rad ${from}–${to} av ${of}`,
  older: 'Äldre',
  newer: 'Nyare',
  back: 'Till samrådet',
  empty: 'Loggen är tom.',
  review: {
    title: (month: string) => `Loggranskning ${month}`,
    intro: ({ readings, listed }: { readings: number; listed: number }) =>
      readings === 0
        ? 'Ingen läste något den månaden.'
        : `${readings === 1 ? '1 läsning' : `${readings} läsningar`} den månaden. Här är ${listed === 1 ? 'raden' : `de ${listed} raderna`} att titta på: ett slumpvis urval och det som avviker.`,
    why: {
      sample: 'Slumpvis vald',
      'odd-hours': 'Läst på kväll, natt eller helg',
      joined: 'Samordnare gick in i samrådet',
      'access-ended': 'Hade inte längre rätt till innehållet',
      many: (count: number) => `Läste ${count} samråd samma dag`,
    },
    notOver: 'Månaden är inte slut. Den kan skrivas under när den är det.',
    sign: 'Granskad',
    signHint: 'Tryck på Granskad när du har tittat på alla rader. Ditt namn och dagens datum antecknas.',
    signed: 'Månaden är granskad.',
    last: ({ month, who, when }: { month: string; who: string; when: string }) =>
      `Senast granskat: ${month}, av ${who} ${when}.`,
    never: 'Loggen har aldrig granskats.',
    show: (month: string) => `Visa ${month}`,
    noReference: 'gallrat samråd',
  },
  export: {
    title: (reference: string) => `Exportera ${reference}`,
    intro:
      'Filen innehåller samrådet så som du ser det, och loggen. Spara den i ert eget verksamhetssystem, inte på din dator.',
    limits:
      'Länken gäller i 15 minuter och fungerar en gång. Skicka den inte vidare: den som har länken får filen. Att du hämtar filen antecknas.',
    fetch: 'Hämta filen',
    join: 'Gå in i samrådet först (knappen Ta del av innehållet). Sedan kan du exportera det.',
  },
  own: {
    title: 'Dina uppgifter i Samråd',
    intro: 'Det här finns sparat om dig. Frågor om andra personer ingår inte.',
    name: 'Namn',
    role: 'Roll',
    agency: 'Arbetsplats',
    municipalities: 'Kommuner',
    functions: 'Funktioner',
    identities: 'Konton i Teams',
    identitiesNote: 'Kontona och uppgifterna ovan står i samordningsförbundets fil. Samordnaren rättar dem.',
    language: 'Språk',
    languageChosen: { sv: 'Svenska', en: 'Engelska' },
    languageNone: 'Inte valt',
    chat: 'Chatt med Samråd',
    chatSince: (when: string) => `Ja, senast sparad ${when}`,
    chatNone: 'Nej',
    consultations: 'Egna samråd',
    legs: 'Frågor till dig som är öppna',
    none: 'inga',
    times: 'Angivna mötestider',
    log: 'Rader i loggen',
    logSince: ({ count, when }: { count: number; when: string }) => `${count}, sedan ${when}`,
    logNone: 'Inga',
    kept: 'Loggen kan inte ändras. När du slutar kan ditt namn tas bort ur den; be samordnaren.',
    fetch: 'Hämta allt som fil',
  },
};
