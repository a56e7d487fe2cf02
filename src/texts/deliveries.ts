import type { Language } from '../domain/codes.ts';
import { deliveries as en } from './en/deliveries.ts';
import { deliveries as sv } from './sv/deliveries.ts';

/** What a coordinator reads of messages that did not arrive, per language. */
export const deliveriesTexts: Readonly<Record<Language, typeof sv>> = { sv, en };
