import type { Language } from '../domain/codes.ts';
import { retentionTexts } from '../texts/retention.ts';
import { type Card, card, quiet } from './parts.ts';

/** What is left of a card once its consultation has been disposed of: a line without buttons. `reference` '' where it is not known any more. */
export function goneCard(language: Language, reference: string, was: 'draft' | 'consultation'): Card {
  const t = retentionTexts[language];
  const text = reference === '' ? t.nameless : was === 'draft' ? t.draftGone(reference) : t.gone(reference);
  return card([quiet(text)], text);
}
