import type { Language } from '../domain/codes.ts';
import type { LegState, State } from '../domain/consultation.ts';
import { codeTexts } from './codes.ts';

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
  'no-such-agency': string;
  'no-such-person': string;
  'no-such-slot': string;
  'votes-missing': string;
  'not-a-voter': string;
  'slot-taken': string;
  taken: string;
  'not-started': (facts: { when: string }) => string;
  'not-present': (facts: { agency: string }) => string;
  'date-past': string;
  'not-responsible': string;
  'too-late': string;
  'same-owner': string;
  'already-joined': string;
  'changed-meanwhile': string;
  'reference-spent': string;
};

const sv = {
  refused: {
    'unknown-reference':
      'Jag hittar inget samråd med den referensen bland dina. Kontrollera den och försök igen.',
    'not-yours': 'Det här är inte ditt att göra i samrådet.',
    'not-now': ({ state }) => `Det går inte nu. Läget är: ${codeTexts.sv.state[state].toLowerCase()}.`,
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
    'no-such-agency': 'Den myndigheten finns inte i samordningsförbundet.',
    'no-such-person': 'Den personen kan inte väljas här.',
    'no-such-slot': 'Den tiden finns inte bland förslagen. Välj en av dem som visas.',
    'votes-missing': 'Svara på alla tider innan du röstar.',
    'not-a-voter': 'Du behöver inte rösta här.',
    'slot-taken': 'Tiden är inte ledig längre. Välj en annan.',
    taken: 'Tiden togs av någon annan just nu. Välj en annan.',
    'not-started': ({ when }) => `Mötet börjar först ${when}.`,
    'not-present': ({ agency }) => `${agency} var inte bokad på mötet.`,
    'date-past': 'Datumet har redan varit. Välj ett datum från och med i dag.',
    'not-responsible': 'Ansvaret kan bara ligga hos kommunen eller en myndighet som var med eller gav råd.',
    'too-late': 'Det är för sent att göra det.',
    'same-owner': 'Hen har redan ärendet.',
    'already-joined': 'Du har redan tagit del av innehållet.',
    'changed-meanwhile': 'Flera ändrade samtidigt. Titta på kortet och försök igen.',
    'reference-spent': 'Det gick inte att skapa en referens. Försök igen.',
  } satisfies Refusals as Refusals,
  fault: (reference: string) =>
    `Något gick fel hos oss. Inget har ändrats. Försök igen om en stund, och uppge felkoden ${reference} om det fortsätter.`,
  bad: (fields: string) => `Det fattas något eller är fel ifyllt: ${fields}. Rätta och försök igen.`,
  tooLong: ({ field, length, most }: { field: string; length: number; most: number }) =>
    `${field} är för lång: ${length} tecken, högst ${most}.`,
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
  helpHint: 'Alla knappar har ett ord som du kan skriva i stället, till exempel',
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
    times: 'rösta K-… ja nej om, boka K-… 1, flytta, avboka, hållet K-…: tider och möte',
    outcome: 'utfall K-…, uppföljning K-…: anteckna vad ni kom fram till',
    manage: 'ändra, komplettera, återkalla, bjud-in, överlåt, återöppna K-…',
    status: 'antal, väntande svar och möten; lägg till kommun, myndighet eller period',
    remit: 'vem gör vad och vad du kan förvänta dig',
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
  }) =>
    `${reference} ${agency}: ${days === 1 ? '1 arbetsdag' : `${days} arbetsdagar`} sedan frågan, svar senast ${due}`,
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
  indicator: { met: 'Mötta', onward: 'Vidare till studier, praktik eller rehabilitering', work: 'Arbete' },
  followUpsDue: 'Uppföljningar att göra',
  unreachable: 'Meddelanden som inte kom fram',
  observer: 'Skriv rapport för att se förbundets siffror. Enskilda samråd visas inte för observatörer.',
  remit: 'Vem gör vad',
  remitDoes: 'Gör',
  remitDoesNot: 'Gör inte',
  remitNeeds: 'Behöver',
  remitAnswers: ({ days, soon }: { days: number; soon: number }) =>
    `Svarar inom ${days} arbetsdagar (snart: ${soon})`,
  remitNone: 'Uppdraget är inte beskrivet än.',
  agreement: ({ name, version, from }: { name: string; version: string; from: string }) =>
    `${name}, version ${version}, gäller från ${from}`,
  languageSaved: 'Jag svarar på svenska från och med nu.',
  languageAsk: 'Vilket språk vill du ha?',
  clockIs: (when: string) => `Klockan är nu ${when}.`,
  clockBack: 'Klockan kan bara flyttas framåt.',
  clockLocal: 'Klockan kan bara flyttas i den lokala provmiljön.',
  gone: 'Utkastet är kastat.',
  handled: 'Klart.',
  moreFor: (reference: string) => `Mer att göra med ${reference}`,
  why: {
    rule: ({ fn, number, because }: { fn: string; number: number; because: string }) =>
      because === ''
        ? `${fn} tar frågor som ingen annan regel gäller för`
        : `${fn} tar frågor där ${because} stämmer (regel ${number})`,
    because: {
      municipality: 'kommunen',
      ageBand: 'åldern',
      template: 'situationen',
      certificate: 'läkarintyget',
    },
    chosen: {
      only: ({ open }: { open: number }) => `den enda som kan frågas; har ${open} öppna frågor`,
      speciality: ({ open }: { open: number }) => `har rätt inriktning; har ${open} öppna frågor`,
      'fewest-open': ({ open }: { open: number }) => `har minst att svara på just nu: ${open} öppna frågor`,
      'longest-since': ({ open }: { open: number }) =>
        `det var längst sedan hen frågades; har ${open} öppna frågor`,
      order: ({ open }: { open: number }) => `står först i teamet; har ${open} öppna frågor`,
      forwarded: () => 'en kollega skickade frågan vidare',
      assigned: () => 'samordnaren valde',
      next: () => 'nästa i tur',
      'took-back': () => 'tog tillbaka frågan',
    },
  },
};

