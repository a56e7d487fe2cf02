/** The two pages the app manifest points to: plain, readable without scripts, Swedish first. */
type Page = { path: string; title: string; body: readonly string[]; english: readonly string[] };

export const pages: readonly Page[] = [
  {
    path: '/privacy',
    title: 'Samråd: så behandlas uppgifter',
    body: [
      'Samråd bär en fråga om en avidentifierad person mellan kommun, Försäkringskassan, Arbetsförmedlingen och vården. Vem personen är vet bara kommunen, i sitt eget verksamhetssystem.',
      'Varje text granskas innan den sparas, visas, skickas eller loggas. Personnummer, adresser, telefonnummer och liknande stoppas; namn frågas det om.',
      'Om dig som använder Samråd sparas vem du är i samordningsförbundets fil, vad du har gjort och läst i ett samråd, ditt språkval och var i Teams du kan nås.',
      'Uppgifterna lagras hos den som driver Samråd för samordningsförbundet. Inget skickas till någon annan än Teams. Avidentifierade uppgifter är ändå personuppgifter; förbundets parter är personuppgiftsansvariga var för sig.',
    ],
    english: [
      'Samråd carries one question about one de-identified person between municipality, social insurance, employment service and health care. Only the municipality knows who it is, in its own system.',
      'Every text is checked before it is stored, shown, sent or logged. About you it keeps who you are in the association file, what you did and read, your language and where in Teams you can be reached.',
    ],
  },
  {
    path: '/terms',
    title: 'Samråd: villkor',
    body: [
      'Samråd är ett arbetsredskap för den som har fått det av sitt samordningsförbund. Det är inget verksamhetssystem och ersätter ingen journal eller akt.',
      'Skriv aldrig namn, personnummer eller annat som pekar ut någon. Det som mötet kommer fram till är en rekommendation, inget beslut.',
      'Samråd läses inte dygnet runt. Ring 112 vid akut fara och 1177 för råd om vård.',
    ],
    english: [
      'Samråd is a working tool for those given it by their coordination association. Never write anything that identifies a person. An outcome is a recommendation, not a decision. In danger call 112.',
    ],
  },
];

/** One page as HTML; it holds only our own words. */
export const pageHtml = ({ title, body, english }: Page): string =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif}</style></head><body><main><h1>${title}</h1>${paragraphs(body)}<section lang="en"><h2>In English</h2>${paragraphs(english)}</section></main></body></html>`;

const paragraphs = (all: readonly string[]): string => all.map((text) => `<p>${text}</p>`).join('');
