import type { WindowRole } from './windows.ts';

/** What the local mode says in the console and on its index page, Swedish first. */
const sv = {
  title: 'Samråd på den här datorn',
  invented: 'Alla personer, kommuner och samråd här är påhittade. Skriv inga uppgifter om verkliga personer.',
  intro:
    'Varje länk öppnar ett eget Teams-fönster för en person. Öppna två eller flera bredvid varandra och spela ett samråd från fråga till uppföljning.',
  windows: 'Fönster',
  begin: 'Börja så här',
  steps: [
    { type: 'hjälp', does: 'visar vad personen kan göra, som knappar' },
    { type: 'ny', does: 'öppnar formuläret för en ny fråga (socialsekreterarens fönster)' },
    { type: 'mina', does: 'visar det som väntar på personen' },
    {
      type: 'klocka +3d',
      does: 'flyttar den lokala klockan tre dagar framåt, så att du ser vad som händer när en svarstid går ut',
    },
  ],
  where:
    'Skriv i rutan längst ned i fönstrets ”Personal Chat”. Fönstrets egna menyer är på engelska, och dess Log Panel kan stängas.',
  stop: 'Avsluta med Ctrl-C i terminalen. Det som sparats ligger i mappen .data och kan raderas.',
  roles: {
    caseworker: 'Socialsekreterare',
    fk: 'Försäkringskassan',
    af: 'Arbetsförmedlingen',
    psychiatry: 'Psykiatrin',
    coordinator: 'Samordnare',
  } satisfies Record<WindowRole, string>,
  starting: 'Samråd startar …',
  ready: 'Samråd är igång. Öppna i webbläsaren:',
  index: 'Startsida',
  end: 'Avsluta med Ctrl-C.',
  portMoved: (busy: number) => `Port ${busy} är upptagen av ett annat program, tar nästa.`,
  windowEnded: (name: string) =>
    `Fönstret för ${name} stängdes oväntat. Starta om med npm start för att få tillbaka det.`,
  stopping: 'Stänger …',
};

const en: typeof sv = {
  title: 'Samråd on this computer',
  invented:
    'All people, municipalities and consultations here are invented. Do not write anything about real people.',
  intro:
    'Each link opens a separate Teams window for one person. Open two or more side by side and play a consultation from question to follow-up.',
  windows: 'Windows',
  begin: 'Start like this',
  steps: [
    { type: 'help', does: 'shows what the person can do, as buttons' },
    { type: 'new', does: "opens the form for a new question (the caseworker's window)" },
    { type: 'mine', does: 'shows what is waiting for the person' },
    {
      type: 'clock +3d',
      does: 'moves the local clock three days ahead, so that you see what happens when a deadline passes',
    },
  ],
  where:
    'Write in the box at the bottom of the window\'s "Personal Chat". Its Log Panel may be closed. For English answers, type "language en" first.',
  stop: 'Stop with Ctrl-C in the terminal. What was saved is in the folder .data and may be deleted.',
  roles: {
    caseworker: 'Caseworker',
    fk: 'Social insurance agency (FK)',
    af: 'Employment service (AF)',
    psychiatry: 'Psychiatry',
    coordinator: 'Coordinator',
  },
  starting: 'Samråd is starting …',
  ready: 'Samråd is running. Open in the browser:',
  index: 'Index page',
  end: 'Stop with Ctrl-C.',
  portMoved: (busy) => `Port ${busy} is used by another program, using the next one.`,
  windowEnded: (name) =>
    `The window for ${name} closed unexpectedly. Start again with npm start to get it back.`,
  stopping: 'Stopping …',
};

/** Both languages of the local mode. */
export const localTexts = { sv, en };
