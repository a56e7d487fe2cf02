/** `1 working day`, `3 working days`. */
export const workingDays = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`);

/** The time to answer in whole working days, ordinarily and, where it is shorter, for an urgent question. */
export const answersWithin = ({ days, soon }: { days: number; soon: number }): string =>
  `Answers within ${workingDays(days)}${soon < days ? `, ${soon} if it is urgent` : ''}`;

/** How many questions somebody has open: `no open questions`, `1 open question`, `3 open questions`. */
export const openQuestions = (open: number): string =>
  open === 0 ? 'no open questions' : open === 1 ? '1 open question' : `${open} open questions`;

/** The field names as the end of a sentence: a label that is itself a question keeps its own mark. */
export const ended = (fields: string): string => (/[.?]$/u.test(fields) ? fields : `${fields}.`);
