import type { Consultation, Leg } from '../domain/consultation.ts';
import { type Frame, say } from './frame.ts';
import { type ButtonData, type Element, plain } from './parts.ts';

/** What a button carries: the reference, the version of the part it acts on, and codes. */
export const at = ({ reference }: Consultation, version?: number, more: ButtonData = {}): ButtonData => ({
  ref: reference,
  v: version,
  ...more,
});

/** The version of the times, for the buttons that act on them. */
export const timesAt = (consultation: Consultation): ButtonData =>
  at(consultation, consultation.times?.version ?? 0);

/** The same for a vote, and how much the card had seen: the same vote from there, brought again after the next one, is known by it. */
export const voteAt = (consultation: Consultation): ButtonData => ({
  ...timesAt(consultation),
  seen: consultation.version,
});

/** `fk:3,af:5`: the version of each leg a card with a choice of agencies acts on. */
export const versions = (legs: readonly Leg[]): string =>
  legs.map(({ agency, version }) => `${agency}:${version}`).join(',');

/** Draws the content for whoever presses; nothing once it is drawn. */
export const showButton = (
  frame: Frame,
  consultation: Consultation,
  shown: { content: boolean },
): Element | undefined =>
  shown.content ? undefined : plain('consultation.show', say(frame).form.show, at(consultation));

/** What is done seldom, behind one button. */
export const moreButton = (frame: Frame, consultation: Consultation): Element =>
  plain('consultation.more', say(frame).form.more_, at(consultation));
