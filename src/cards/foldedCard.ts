import type { Language } from '../domain/codes.ts';
import { consultationTexts } from '../texts/consultation.ts';
import { type Card, card, quiet } from './parts.ts';

/** What is left of a card when a newer one stands further down: a line without buttons. */
export function foldedCard(language: Language, reference: string): Card {
  const t = consultationTexts[language];
  const text = `${t.title(reference)}: ${t.newer}`;
  return card([quiet(text)], text);
}
