type Span = { from: string; to: string; part: string };

/** Being away, handing over, and what happens if nothing happens. */
export const absence = {
  title: 'Frånvaro',
  intro: 'När du är borta ställs inga nya frågor till dig, och påminnelser väntar tills du är tillbaka.',
  none: 'Ingen frånvaro är anmäld.',
  line: ({ who, from, to, part }: { who: string } & Span) =>
    `${who}: ${from === to ? from : `${from}–${to}`}${part ? `, ${part}` : ''}`,
  backup: (name: string) => `ersättare ${name}`,
  part: { day: '', morning: 'förmiddagar', afternoon: 'eftermiddagar' },
  partLabel: 'Del av dagen',
  partDay: 'Hela dagar',
  from: 'Från och med',
  to: 'Till och med',
  who: 'Vem är borta?',
  instead: 'Ersättare (frivilligt)',
  choose: 'Välj',
  save: 'Anmäl frånvaro',
  remove: 'Ta bort',
  removed: 'Frånvaron är borttagen.',
  saved: ({ who, from, to, part }: { who: string } & Span) =>
    `Frånvaron är anmäld: ${who}, ${from === to ? from : `${from}–${to}`}${part ? `, ${part}` : ''}.`,
  open: (references: string) => `Öppna frågor som berörs: ${references}.`,
  choice: 'Ska någon annan få dem, eller ska de vänta? Gör du inget går de vidare när svarstiden är slut.',
  move: 'Låt någon annan svara',
  hold: 'Låt dem vänta',
  moved: (references: string) =>
    `De här frågorna har gått vidare: ${references}. Handläggarna har fått veta det.`,
  held: (references: string) =>
    `De här frågorna väntar: ${references}. Svarsdagen är flyttad och handläggarna har fått veta det.`,
  nothing: 'Inga öppna frågor berörs.',
  owns: (count: number) =>
    count === 1
      ? 'Du har ett pågående samråd. Skriv överlåt allt och en kollegas namn om hen ska ta över.'
      : `Du har ${count} pågående samråd. Skriv överlåt allt och en kollegas namn om hen ska ta över dem.`,
  badDates:
    'Jag förstår inte vilka dagar, eller vem. Skriv till exempel frånvaro 1/7–14/7, frånvaro 7–11 september, frånvaro 2026-07-01 em eller frånvaro v. 28, och sist ersättarens namn om någon ska svara i stället.',
  backwards: 'Den sista dagen ligger före den första. Ange dagarna i ordning.',
  past: 'Frånvaron är redan över. Ange dagar från och med i dag.',
  notYours: 'Du kan bara anmäla din egen frånvaro.',
  gone: 'Den frånvaron finns inte längre.',
  wrongBackup: 'Ersättaren ska vara en kollega i samma myndighet.',
  digest: 'Sammanfattning',
  digestIntro: 'Det som väntar på dig, kl. 08.15 de dagar du arbetar. Har inget ändrats kommer inget.',
  digestStart: 'Ja, skicka den',
  digestStop: 'Sluta skicka',
  digestOn:
    'Du får en sammanfattning kl. 08.15 de dagar du arbetar, när något har ändrats. Skriv sammanfattning av för att sluta.',
  digestOff: 'Du får ingen sammanfattning längre.',
  noMorning: 'Du är borta de närmaste månaderna. Ta bort frånvaron först.',
  remindDo: 'Påminn mig i morgon',
  reminds: (when: string) => `Jag påminner dig ${when}, om det fortfarande väntar på dig.`,
  quiet: 'Tysta tider',
  quietIntro:
    'Påminnelser kommer bara när du arbetar. Här väljer du tider då du vill vara i fred även under arbetsdagen; det som skulle ha kommit då kommer efteråt. Nya frågor och svar från andra kommer som vanligt.',
  quietNone: 'Du har inga tysta tider.',
  quietNow: (times: string) => `Tyst ${times}.`,
  quietFrom: 'Tyst från',
  quietTo: 'Tyst till',
  quietSave: 'Spara',
  quietClear: 'Ta bort tysta tider',
  quietWrong: 'Ange en tid på dagen och en senare, högst fyra sådana.',
  quietSaved: 'Sparat.',
  handAll: 'Överlåt allt',
  notTheirs: 'Du kan bara överlåta det du själv har, till någon annan i förbundet.',
  handWhat: ({ from, to, what }: { from: string; to: string; what: string }) =>
    `Från ${from} till ${to}: ${what}.`,
  handHow:
    'Egna samråd får ny handläggare, öppna frågor får ny mottagare. Svarstiderna går vidare. Accepterade platser följer inte med.',
  handNothing: ({ from, to }: { from: string; to: string }) => `${from} har inget som kan gå till ${to}.`,
  handDo: (count: number) => (count === 1 ? 'Överlåt det' : `Överlåt alla ${count}`),
  handed: ({ from, to, what }: { from: string; to: string; what: string }) =>
    `Överlåtet från ${from} till ${to}: ${what}.`,
  handLeft: (what: string) => `Kvar, för att kollegan inte kan ta över: ${what}.`,
  handBack: 'Ångra',
  handBackHow: 'Du kan ångra inom ett dygn, så länge ingen annan har hunnit svara.',
  handedBack: (what: string) => `Tillbaka: ${what}.`,
  handBackNone: 'Det går inte att ångra längre.',
  ladder: 'Om inget händer',
  rung: {
    reminder: ({ who, when }: { who: string; when: string }) => `${when}: ${who} påminns`,
    takeover: ({ who, when }: { who: string; when: string }) => `${when}: ${who} frågas i stället`,
    coordinator: ({ when }: { who: string; when: string }) => `${when}: samordnaren tar över`,
  },
};
