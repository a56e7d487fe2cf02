import type { Language } from '../domain/codes.ts';
import { reach as en } from './en/reach.ts';
import { reach as sv } from './sv/reach.ts';

/** How people are reached and what came of it, per language. */
export const reachTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
