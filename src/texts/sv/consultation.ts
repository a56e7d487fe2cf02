import type { LegState } from '../../domain/consultation.ts';
import type { EntryNote } from '../../domain/entries.ts';
import type { Knowledge } from '../../domain/freeBusy.ts';
import type { NewsKind } from '../../domain/notices.ts';

type At = { when: string };

/** Swedish, the original: every other language has the same shape or does not compile. */
export const consultation = {
  title: (reference: string) => `Samråd ${reference}`,
  again: (round: number) => `Omgång ${round}`,
  state: 'Läge',
  news: {
    offer: (agency: string) => `Ny fråga till ${agency}.`,
    accepted: (agency: string) => `${agency} har accepterat.`,
    advised: (agency: string) => `${agency} har lämnat råd i skrift.`,
    clarification: (agency: string) =>
      `${agency} behöver veta mer. Deras svarstid står still tills du svarar.`,
    answered: () => 'Du har fått svar på din fråga. Svarstiden börjar räknas igen.',
    'wrong-remit': (agency: string) =>
      `${agency} säger att frågan inte är deras uppdrag. Bjud in en annan myndighet eller gå vidare utan den.`,
    nobody: (agency: string) =>
      `Frågan till ${agency} väntar på dig. Tilldela någon eller ta bort myndigheten.`,
    'with-coordinator': (agency: string) =>
      `Samordnaren tar hand om frågan till ${agency}; du behöver inte göra något.`,
    'seat-lost': (agency: string) => `${agency} kan inte längre vara med.`,
    recognised: (agency: string) =>
      `Incident: någon hos ${agency} kände igen personen. Texten är stängd tills den har skrivits om.`,
    sealed: () => 'Någon kände igen personen. Texten är stängd för alla tills du har skrivit om den.',
    edited: () => 'Frågan har skrivits om. Läs den igen.',
    added: () => 'Underlaget har kompletterats.',
    withdrawn: () => 'Frågan är återkallad. Du behöver inte göra något.',
    cancelled: () => 'Samordnaren har avbrutit samrådet. Du behöver inte göra något.',
    'advice-complete': () => 'Alla råd har kommit. Anteckna utfallet.',
    ready: () => 'Alla som måste vara med har svarat.',
    times: () => 'Det finns förslag på tider.',
    'times-added': () => 'Det finns fler tider att rösta på. Det som redan är röstat ligger kvar.',
    deadlocked: () =>
      'Ingen av tiderna passar alla som måste vara med. Lägg till fler tider, så ligger rösterna kvar, eller föreslå nya.',
    queued: () =>
      'Konsultationstiden är full. Samrådet står i kö och du får besked när en plats blir ledig; du behöver inte göra något.',
    'place-offered': () =>
      'En plats på konsultationstiden är ledig och hålls för er en kort tid. Den som bokar först bokar för alla.',
    'place-lapsed': () =>
      'Platsen bokades inte i tid och har gått vidare. Samrådet står kvar i kön till nästa lediga plats.',
    'no-times': () => 'Ingen gemensam tid hittades. Föreslå nya tider senare eller ta bort en myndighet.',
    'no-match': () => 'Två omgångar med förslag gav ingen gemensam tid. Samordnaren hjälper till.',
    booked: () => 'Mötet är bokat.',
    unbooked: () => 'Mötet är avbokat.',
    moved: () => 'Mötet flyttas.',
    'meeting-over': () =>
      'Mötet är slut. Anteckna vilka som kom, eller att någon uteblev, och vad ni kom fram till.',
    'meeting-soon': () => 'Påminnelse: snart är det möte. Tid och länk står här nedanför.',
    reopened: () => 'Samrådet är öppnat igen. Myndigheterna frågas på nytt.',
    held: () => 'Mötet är hållet. Anteckna utfallet tillsammans.',
    'no-show': (agency: string) =>
      `${agency} kom inte till mötet. Föreslå en ny tid om ni behöver dem, annars antecknar ni utfallet.`,
    'nobody-came': () => 'Bara kommunen kom. Föreslå nya tider.',
    recorded: () => 'Utfallet är antecknat.',
    joined: () => 'Samordnaren har tagit del av innehållet. Det är loggat.',
    'handed-to-you': () => 'Samrådet är ditt nu.',
    'handed-over': () =>
      'Samrådet är överlåtet till en ny handläggare. Du kan ta tillbaka det inom ett dygn.',
    undelivered: (agency: string) => `Meddelandet till ${agency} kom inte fram. Hör av dig på annat sätt.`,
    'file-asked': () =>
      'Samrådet är avslutat men utfallet är inte kryssat som journalfört. Innehållet gallras först när det är det.',
    hold: () => 'Samordnaren har stoppat gallringen. Innehållet ligger kvar tills stoppet släpps.',
    released: () => 'Gallringsstoppet är släppt. Innehållet gallras när tiden är inne.',
    reminder: (agency: string) =>
      agency ? `Påminnelse: ${agency} har inte svarat än.` : 'Påminnelse: det här väntar på dig.',
    stalled: (agency: string) =>
      agency
        ? `Frågan till ${agency} står still sedan flera arbetsdagar. Se vad som väntar och på vem.`
        : 'Samrådet står still sedan flera arbetsdagar. Se vad som väntar och på vem.',
    'follow-up': () => 'Dags att följa upp: hur har det gått?',
    'vote-reminder': () => 'Påminnelse: du har inte röstat på tiderna än.',
    'advice-late': (agency: string) => `Rådet från ${agency} har inte kommit i tid. Hör av dig till dem.`,
    'away-held': (agency: string) =>
      `Den som har frågan hos ${agency} är borta. Frågan väntar, och svarsdagen är flyttad.`,
    'away-moved': (agency: string) => `Den som hade frågan hos ${agency} är borta. Någon annan har fått den.`,
  } satisfies Record<NewsKind, (agency: string) => string>,
  leg: {
    offered: ({ who, when }: { who: string } & At) => `frågan är ställd till ${who}, svar senast ${when}`,
    waiting: () => 'väntar på svar från handläggaren, svarstiden står still',
    accepted: ({ who }: { who: string }) => `accepterat av ${who}`,
    advised: ({ who }: { who: string }) => `råd lämnat av ${who}`,
    declined: () => 'inte deras uppdrag, handläggaren väljer väg',
    'with-coordinator': () => 'hos samordnaren',
    dropped: () => 'ingår inte längre',
    lapsed: () => 'frågan är inte längre aktuell',
  } satisfies Record<LegState, (facts: { who: string; when: string }) => string>,
  adviceDue: ({ when }: At) => `råd senast ${when}`,
  optional: 'frivillig',
  passedOn: 'frågan är lämnad vidare',
  someone: 'en person i teamet',
  yourTurn: 'Att göra',
  obstacles: {
    title: 'Det som hindrar',
    silent: (names: string) => `${names} har inte röstat.`,
    cannot: (names: string) => `${names} kan inte någon av tiderna.`,
    apart: 'Alla kan någon av tiderna, men ingen passar alla.',
  },
  todo: {
    send: 'Läs igenom och skicka.',
    answer: ({ when }: At) => `Svara senast ${when}: acceptera, fråga, ge råd, skicka vidare eller avböj.`,
    advise: ({ when }: At) => `Lämna ditt råd senast ${when}.`,
    passed: (who: string) =>
      `Övertaget av ${who}. Du kan ta tillbaka frågan genom att svara, så länge ingen annan har gjort det.`,
    waitForAnswer: 'Inget just nu: handläggaren ska svara på er fråga.',
    clarify: 'Svara på myndighetens fråga.',
    rewrite: 'Skriv om texten så att personen inte känns igen.',
    decideLeg: 'Bjud in en annan myndighet eller gå vidare utan den.',
    match: 'Hjälp till att hitta en tid: tala med dem som hindras, föreslå sedan nya tider.',
    assign: 'Tilldela en person eller ta bort myndigheten.',
    vote: ({ when }: At) => `Rösta på tiderna senast ${when}.`,
    voteMore: ({ when }: At) => `Rösta på tiderna som har kommit till senast ${when}.`,
    addTimes: 'Ingen av tiderna passar alla: lägg till fler eller föreslå nya.',
    voted: 'Inget just nu: du har röstat. Du kan ändra dig tills tiden är bokad.',
    take: 'Välj en av de lediga tiderna. Den som bokar först bokar för alla.',
    suggest: 'Föreslå nya tider.',
    takeBy: ({ when }: At) => `Boka platsen senast ${when}. Sedan går den till nästa i kön.`,
    queued: 'Inget just nu. Du får besked när en plats på konsultationstiden blir ledig.',
    meet: ({ when }: At) => `Kom till mötet ${when}.`,
    confirmHeld: 'Anteckna vilka som kom till mötet.',
    record: 'Anteckna utfallet.',
    followUp: ({ when }: At) => `Följ upp ${when}.`,
    file: 'Journalför utfallet i er egen akt och kryssa för det här.',
    wait: (names: string) => `Inget just nu. Vi väntar på ${names}.`,
    nothing: 'Inget just nu.',
  },
  queuePlace: (place: number) => `plats ${place} i kön`,
  page: (page: number, of: number) => `Sida ${page} av ${of}`,
  newer: 'nyare kort finns längre ner',
  noAccess: 'Du är inte längre med i det här samrådet.',
  meeting: 'Möte',
  link: 'Möteslänk',
  joinMeeting: 'Öppna mötet',
  calendarEntry: 'Lägg i kalendern',
  calendarCancel: 'Ta bort ur kalendern',
  /** How the reader gets the meeting into their calendar, where they need not do it themselves. */
  entry: {
    mail: {
      coming: 'Kallelsen skickas till din e-post.',
      sent: 'Kallelsen har skickats till din e-post.',
      cancelled: 'Avbokningen skickas till din e-post.',
    },
    event: {
      coming: 'Mötet läggs in i din Outlook-kalender.',
      sent: 'Mötet ligger i din Outlook-kalender.',
      cancelled: 'Mötet tas bort ur din Outlook-kalender.',
    },
  } satisfies Record<EntryNote['form'], Record<EntryNote['is'], string>>,
  noLinkOwner: 'Mötet har ingen länk här: skicka en egen Teams-inbjudan till deltagarna.',
  noLink: 'Handläggaren skickar länken till mötet.',
  meetingRules: 'Släpp in från lobbyn. Ingen inspelning, transkribering eller Copilot. Nämn inte namn.',
  question: 'Fråga',
  background: 'Bakgrund',
  strength: 'Styrkor',
  addition: ({ when }: At) => `Komplettering ${when}`,
  asks: (agency: string) => `${agency} frågar`,
  ownerAnswers: 'Handläggaren svarar',
  advice: (agency: string) => `Råd från ${agency}`,
  declinedBy: ({ agency, reason }: { agency: string; reason: string }) => `Avböjt hos ${agency}: ${reason}`,
  suggests: (agency: string) => `föreslår ${agency}`,
  municipality: 'Kommun',
  hiddenMunicipality: 'en av förbundets kommuner',
  ageBand: 'Ålder',
  template: 'Situation',
  purpose: 'Syfte',
  urgency: 'Brådska',
  assistance: 'Tid med bistånd',
  certificate: 'Läkarintyg',
  measure: 'Pågående insats',
  owner: 'Handläggare',
  why: 'Varför just den här personen?',
  noWhy: 'Ingen är frågad genom reglerna just nu.',
  sealedText: 'Texten är stängd tills handläggaren har skrivit om den.',
  outcome: 'Utfall',
  outcomeVersion: (version: number) => `version ${version}`,
  recommendation: 'Det här är en rekommendation, inget beslut.',
  measures: 'Insatser',
  responsible: ({ who, step, when }: { who: string; step: string } & At) =>
    `Ansvaret ligger hos ${who}. Nästa steg: ${step.replace(/\.$/u, '')}. Senast ${when}.`,
  planOffered: 'Plan erbjuden',
  fkOfficer: 'Handläggare på FK utsedd',
  record: 'Text att klistra in i er egen journal eller akt',
  filed: ({ when }: At) => `Journalfört ${when}`,
  onHold: ({ when }: At) => `Gallringen är stoppad sedan ${when}`,
  disposed: ({ when }: At) => `Innehållet gallrades ${when}.`,
  reason: 'Skäl',
  responsibility: 'Ansvar',
  voteLine: ({
    time,
    yes,
    maybe,
    no,
    silent,
  }: {
    time: string;
    yes: number;
    maybe: number;
    no: number;
    silent: number;
  }) => `${time}: ${yes} ja, ${maybe} om det behövs, ${no} nej, ${silent} har inte svarat`,
  agenda: {
    title: ({ session, when }: { session: string } & At) => `Dagordning: ${session} ${when}`,
    count: (count: number) => (count === 1 ? 'Du är med i ett samråd.' : `Du är med i ${count} samråd.`),
    ownOnly: 'Här står bara samråden du själv är med i.',
    asOwner: 'Du är med som handläggare för kommunen.',
    asAgency: (agency: string) => `Du är med för ${agency}.`,
    prepared: 'Att förbereda: läs frågan före mötet.',
    rewrite: 'Att förbereda: skriv om texten så att personen inte känns igen.',
    answer: (agency: string) => `Att förbereda: svara på frågan från ${agency}.`,
    'await-answer': () => 'Handläggaren har inte svarat på er fråga än.',
    advise: () => 'Att förbereda: lämna rådet du har lovat.',
    unanswered: (agency: string) => `${agency} har inte svarat på frågan än.`,
    show: (reference: string) => `Visa ${reference}`,
    open: (reference: string) => `Öppna mötet ${reference}`,
    nothing: 'Du har inget samråd kvar den här gången.',
  },
  /** What was known when a time was proposed, of those who have not voted yet. */
  known: {
    free: (names: string) => `ledig i kalendern: ${names}`,
    declared: (names: string) => `har angett tiden: ${names}`,
    unknown: (names: string) => `okänt: ${names}`,
    busy: (names: string) => `kan inte: ${names}`,
  } satisfies Record<Knowledge, (names: string) => string>,
  keyNote:
    'Kopplingen mellan referensen och personen finns bara i kommunens eget verksamhetssystem. Samråd vet inte vem det gäller.',
};
