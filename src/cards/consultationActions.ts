import { relationToLeg } from '../domain/access.ts';
import { askable } from '../domain/association.ts';
import { type Consultation, isActive, isOpenLeg, type Leg } from '../domain/consultation.ts';
import type { EntryNote } from '../domain/entries.ts';
import { at, moreButton, showButton, timesAt, versions } from './carried.ts';
import { followUpForm, personChoices } from './fields.ts';
import { agencyName, type Frame, say, sight } from './frame.ts';
import { answerActions, seatActions } from './memberActions.ts';
import { actions, button, choiceInput, type Element, link, plain, textInput, unfold } from './parts.ts';
import { meetingButtons, outcomeButtons, timesPart } from './timesActions.ts';

/** How one reader gets the meeting into their calendar: by a link of their own, or by itself; neither where there is none. */
export type Links = { calendar?: string | undefined; entry?: EntryNote };

/**
 * The inputs and buttons one reader needs now, at most six: every input of a verb stands on the card that carries it,
 * and no input id stands twice. What is rarer hides behind "more choices" and behind the words.
 */
export function consultationActions(
  frame: Frame,
  consultation: Consultation,
  shown: { content: boolean } & Links,
): (Element | undefined)[] {
  const { relations } = sight(frame, consultation);
  if (consultation.is === 'draft') return [];
  // Nobody puts a meeting that is over into their calendar.
  const calendar =
    shown.calendar && !consultation.meeting?.over
      ? link(calendarTitle(frame, consultation), shown.calendar)
      : undefined;
  if (relations.has('owner')) return ownerActions(frame, consultation, shown, calendar);
  if (relations.has('coordinator')) return coordinatorActions(frame, consultation, shown);
  const leg = consultation.legs.find((one) => {
    const relation = relationToLeg(frame.association, consultation, one, frame.reader);
    return relation !== undefined && relation !== 'colleague';
  });
  if (leg && isOpenLeg(leg)) return answerActions(frame, consultation, leg, shown);
  if (leg) return seatActions(frame, consultation, leg, shown, calendar);
  const takeBack =
    relations.has('previous-owner') &&
    plain(
      'consultation.handover',
      say(frame).form.takeBack,
      at(consultation, undefined, { to: frame.reader.id }),
    );
  return [actions([takeBack, calendar])];
}

const calendarTitle = (frame: Frame, consultation: Consultation): string =>
  sight(frame, consultation).meetingLink ? say(frame).case.calendarEntry : say(frame).case.calendarCancel;

function ownerActions(
  frame: Frame,
  consultation: Consultation,
  shown: { content: boolean },
  calendar: Element | undefined,
): (Element | undefined)[] {
  const t = say(frame).form;
  const waiting = consultation.legs.filter((leg) => leg.is === 'waiting');
  const times = timesPart(frame, consultation);
  const asking = ['requested', 'ready', 'scheduling'].includes(consultation.is);
  return [
    ...(waiting.length > 0 ? clarifyInputs(frame, waiting) : []),
    ...times.inputs,
    buttonsWithWhy(frame, consultation, [
      showButton(frame, consultation, shown),
      waiting.length > 0 &&
        button(
          'clarify.answer',
          t.answer,
          at(consultation, undefined, { legs: versions(waiting) }),
          'positive',
        ),
      ...times.buttons,
      consultation.is === 'ready' &&
        consultation.queue === undefined &&
        plain('schedule.suggest', t.suggestTimes, timesAt(consultation), 'positive'),
      calendar,
      ...meetingButtons(frame, consultation, { cancel: true }),
      ...outcomeButtons(frame, consultation),
      ['recorded', 'closed'].includes(consultation.is) &&
        consultation.filed === undefined &&
        plain('outcome.file', t.filedDo, at(consultation, consultation.outcomes.length)),
      asking && waiting.length === 0 && agenciesForm(frame, consultation, { reason: true }),
      ['recorded', 'closed'].includes(consultation.is) &&
        consultation.outcomes.at(-1)?.result !== 'wrong-question' &&
        unfold(t.followupMore, followUpForm(frame), [
          button('followup.record', t.followup, at(consultation, consultation.followUps.length), 'positive'),
        ]),
      !['withdrawn', 'cancelled'].includes(consultation.is) && moreButton(frame, consultation),
    ]),
  ];
}

