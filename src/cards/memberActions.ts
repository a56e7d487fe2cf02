import type { Consultation, Leg } from '../domain/consultation.ts';
import { at, moreButton, showButton } from './carried.ts';
import { declineForm, forwardForm } from './fields.ts';
import { type Frame, say } from './frame.ts';
import { actions, button, type Element, textInput, unfold } from './parts.ts';
import { meetingButtons, outcomeButtons, timesPart } from './timesActions.ts';

/** Whoever may answer for an agency: one text for asking and advising, forms for the rest. */
export function answerActions(
  frame: Frame,
  consultation: Consultation,
  leg: Leg,
  shown: { content: boolean },
): (Element | undefined)[] {
  const t = say(frame).form;
  const data = at(consultation, leg.version);
  return [
    textInput('text', t.answerText, { most: 2000, hint: t.adviceHint }),
    actions([
      showButton(frame, consultation, shown),
      button('respond.accept', t.accept, data, 'positive'),
      leg.is === 'offered' && button('respond.ask', t.ask, data),
      button('respond.advise', t.advise, data),
      hasColleague(frame, leg) &&
        unfold(t.forwardMore, forwardForm(frame, leg), [button('respond.forward', t.forward, data)]),
      unfold(t.declineMore, declineForm(frame, leg), [
        button('respond.decline', t.decline, data, 'destructive'),
      ]),
    ]),
  ];
}

/** Whoever has accepted or advised. */
export function seatActions(
  frame: Frame,
  consultation: Consultation,
  leg: Leg,
  shown: { content: boolean },
  calendar: Element | undefined,
): (Element | undefined)[] {
  const t = say(frame).form;
  const { is, request } = consultation;
  const advises = leg.is === 'accepted' && request.purpose === 'advice' && is === 'requested';
  const mayLeave = leg.is === 'accepted' && ['requested', 'ready', 'scheduling', 'booked'].includes(is);
  const times = timesPart(frame, consultation);
  return [
    ...times.inputs,
    advises ? textInput('text', t.adviceText, { most: 2000, hint: t.adviceHint }) : undefined,
    actions([
      showButton(frame, consultation, shown),
      advises && button('respond.advise', t.advise, at(consultation, leg.version), 'positive'),
      ...times.buttons,
      calendar,
      ...meetingButtons(frame, consultation, { cancel: false }),
      ...outcomeButtons(frame, consultation),
      mayLeave &&
        is !== 'booked' &&
        (advises
          ? button(
              'consultation.form',
              t.declineMore,
              at(consultation, undefined, { form: 'respond.decline' }),
            )
          : unfold(
              t.declineMore,
              [...declineForm(frame, leg), textInput('text', t.declineText, { most: 500 })],
              [button('respond.decline', t.decline, at(consultation, leg.version), 'destructive')],
            )),
      mayLeave && is === 'booked' && moreButton(frame, consultation),
    ]),
  ];
}

const hasColleague = (frame: Frame, { agency, barred }: Leg): boolean =>
  frame.association.people.some(
    (person) =>
      person.role === 'member' &&
      person.agency === agency &&
      person.id !== frame.reader.id &&
      !barred.includes(person.id),
  );
