import type { Language } from '../domain/codes.ts';
import { consultation as en } from './en/consultation.ts';
import { consultation as sv } from './sv/consultation.ts';

/** What cards about a consultation say, per language. */
export const consultationTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
