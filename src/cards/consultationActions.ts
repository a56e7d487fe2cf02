import { relationToLeg } from '../domain/access.ts';
import { askable } from '../domain/association.ts';
import { type Consultation, isActive, isOpenLeg, type Leg, type Round } from '../domain/consultation.ts';
import type { Links } from './consultationCard.ts';
import {
  declineForm,
  followUpForm,
  forwardForm,
  outcomeForm,
  personChoices,
  presentForm,
  voteForm,
} from './fields.ts';
import { agencyName, type Frame, say, sight, span } from './frame.ts';
import {
  actions,
  type ButtonData,
  button,
  choiceInput,
  type Element,
  line,
  link,
  subheading,
  textInput,
  unfold,
} from './parts.ts';

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
  const calendar = shown.calendar ? link(calendarTitle(frame, consultation), shown.calendar) : undefined;
  if (relations.has('owner')) return ownerActions(frame, consultation, shown, calendar);
  if (relations.has('coordinator')) return coordinatorActions(frame, consultation, shown);
  const leg = consultation.legs.find((one) => {
    const relation = relationToLeg(frame.association, consultation, one, frame.reader);
    return relation !== undefined && relation !== 'colleague';
  });
  if (leg && isOpenLeg(leg)) return answerActions(frame, consultation, leg, shown);
  if (leg) return seatActions(frame, consultation, leg, shown, calendar);
  return [];
}

const calendarTitle = (frame: Frame, consultation: Consultation): string =>
  consultation.meeting ? say(frame).case.calendarEntry : say(frame).case.calendarCancel;

const at = ({ reference }: Consultation, version?: number, more: ButtonData = {}): ButtonData => ({
  ref: reference,
  v: version,
  ...more,
});

const timesAt = (consultation: Consultation): ButtonData =>
  at(consultation, consultation.times?.version ?? 0);

const showButton = (
  frame: Frame,
  consultation: Consultation,
  shown: { content: boolean },
): Element | undefined =>
  shown.content ? undefined : button('consultation.show', say(frame).form.show, at(consultation));

const moreButton = (frame: Frame, consultation: Consultation): Element =>
  button('consultation.more', say(frame).form.more_, at(consultation));

function answerActions(
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
      unfold(t.forwardMore, forwardForm(frame, leg), [button('respond.forward', t.forward, data)]),
      unfold(t.declineMore, declineForm(frame, leg), [
        button('respond.decline', t.decline, data, 'destructive'),
      ]),
    ]),
  ];
}

