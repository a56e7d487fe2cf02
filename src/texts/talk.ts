import type { Language } from '../domain/codes.ts';
import { talk as en } from './en/talk.ts';
import { talk as sv } from './sv/talk.ts';

/** What the bot says outside forms and consultation cards, per language. */
export const talkTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
