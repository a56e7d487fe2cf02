import type { Language } from '../domain/codes.ts';
import { forms as en } from './en/forms.ts';
import { forms as sv } from './sv/forms.ts';

/** Labels and sentences of every form, and what the guard says, per language. */
export const formTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
