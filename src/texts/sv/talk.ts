import type { LegState, State } from '../../domain/consultation.ts';
import { codes } from './codes.ts';
import { answersWithin, ended, openQuestions, workingDays } from './counted.ts';

/** Everything a rule may refuse with, as far as words go. */
type Refusals = {
  'unknown-reference': string;
  'not-yours': string;
  'not-now': (facts: { state: State }) => string;
  'no-such-leg': string;
  'leg-not-open': (facts: { is: LegState; who: string }) => string;
  stale: string;
  'already-answered': string;
  'not-answered-yet': string;
  'already-asked': (facts: { agency: string }) => string;
  'last-leg': string;
  'no-such-agency': string;
  'no-such-person': string;
  'no-such-slot': string;
  'no-more-times': string;
  'votes-missing': string;
  'not-a-voter': string;
  'slot-taken': string;
  'still-queued': string;
  taken: string;
  'not-started': (facts: { when: string }) => string;
  'not-present': (facts: { agency: string }) => string;
  'date-past': string;
  'not-responsible': string;
  'too-late': string;
  'same-owner': string;
  'already-joined': string;
  'already-filed': string;
  'already-on-hold': string;
  'not-on-hold': string;
  disposed: string;
  'changed-meanwhile': string;
  'reference-spent': string;
};

