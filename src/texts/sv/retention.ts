type Row = { reference: string; when: string };

/** Swedish, the original: every other language has the same shape or does not compile. */
export const retention = {
  title: 'Gallring',
  intro: (days: number) =>
    `Innehållet gallras ${days} dagar efter avslut, när utfallet är journalfört och inget gallringsstopp gäller.`,
  soon: 'Gallras inom 30 dagar',
  soonRow: ({ reference, when }: Row) => `${reference}: innehållet gallras ${when}`,
  goesRow: ({ reference, when }: Row) => `${reference}: resten gallras ${when}, bara siffror blir kvar`,
  unfiled: 'Väntar på att journalföras',
  unfiledRow: ({ reference, when, who }: Row & { who: string }) =>
    `${reference}: ${who}, avslutat sedan ${when}`,
  held: 'Gallringen är stoppad',
  heldRow: ({ reference, when, who }: Row & { who: string }) =>
    `${reference}: stoppat av ${who} sedan ${when}. Skälet står på samrådets eget kort.`,
  protocol: 'Gallringsprotokoll, det senaste först',
  content: ({ reference, when, texts, cards }: Row & { texts: number; cards: number }) =>
    `${when} ${reference}: innehåll (${texts} texter, ${cards} kort)`,
  rest: ({ reference, when, cards }: Row & { cards: number }) =>
    `${when} ${reference}: samrådet (${cards} kort), en rad statistik kvar`,
  history: ({ reference, when, records }: Row & { records: number }) =>
    `${when} ${reference}: logg (${records} rader)`,
  none: 'Inget just nu.',
  cards: ({ waiting, failed }: { waiting: number; failed: number }) =>
    `Kort i chattar: ${waiting} väntar på att ersättas, ${failed} gick inte att ersätta.`,
  more: (count: number) => `och ${count} till på nästa sida`,
  page: (page: number, of: number) => `Sida ${page} av ${of}`,
  reference: 'Samråd',
  open: 'Stoppa eller släpp …',
  gone: (reference: string) => `Samråd ${reference} är gallrat. Det som stod här finns inte längre i Samråd.`,
  draftGone: (reference: string) => `Utkastet ${reference} är borttaget. Det skickades aldrig.`,
  nameless: 'Det som stod här är gallrat och finns inte längre i Samråd.',
  approximate: 'Gallrade samråd räknas per kvartal, så urvalet är ungefärligt.',
};
