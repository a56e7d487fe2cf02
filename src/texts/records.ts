import type { Language } from '../domain/codes.ts';
import { records as en } from './en/records.ts';
import { records as sv } from './sv/records.ts';

/** What is said about the log, exports and a person's own data, per language. */
export const recordTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