/** Swedish, the original: every other language has the same shape or does not compile. */
export const talk = {
  refused: {
    'unknown-reference':
      'Jag hittar inget samråd med den referensen bland dina. Kontrollera den och försök igen.',
    'not-yours': 'Det här är inte ditt att göra i samrådet.',
    'not-now': ({ state }) => `Det går inte nu. Läget är: ${codes.state[state].toLowerCase()}.`,
    'no-such-leg': 'Den myndigheten är inte tillfrågad i samrådet.',
    'leg-not-open': ({ is, who }) =>
      is === 'accepted'
        ? `Frågan är redan accepterad av ${who}. Inget har ändrats.`
        : is === 'advised'
          ? `${who} har redan lämnat råd. Inget har ändrats.`
          : is === 'waiting'
            ? 'Frågan väntar redan på handläggarens svar.'
            : 'Frågan är inte öppen för svar längre. Inget har ändrats.',
    stale: 'Kortet var gammalt. Så här ser det ut nu; inget har ändrats.',
    'already-answered': 'Någon har redan svarat. Komplettera i stället för att ändra.',
    'not-answered-yet': 'Ingen har svarat än. Ändra frågan i stället för att komplettera.',
    'already-asked': ({ agency }) => `${agency} är redan tillfrågad.`,
    'last-leg': 'Det är den sista myndigheten. Bjud in en annan först, eller återkalla frågan.',
    'no-such-agency': 'Den myndigheten finns inte i samordningsförbundet.',
    'no-such-person': 'Den personen kan inte väljas här.',
    'no-such-slot': 'Den tiden finns inte bland förslagen. Välj en av dem som visas.',
    'no-more-times':
      'Det finns inga fler tider att lägga till. Föreslå nya tider, eller gå vidare utan någon myndighet.',
    'votes-missing': 'Svara på alla tider innan du röstar.',
    'not-a-voter': 'Du behöver inte rösta här.',
    'slot-taken': 'Tiden är inte ledig längre. Välj en annan.',
    'still-queued': 'Konsultationstiden är fortfarande full. Samrådet står kvar i kön.',
    taken: 'Tiden togs av någon annan just nu. Välj en annan.',
    'not-started': ({ when }) => `Mötet börjar först ${when}.`,
    'not-present': ({ agency }) => `${agency} var inte bokad på mötet.`,
    'date-past': 'Datumet har redan varit. Välj ett datum från och med i dag.',
    'not-responsible': 'Ansvaret kan bara ligga hos kommunen eller en myndighet som var med eller gav råd.',
    'too-late': 'Det är för sent att göra det.',
    'same-owner': 'Hen är redan handläggare för samrådet.',
    'already-joined': 'Du har redan tagit del av innehållet.',
    'already-filed': 'Utfallet är redan kryssat som journalfört.',
    'already-on-hold': 'Gallringen är redan stoppad för det samrådet.',
    'not-on-hold': 'Gallringen är inte stoppad för det samrådet.',
    disposed: 'Innehållet är gallrat. Ställ en ny fråga i stället.',
    'changed-meanwhile': 'Flera ändrade samtidigt. Titta på kortet och försök igen.',
    'reference-spent': 'Det gick inte att skapa en referens. Försök igen.',
  } satisfies Refusals as Refusals,
  fault: (reference: string) =>
    `Något gick fel hos oss. Inget har ändrats. Försök igen om en stund, och uppge felkoden ${reference} om det fortsätter.`,
  bad: (fields: string) => `Något saknas eller är fel ifyllt: ${ended(fields)} Rätta och försök igen.`,
  tooLong: ({ field, length, most }: { field: string; length: number; most: number }) =>
    `Korta ”${field}”: ${length} tecken, högst ${most}.`,
  sayAgain: 'Jag kunde inte svara nyss. Skriv igen, så svarar jag.',
  oldButton: 'Knappen är för gammal. Skriv hjälp för att se vad du kan göra.',
  stranger: 'Du finns inte med bland dem som använder Samråd här. Be samordnaren lägga till dig.',
  notYourRole: 'Det är inte något du kan göra i din roll. Skriv hjälp för att se vad du kan göra.',
  whichAssociation: 'Du är med i flera samordningsförbund. Vilket gäller det?',
  unknownWord: 'Det förstod jag inte. Menade du något av det här?',
  chooseConsultation: 'Vilket samråd gäller det?',
  nothingToDo: 'Det finns inget öppet samråd där du kan göra det just nu.',
  onlyPersonal: 'Jag har svarat dig i vår egen chatt.',
  writeMe: 'Skriv till mig i en egen chatt, så svarar jag där.',
  editedIgnored:
    'Du ändrade ett meddelande. Jag läser bara nya meddelanden; skriv det igen om du vill att något ska hända.',
  welcome: ({ name, association }: { name: string; association: string }) =>
    `Hej ${name}! Jag är Samråd i ${association}. Jag bär en fråga om en avidentifierad person till rätt person hos varje myndighet, får ihop ett möte och ett antecknat utfall. Skriv aldrig namn eller personnummer till mig. Jag läses inte dygnet runt: ring 112 eller 1177 när det är bråttom.`,
  help: 'Det här kan du göra',
  helpHint: 'Det mesta går också att skriva, till exempel',
  you: ({ role, association }: { role: string; association: string }) => `Du är ${role} i ${association}.`,
  word: {
    new: 'Ställ en ny fråga',
    mine: 'Mina samråd',
    status: 'Läget',
    remit: 'Vem gör vad',
    language: 'English',
    help: 'Hjälp',
    show: 'Visa ett samråd',
  },
  wordHelp: {
    new: 'ställ en fråga till teamet',
    mine: 'det som väntar på dig',
    show: 'visa ett samråd, till exempel visa K-…',
    answer: 'acceptera, avböj, fråga, råd, vidare K-…: svara på en fråga',
    clarify: 'svara K-…: svara på en myndighets fråga',
    times: 'rösta K-… ja nej om, fler tider, boka K-… 1, flytta, avboka, hållet K-…: tider och möte',
    availability: 'när du kan ha möte, till exempel tider tis 13-15 udda',
    outcome: 'utfall K-…, journalfört K-…, uppföljning K-…: anteckna vad ni kom fram till',
    manage: 'ändra, komplettera, återkalla, bjud-in, överlåt, återöppna K-…',
    why: 'varför K-… eller varför och ett namn: varför just den personen frågades',
    log: 'logg K-…: vem som har gjort och läst vad; exportera K-…: samrådet som fil',
    review: 'logg: granska månadens läsningar',
    own: 'mina uppgifter: vad som finns sparat om dig',
    status: 'antal, väntande svar och möten; lägg till kommun, myndighet eller period',
    rules: 'fördelning: hur frågorna har fördelats; prova regel: vad en annan regel hade gjort',
    disposal: 'vad som gallras, vad som väntar på att journalföras och gallringsstopp',
    remit: 'vem gör vad och vad du kan förvänta dig',
    morning:
      'sammanfattning på: det som väntar, kl. 08.15 dagar då du arbetar; påminn K-…: i morgon; tyst 12-13: då inga påminnelser',
    away: 'anmäl frånvaro, till exempel frånvaro 1/7–14/7 eller frånvaro v. 28',
    language: 'språk sv eller språk en',
    clock: 'klocka +3d flyttar tiden (bara i den lokala provmiljön)',
  },
  mine: 'Mina samråd',
  mineEmpty: 'Inget väntar på dig just nu.',
  mineMore: (count: number) => `och ${count} till`,
  status: ({ association, when }: { association: string; when: string }) => `Läget i ${association} ${when}`,
  statusOwn: 'Dina egna samråd',
  statusFunction: 'Frågor till din funktion',
  statusAll: 'Alla samråd i förbundet',
  statusFilter: (what: string) => `Urval: ${what}`,
  total: 'Samråd',
  waitingLegs: 'Väntar på svar',
  noneWaiting: 'Ingen fråga väntar på svar.',
  waitingLine: ({
    reference,
    agency,
    days,
    due,
  }: {
    reference: string;
    agency: string;
    days: number;
    due: string;
  }) => `${reference} ${agency}: ${workingDays(days)} sedan frågan, svar senast ${due}`,
  waitingClarify: ({ reference, agency }: { reference: string; agency: string }) =>
    `${reference} ${agency}: väntar på handläggaren`,
  waitingCoordinator: ({ reference, agency }: { reference: string; agency: string }) =>
    `${reference} ${agency}: hos samordnaren`,
  overdue: 'Försenade svar',
  dueSoon: 'Snart försenade',
  meetingsThisWeek: 'Möten den här veckan',
  meetingsNextWeek: 'Möten nästa vecka',
  none: 'inga',
  targets: 'Mål',
  targetLine: ({
    name,
    count,
    goal,
    share,
    elapsed,
  }: {
    name: string;
    count: number;
    goal: number;
    share: number;
    elapsed: number;
  }) => `${name}: ${count} av ${goal} (${share} %), ${elapsed} % av tiden har gått`,
  indicator: {
    met: 'Har haft ett möte',
    onward: 'Vidare till studier, praktik eller rehabilitering',
    work: 'Arbete',
  },
  followUpsDue: 'Uppföljningar att göra',
  unreachable: 'Meddelanden som inte kom fram',
  observer: 'Enskilda samråd visas inte för observatörer. Rapporter kommer i en senare version.',
  remit: 'Vem gör vad',
  remitDoes: 'Gör',
  remitDoesNot: 'Gör inte',
  remitNeeds: 'Behöver',
  remitAnswers: answersWithin,
  remitFunctions: 'Frågor går till',
  remitUnconfirmed: 'Senast bekräftad: aldrig.',
  remitNone: 'Uppdraget är inte beskrivet än.',
  agreement: ({ name, version, from }: { name: string; version: string; from: string }) =>
    `${name}, version ${version}, gäller från ${from}`,
  languageSaved: 'Jag svarar på svenska från och med nu.',
  clockNow: (when: string) => `Klockan är ${when}.`,
  languageName: 'Svenska',
  languageAsk: 'Vilket språk vill du ha?',
  clockIs: (when: string) => `Klockan är nu ${when}.`,
  clockBack: 'Klockan kan bara flyttas framåt.',
  clockLocal: 'Klockan kan bara flyttas i den lokala provmiljön.',
  moreFor: (reference: string) => `Mer att göra med ${reference}`,
  why: {
    rule: ({ fn, number, because }: { fn: string; number: number; because: string }) =>
      because === '' ? `Grundregeln pekar ut ${fn}` : `Regel ${number} (${because}) pekar ut ${fn}`,
    because: {
      municipality: 'kommunen',
      ageBand: 'åldern',
      template: 'situationen',
      certificate: 'läkarintyget',
    },
    chosen: {
      only: ({ open }: { open: number }) => `den enda som kan frågas; har ${openQuestions(open)}`,
      speciality: ({ open }: { open: number }) => `har rätt inriktning; har ${openQuestions(open)}`,
      'fewest-open': ({ open }: { open: number }) => `har minst att svara på just nu: ${openQuestions(open)}`,
      'longest-since': ({ open }: { open: number }) =>
        `det var längst sedan hen frågades; har ${openQuestions(open)}`,
      order: ({ open }: { open: number }) => `står först i teamet; har ${openQuestions(open)}`,
      forwarded: () => 'en kollega skickade frågan vidare',
      assigned: () => 'samordnaren valde',
      next: () => 'nästa i tur',
      'took-back': () => 'tog tillbaka frågan',
    },
  },
};