const en: typeof sv = {
  refused: {
    'unknown-reference': 'I find no consultation of yours with that reference. Check it and try again.',
    'not-yours': 'This is not yours to do in the consultation.',
    'not-now': ({ state }) => `Not possible now. The state is: ${codeTexts.en.state[state].toLowerCase()}.`,
    'no-such-leg': 'That agency has not been asked in this consultation.',
    'leg-not-open': ({ is, who }) =>
      is === 'accepted'
        ? `The question has already been accepted by ${who}. Nothing has changed.`
        : is === 'advised'
          ? `${who} has already given advice. Nothing has changed.`
          : is === 'waiting'
            ? 'The question is already waiting for the caseworker.'
            : 'The question is no longer open. Nothing has changed.',
    stale: 'The card was old. This is how it stands now; nothing has changed.',
    'already-answered': 'Somebody has already answered. Add to the question instead of editing it.',
    'not-answered-yet': 'Nobody has answered yet. Edit the question instead of adding to it.',
    'already-asked': ({ agency }) => `${agency} has already been asked.`,
    'no-such-agency': 'There is no such agency in the association.',
    'no-such-person': 'That person cannot be chosen here.',
    'no-such-slot': 'That time is not among those suggested. Choose one of the times shown.',
    'votes-missing': 'Answer for every time before you vote.',
    'not-a-voter': 'You need not vote here.',
    'slot-taken': 'The time is no longer free. Choose another.',
    taken: 'Somebody else took the time just now. Choose another.',
    'not-started': ({ when }) => `The meeting does not begin until ${when}.`,
    'not-present': ({ agency }) => `${agency} was not booked for the meeting.`,
    'date-past': 'The date has passed. Choose today or later.',
    'not-responsible':
      'Responsibility can rest only with the municipality or an agency that was there or gave advice.',
    'too-late': 'It is too late for that.',
    'same-owner': 'They already have the consultation.',
    'already-joined': 'You have already read the content.',
    'changed-meanwhile': 'Several people changed it at once. Look at the card and try again.',
    'reference-spent': 'No reference could be made. Please try again.',
  },
  fault: (reference) =>
    `Something went wrong on our side. Nothing has changed. Try again in a while, and quote the code ${reference} if it goes on.`,
  bad: (fields) => `Something is missing or wrong: ${fields}. Correct it and try again.`,
  tooLong: ({ field, length, most }) => `${field} is too long: ${length} characters, at most ${most}.`,
  oldButton: 'The button is too old. Write help to see what you can do.',
  stranger: 'You are not among those who use Samråd here. Ask the coordinator to add you.',
  notYourRole: 'That is not something your role can do. Write help to see what you can do.',
  whichAssociation: 'You belong to several associations. Which one is it about?',
  unknownWord: 'I did not understand that. Did you mean one of these?',
  chooseConsultation: 'Which consultation is it about?',
  nothingToDo: 'There is no open consultation where you can do that right now.',
  onlyPersonal: 'I have answered you in our own chat.',
  writeMe: 'Write to me in a chat of our own and I will answer there.',
  editedIgnored:
    'You edited a message. I read only new ones; write it again if you want something to happen.',
  welcome: ({ name, association }) =>
    `Hello ${name}! I am Samråd in ${association}. I carry one question about one de-identified person to the right person in each agency, get you into one meeting and to one recorded outcome. Never write names or identity numbers to me. I am not read around the clock: call 112 or 1177 when it is urgent.`,
  help: 'This is what you can do',
  helpHint: 'Every button has a word you can write instead, for example',
  you: ({ role, association }) => `You are ${role} in ${association}.`,
  word: {
    new: 'Ask a new question',
    mine: 'My consultations',
    status: 'Status',
    remit: 'Who does what',
    language: 'Svenska',
    help: 'Help',
    show: 'Show a consultation',
  },
  wordHelp: {
    new: 'ask the team a question',
    mine: 'what is waiting for you',
    show: 'show a consultation, for example show K-…',
    answer: 'accept, decline, ask, advise, forward K-…: answer a question',
    clarify: "answer K-…: answer an agency's question",
    times: 'vote K-… yes no maybe, book K-… 1, move, unbook, held K-…: times and meeting',
    outcome: 'outcome K-…, followup K-…: record what you arrived at',
    manage: 'edit, add, withdraw, invite, handover, reopen K-…',
    status: 'counts, waiting answers and meetings; add a municipality, agency or period',
    remit: 'who does what and what to expect',
    language: 'language sv or language en',
    clock: 'clock +3d moves the time (only in the local rehearsal)',
  },
  mine: 'My consultations',
  mineEmpty: 'Nothing is waiting for you right now.',
  mineMore: (count) => `and ${count} more`,
  status: ({ association, when }) => `Status of ${association} ${when}`,
  statusOwn: 'Your own consultations',
  statusFunction: 'Questions to your function',
  statusAll: "All the association's consultations",
  statusFilter: (what) => `Selection: ${what}`,
  total: 'Consultations',
  waitingLegs: 'Waiting for an answer',
  noneWaiting: 'No question is waiting for an answer.',
  waitingLine: ({ reference, agency, days, due }) =>
    `${reference} ${agency}: asked ${days === 1 ? '1 working day' : `${days} working days`} ago, answer by ${due}`,
  waitingClarify: ({ reference, agency }) => `${reference} ${agency}: waiting for the caseworker`,
  waitingCoordinator: ({ reference, agency }) => `${reference} ${agency}: with the coordinator`,
  overdue: 'Overdue answers',
  dueSoon: 'Soon overdue',
  meetingsThisWeek: 'Meetings this week',
  meetingsNextWeek: 'Meetings next week',
  none: 'none',
  targets: 'Targets',
  targetLine: ({ name, count, goal, share, elapsed }) =>
    `${name}: ${count} of ${goal} (${share}%), ${elapsed}% of the time has passed`,
  indicator: { met: 'Met', onward: 'On to studies, internship or rehabilitation', work: 'Work' },
  followUpsDue: 'Follow-ups due',
  unreachable: 'Messages that did not arrive',
  observer: "Write report for the association's figures. Single consultations are not shown to observers.",
  remit: 'Who does what',
  remitDoes: 'Does',
  remitDoesNot: 'Does not',
  remitNeeds: 'Needs',
  remitAnswers: ({ days, soon }) => `Answers within ${days} working days (soon: ${soon})`,
  remitNone: 'The remit has not been described yet.',
  agreement: ({ name, version, from }) => `${name}, version ${version}, in force from ${from}`,
  languageSaved: 'I will answer in English from now on.',
  languageAsk: 'Which language would you like?',
  clockIs: (when) => `The time is now ${when}.`,
  clockBack: 'The clock can only be moved forward.',
  clockLocal: 'The clock can only be moved in the local rehearsal.',
  gone: 'The draft is gone.',
  handled: 'Done.',
  moreFor: (reference) => `More to do with ${reference}`,
  why: {
    rule: ({ fn, number, because }) =>
      because === ''
        ? `${fn} takes questions that no other rule covers`
        : `${fn} takes questions where the ${because} fits (rule ${number})`,
    because: {
      municipality: 'municipality',
      ageBand: 'age',
      template: 'situation',
      certificate: 'certificate',
    },
    chosen: {
      only: ({ open }) => `the only one who can be asked; has ${open} open questions`,
      speciality: ({ open }) => `has the right speciality; has ${open} open questions`,
      'fewest-open': ({ open }) => `has the least to answer right now: ${open} open questions`,
      'longest-since': ({ open }) => `was asked longest ago; has ${open} open questions`,
      order: ({ open }) => `comes first in the team; has ${open} open questions`,
      forwarded: () => 'a colleague forwarded the question',
      assigned: () => 'chosen by the coordinator',
      next: () => 'next in turn',
      'took-back': () => 'took the question back',
    },
  },
};

/** What the bot says outside forms and consultation cards, per language. */
export const talkTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
