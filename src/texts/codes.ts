import type { Language } from '../domain/codes.ts';
import { codes as en } from './en/codes.ts';
import { codes as sv } from './sv/codes.ts';

/** The words for every code of the contract, per language. */
export const codeTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
