import type { Language } from '../domain/codes.ts';
import { availability as en } from './en/availability.ts';
import { availability as sv } from './sv/availability.ts';

/** What is said about when somebody may be booked, per language. */
export const availabilityTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
