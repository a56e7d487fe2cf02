/** `1 arbetsdag`, `3 arbetsdagar`. */
export const workingDays = (days: number): string => (days === 1 ? '1 arbetsdag' : `${days} arbetsdagar`);

/** The time to answer in whole working days, ordinarily and, where it is shorter, for an urgent question. */
export const answersWithin = ({ days, soon }: { days: number; soon: number }): string =>
  `Svarar inom ${workingDays(days)}${soon < days ? `, ${soon} om det är bråttom` : ''}`;

/** How many questions somebody has open: `inga öppna frågor`, `1 öppen fråga`, `3 öppna frågor`. */
export const openQuestions = (open: number): string =>
  open === 0 ? 'inga öppna frågor' : open === 1 ? '1 öppen fråga' : `${open} öppna frågor`;

/** The field names as the end of a sentence: a label that is itself a question keeps its own mark. */
export const ended = (fields: string): string => (/[.?]$/u.test(fields) ? fields : `${fields}.`);
