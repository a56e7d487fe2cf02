import type { retention as swedish } from '../sv/retention.ts';

/** English, in the shape of the Swedish original. */
export const retention: typeof swedish = {
  title: 'Disposal',
  intro: (days) =>
    `Content is disposed of ${days} days after closure, once the outcome has been filed and unless disposal is on hold.`,
  soon: 'Goes within 30 days',
  soonRow: ({ reference, when }) => `${reference}: the content goes ${when}`,
  goesRow: ({ reference, when }) => `${reference}: the rest goes ${when}, only numbers stay`,
  unfiled: 'Waiting to be filed',
  unfiledRow: ({ reference, when, who }) => `${reference}: ${who}, closed since ${when}`,
  held: 'Disposal is on hold',
  heldRow: ({ reference, when, who }) =>
    `${reference}: on hold by ${who} since ${when}. The reason stands on the consultation’s own card.`,
  protocol: 'Disposal record, newest first',
  content: ({ reference, when, texts, cards }) =>
    `${when} ${reference}: content (${texts} texts, ${cards} cards)`,
  rest: ({ reference, when, cards }) =>
    `${when} ${reference}: the consultation (${cards} cards), one row of statistics stays`,
  history: ({ reference, when, records }) => `${when} ${reference}: log (${records} rows)`,
  none: 'Nothing right now.',
  cards: ({ waiting, failed }) =>
    `Cards in chats: ${waiting} waiting to be replaced, ${failed} could not be replaced.`,
  more: (count) => `and ${count} more on the next page`,
  page: (page, of) => `Page ${page} of ${of}`,
  reference: 'Consultation',
  open: 'Hold or release …',
  gone: (reference) =>
    `Consultation ${reference} has been disposed of. What stood here no longer exists in Samråd.`,
  draftGone: (reference) => `The draft ${reference} has been deleted. It was never sent.`,
  nameless: 'What stood here has been disposed of and no longer exists in Samråd.',
  approximate:
    'Consultations that have been disposed of are counted by quarter, so the selection is approximate.',
};