function coordinatorActions(
  frame: Frame,
  consultation: Consultation,
  shown: { content: boolean },
): (Element | undefined)[] {
  const t = say(frame).form;
  const over = ['recorded', 'closed', 'withdrawn', 'cancelled'].includes(consultation.is);
  const joined = consultation.joined.includes(frame.reader.id);
  const asking = ['requested', 'ready', 'scheduling', 'booked'].includes(consultation.is);
  const toAssign = consultation.legs.some((leg) => leg.is === 'with-coordinator');
  const times = timesPart(frame, consultation);
  return [
    ...times.inputs,
    over && joined ? undefined : textInput('reason', t.reasonLogged, { most: 300, lines: false }),
    buttonsWithWhy(frame, consultation, [
      asking && toAssign && agenciesForm(frame, consultation, { reason: false }),
      joined ? showButton(frame, consultation, shown) : button('consultation.join', t.join, at(consultation)),
      asking && !toAssign && agenciesForm(frame, consultation, { reason: false }),
      ...times.buttons,
      consultation.is === 'ready' &&
        consultation.queue === undefined &&
        plain(
          'schedule.suggest',
          t.suggestTimes,
          timesAt(consultation),
          consultation.unmatched ? 'positive' : 'default',
        ),
      consultation.is === 'booked' && button('schedule.move', t.move, timesAt(consultation)),
      consultation.is === 'booked' && button('schedule.cancel', t.unbook, timesAt(consultation)),
      !['withdrawn', 'cancelled'].includes(consultation.is) && moreButton(frame, consultation),
    ]),
  ];
}

const MOST = 6;

/** Why just these people were asked, where there is room for one button more; the word works anyhow. */
function buttonsWithWhy(
  frame: Frame,
  consultation: Consultation,
  buttons: readonly (Element | undefined | false)[],
): Element | undefined {
  const shown = buttons.filter((one) => one !== undefined && one !== false);
  const room = shown.length < MOST && consultation.legs.some(({ routing }) => routing !== undefined);
  const why = room && plain('consultation.why', say(frame).case.why, at(consultation));
  return actions([...shown, why]);
}

function clarifyInputs(frame: Frame, waiting: readonly Leg[]): Element[] {
  const t = say(frame);
  const names = waiting.map(({ agency }) => ({ value: agency, title: agencyName(frame, agency) }));
  return [
    choiceInput('agency', t.form.clarifyAgency, names, { value: waiting[0]!.agency }),
    textInput('text', t.form.clarifyText, { most: 1000 }),
  ];
}

/** Invite, assign and drop share one form: the agency, the person, the reason. */
function agenciesForm(frame: Frame, consultation: Consultation, { reason }: { reason: boolean }): Element {
  const t = say(frame).form;
  const coordinator = frame.reader.role === 'coordinator';
  const active = consultation.legs.filter(isActive);
  const agencies = askable(frame.association).map(({ id, name }) => ({ value: id, title: name }));
  const unresolved = active.find((leg) => leg.is === 'declined' || leg.is === 'with-coordinator');
  const data = at(consultation, undefined, { legs: versions(consultation.legs) });
  const mayDrop = active.some((leg) => leg.is !== 'accepted' && leg.is !== 'advised');
  const suggested = unresolved?.declines.at(-1)?.suggest;
  const toAssign = coordinator && active.some((leg) => leg.is === 'with-coordinator');
  return unfold(
    toAssign ? t.assignMore : t.agenciesMore,
    [
      choiceInput('agency', t.agency, agencies, {
        value: suggested ?? unresolved?.agency,
        placeholder: t.choose,
      }),
      coordinator
        ? choiceInput(
            'to',
            t.person,
            personChoices(
              frame,
              agencies.map(({ value }) => value),
            ),
            { placeholder: t.choose },
          )
        : undefined,
      reason ? textInput('reason', t.reasonLogged, { most: 300, lines: false }) : undefined,
    ],
    [
      button('leg.add', t.add, data),
      ...(coordinator ? [button('leg.assign', t.assign, data)] : []),
      ...(mayDrop ? [button('leg.drop', t.drop, data, 'destructive')] : []),
    ],
    toAssign ? 'positive' : undefined,
  );
}
