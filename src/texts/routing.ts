import type { Language } from '../domain/codes.ts';
import { routing as en } from './en/routing.ts';
import { routing as sv } from './sv/routing.ts';

/** What is said about how questions find people, per language. */
export const routingTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
