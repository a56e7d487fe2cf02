import type { Language } from '../domain/codes.ts';
import { retention as en } from './en/retention.ts';
import { retention as sv } from './sv/retention.ts';

/** What is said about disposal, per language. */
export const retentionTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
