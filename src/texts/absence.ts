import type { Language } from '../domain/codes.ts';
import { absence as en } from './en/absence.ts';
import { absence as sv } from './sv/absence.ts';

/** What people read of absences and of what happens if nothing happens, per language. */
export const absenceTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