function seatActions(
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
    ...(waiting.length > 0 ? clarifyInputs(frame, waiting, shown) : []),
    ...times.inputs,
    actions([
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
        button('schedule.suggest', t.suggestTimes, timesAt(consultation), 'positive'),
      calendar,
      ...meetingButtons(frame, consultation, { cancel: true }),
      ...outcomeButtons(frame, consultation),
      asking && waiting.length === 0 && agenciesForm(frame, consultation, { reason: true }),
      ['recorded', 'closed'].includes(consultation.is) &&
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
  const times = timesPart(frame, consultation);
  return [
    ...times.inputs,
    over && joined ? undefined : textInput('reason', t.reasonLogged, { most: 300, lines: false }),
    actions([
      joined ? showButton(frame, consultation, shown) : button('consultation.join', t.join, at(consultation)),
      asking && agenciesForm(frame, consultation, { reason: false }),
      ...times.buttons,
      consultation.is === 'ready' && button('schedule.suggest', t.suggestTimes, timesAt(consultation)),
      consultation.is === 'booked' && button('schedule.move', t.move, timesAt(consultation)),
      consultation.is === 'booked' && button('schedule.cancel', t.unbook, timesAt(consultation)),
      !over &&
        consultation.is !== 'held' &&
        button('request.withdraw', t.cancel, at(consultation), 'destructive'),
      !['withdrawn', 'cancelled'].includes(consultation.is) && moreButton(frame, consultation),
    ]),
  ];
}

/** `fk:3,af:5`: the version of each leg a card with a choice of agencies acts on. */
export const versions = (legs: readonly Leg[]): string =>
  legs.map(({ agency, version }) => `${agency}:${version}`).join(',');

function clarifyInputs(frame: Frame, waiting: readonly Leg[], shown: { content: boolean }): Element[] {
  const t = say(frame);
  const names = waiting.map(({ agency }) => ({ value: agency, title: agencyName(frame, agency) }));
  return [
    ...(shown.content
      ? []
      : waiting.map((leg) => line(t.case.news.clarification(agencyName(frame, leg.agency))))),
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
  return unfold(
    t.agenciesMore,
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
  );
}

type Section = { inputs: (Element | undefined)[]; buttons: (Element | undefined | false)[] };

/** Votes or free places, for whoever may use them. */
function timesPart(frame: Frame, consultation: Consultation): Section {
  const { times, is } = consultation;
  if (is !== 'scheduling' || !times) return { inputs: [], buttons: [] };
  const t = say(frame).form;
  const { relations } = sight(frame, consultation);
  const seat = relations.has('owner') || relations.has('seat');
  const slots = times.slots.map(({ id, start, end }) => ({ value: id, title: span(frame, start, end) }));
  const data = timesAt(consultation);
  if (times.kind === 'places')
    return {
      inputs: [choiceInput('slot', t.places, slots, { expanded: true, value: slots[0]?.value })],
      buttons: [button('schedule.book', t.book, data, 'positive'), ...searchButtons(frame, consultation)],
    };
  const mayBook = relations.has('owner') || relations.has('coordinator');
  return {
    inputs: [
      subheading(t.times),
      ...tally(frame, consultation, times),
      ...(seat ? voteForm(frame, times) : []),
    ],
    buttons: [
      seat && button('schedule.vote', t.vote, data, 'positive'),
      mayBook &&
        unfold(
          t.bookMore,
          [choiceInput('slot', t.slot, slots, { expanded: true })],
          [button('schedule.book', t.book, data, 'positive')],
        ),
      ...searchButtons(frame, consultation),
    ],
  };
}

const searchButtons = (frame: Frame, consultation: Consultation): (Element | false)[] => {
  const { relations } = sight(frame, consultation);
  const may = relations.has('owner') || relations.has('coordinator');
  return [may && button('schedule.suggest', say(frame).form.suggestTimes, timesAt(consultation))];
};

function tally(frame: Frame, consultation: Consultation, times: Round): Element[] {
  const voters = [
    consultation.owner,
    ...consultation.legs.filter((leg) => leg.is === 'accepted').flatMap((leg) => leg.holder ?? []),
  ];
  return times.slots.map(({ id, start, end }) => {
    const said = voters.map((person) => times.votes[person]?.[id]);
    const count = (ballot: string | undefined) => said.filter((one) => one === ballot).length;
    return line(
      say(frame).case.voteLine({
        time: span(frame, start, end),
        yes: count('yes'),
        maybe: count('maybe'),
        no: count('no'),
        silent: count(undefined),
      }),
    );
  });
}

/** Once booked: the link for participants, that it was held, and moving or calling it off. */
function meetingButtons(
  frame: Frame,
  consultation: Consultation,
  may: { cancel: boolean },
): (Element | undefined | false)[] {
  const { meeting, is } = consultation;
  if (is !== 'booked' || !meeting) return [];
  const t = say(frame);
  const data = timesAt(consultation);
  const begun = frame.now.toISOString() >= meeting.start;
  const mine = sight(frame, consultation).meetingLink;
  return [
    meeting.link !== undefined && mine && link(t.case.joinMeeting, meeting.link),
    begun &&
      unfold(t.form.heldMore, presentForm(frame, consultation), [
        button('meeting.held', t.form.held, data, 'positive'),
      ]),
    unfold(
      t.form.moveMore,
      [textInput('reason', t.form.reason, { most: 300, lines: false })],
      [
        button('schedule.move', t.form.move, data),
        ...(may.cancel ? [button('schedule.cancel', t.form.unbook, data, 'destructive')] : []),
      ],
    ),
  ];
}

function outcomeButtons(frame: Frame, consultation: Consultation): (Element | false)[] {
  const t = say(frame).form;
  const data = at(consultation, consultation.outcomes.length);
  if (consultation.is === 'held' || consultation.is === 'advised')
    return [
      unfold(t.outcomeMore, outcomeForm(frame, consultation), [
        button('outcome.record', t.outcome, data, 'positive'),
      ]),
    ];
  if (consultation.is !== 'recorded') return [];
  return [button('consultation.form', t.correct, at(consultation, undefined, { form: 'outcome.record' }))];
}
