import { type Sight, sightOf } from '../domain/access.ts';
import { type Association, agencyOf, type Person, personOf } from '../domain/association.ts';
import type { Language } from '../domain/codes.ts';
import { type Consultation, isActive, type Leg } from '../domain/consultation.ts';
import { codeTexts } from '../texts/codes.ts';
import { consultationTexts } from '../texts/consultation.ts';
import * as dates from '../texts/dates.ts';
import { formTexts } from '../texts/forms.ts';
import { talkTexts } from '../texts/talk.ts';
import type { Choice } from './parts.ts';

/** Who reads, in which language, when: everything a drawing needs besides the thing drawn. */
export type Frame = { association: Association; reader: Person; language: Language; now: Date };

/** The words of one language, by room. */
export const say = ({ language }: Frame) => ({
  codes: codeTexts[language],
  case: consultationTexts[language],
  form: formTexts[language],
  talk: talkTexts[language],
});

export const sight = ({ association, reader, now }: Frame, consultation: Consultation): Sight =>
  sightOf(association, consultation, reader, now);

export const agencyName = ({ association }: Frame, id: string): string =>
  agencyOf(association, id)?.name ?? id;
export const personName = ({ association }: Frame, id: string | undefined): string =>
  (id === undefined ? undefined : personOf(association, id)?.name) ?? '';
export const functionName = ({ association }: Frame, id: string | undefined): string =>
  association.functions.find((one) => one.id === id)?.name ?? '';

export const moment = ({ language, association, now }: Frame, at: string | undefined): string =>
  at === undefined ? '' : dates.moment(new Date(at), language, association.timeZone, now);
export const dayOfMonth = ({ language, association, now }: Frame, at: string): string =>
  dates.day(new Date(at.length === 10 ? `${at}T12:00:00Z` : at), language, association.timeZone, now);
export const span = ({ language, association, now }: Frame, start: string, end: string): string =>
  dates.span(new Date(start), new Date(end), language, association.timeZone, now);

/** `13.00–13.30`, where the day stands already. */
export const hours = ({ language, association }: Frame, start: string, end: string): string =>
  [start, end].map((at) => dates.clock(new Date(at), language, association.timeZone)).join('–');

/** How one agency stands, in words. */
export function legLine(frame: Frame, leg: Leg): string {
  const t = say(frame).case;
  const who = leg.holder ? personName(frame, leg.holder) : functionName(frame, leg.function) || t.someone;
  const when = moment(frame, leg.dueAt);
  const advice = leg.is === 'accepted' && leg.dueAt ? `, ${t.adviceDue({ when })}` : '';
  const optional = leg.required || !isActive(leg) ? '' : ` (${t.optional})`;
  return `${t.leg[leg.is]({ who, when })}${advice}${optional}`;
}

/** A list of choices from a closed list and its words. */
export const choicesOf = <C extends string>(
  codes: readonly C[],
  words: Readonly<Record<C, string>>,
): Choice[] => codes.map((value) => ({ value, title: words[value] }));

/** `a, b och c`. */
export function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
