/** What a coordinator reads of messages that did not arrive. */
export const deliveries = {
  title: 'Meddelanden som inte kom fram',
  line: ({ who, what, about, since }: { who: string; what: string; about: string; since: string }) =>
    `${who}: ${what}${about ? ` om ${about}` : ''}, sedan ${since}`,
  more: (count: number) => `och ${count} till`,
  somebody: 'någon som inte längre är med',
  /** By the outbox's kind of row. */
  what: {
    notify: 'besked',
    refresh: 'uppdatering av kort',
    mention: 'besked i kanalen',
    mail: 'mejl',
    entry: 'kallelse',
    fold: 'hopvikning av gammalt kort',
    reply: 'svar',
    erase: 'borttagning av gammalt kort',
  } as Readonly<Record<string, string>>,
  message: 'meddelande',
  /** By why it did not arrive. */
  todo: {
    'no-chat': 'Be hen lägga till appen Samråd i Teams, eller ring.',
    blocked: 'Hen har blockerat eller tagit bort Samråd. Be hen lägga till appen igen, eller ring.',
    gone: 'Chatten eller kortet finns inte längre. Be hen skriva visa och referensen till Samråd.',
    'too-big': 'Teams tog inte emot meddelandet. Ring, och anmäl felet till supporten.',
    bad: 'Teams tog inte emot meddelandet. Ring, och anmäl felet till supporten.',
    fault: 'Det gick fel hos oss. Försök igen, och anmäl felet till supporten om det fortsätter.',
    busy: 'Teams bad oss vänta i mer än ett dygn. Försök igen.',
    'no-answer': 'Teams svarade inte på mer än ett dygn. Försök igen.',
  } as Readonly<Record<string, string>>,
  retry: 'Försök igen',
  dismiss: 'Klart',
  tooFast: 'Det går för fort. Vänta en minut.',
};
