import { askable } from '../domain/association.ts';
import {
  ballots,
  cooperations,
  declineReasons,
  measures,
  obstacleCategories,
  progresses,
  results,
} from '../domain/codes.ts';
import type { Consultation, Leg, Round, Slot } from '../domain/consultation.ts';
import { mayBeResponsible } from '../domain/life/meeting.ts';
import { dayOf } from '../domain/zone.ts';
import { agencyName, choicesOf, dayOfMonth, type Frame, personName, say, span } from './frame.ts';
import {
  type Choice,
  choiceInput,
  dateInput,
  type Element,
  line,
  textInput,
  toggleInput,
  written,
} from './parts.ts';

/** Values a form comes back with: what the person had typed or chosen. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Members of some agencies as choices, `Eva Dahl (Försäkringskassan)`. */
export const personChoices = (frame: Frame, agencies: readonly string[]): Choice[] =>
  frame.association.people
    .filter((person) => person.role === 'member' && agencies.includes(person.agency))
    .map(({ id, name, agency }) => ({
      value: id,
      title: agencies.length > 1 ? `${name} (${agencyName(frame, agency)})` : name,
    }));

export const declineForm = (frame: Frame, leg: Leg, values: Values = {}): Element[] => {
  const t = say(frame);
  const others = askable(frame.association).filter(({ id }) => id !== leg.agency);
  return [
    choiceInput('reason', t.form.declineReason, choicesOf(declineReasons, t.codes.decline), {
      required: true,
      expanded: true,
      value: values.reason,
    }),
    choiceInput(
      'suggest',
      t.form.suggest,
      others.map(({ id, name }) => ({ value: id, title: name })),
      {
        placeholder: t.form.choose,
        value: values.suggest,
      },
    ),
  ];
};

export const forwardForm = (frame: Frame, leg: Leg, values: Values = {}): Element[] => [
  choiceInput(
    'to',
    say(frame).form.to,
    personChoices(frame, [leg.agency]).filter(({ value }) => value !== frame.reader.id),
    { required: true, placeholder: say(frame).form.choose, value: values.to },
  ),
];

/** `2. tors 10 sep kl. 13.00–13.45`: the number is what `boka K-… 2` means. */
export const slotTitle = (frame: Frame, { id, start, end }: Slot): string =>
  `${id.replace('slot-', '')}. ${span(frame, start, end)}`;

export const voteForm = (frame: Frame, times: Round, values: Values = {}): Element[] => {
  const { codes, form } = say(frame);
  const mine = times.votes[frame.reader.id];
  return times.slots.map((slot) => {
    const title = slotTitle(frame, slot);
    const added = mine !== undefined && mine[slot.id] === undefined;
    return choiceInput(slot.id, added ? form.added(title) : title, choicesOf(ballots, codes.ballot), {
      // Not required of the client: an unanswered time would lock every other button of the card.
      // What has been answered takes one line, so that what has not is seen.
      expanded: mine?.[slot.id] === undefined,
      value: values[slot.id] ?? mine?.[slot.id],
    });
  });
};

export const presentForm = (frame: Frame, consultation: Consultation): Element[] => {
  const roles = Object.keys(consultation.meeting?.participants ?? {});
  return [
    choiceInput(
      'present',
      say(frame).form.present,
      roles.map((id) => ({ value: id, title: agencyName(frame, id) })),
      {
        many: true,
        expanded: true,
        required: true,
        value: roles.join(','),
      },
    ),
  ];
};

/** The form of an outcome: empty, but for correcting one that stands. A card nobody asked for must hold no text of a case. */
export const outcomeForm = (frame: Frame, consultation: Consultation, values: Values = {}): Element[] => {
  const t = say(frame);
  const last = consultation.is === 'recorded' ? consultation.outcomes.at(-1) : undefined;
  const responsible = mayBeResponsible(consultation).map((id) => ({
    value: id,
    title: agencyName(frame, id),
  }));
  const value = (id: string, before: string | undefined) => values[id] ?? before;
  return [
    choiceInput('result', t.form.result, choicesOf(results, t.codes.result), {
      required: true,
      expanded: true,
      value: value('result', last?.result),
    }),
    choiceInput('measures', t.form.measures, choicesOf(measures, t.codes.measures), {
      many: true,
      expanded: true,
      value: value('measures', last?.measures.join(',')),
    }),
    choiceInput('responsible', t.form.responsible, responsible, {
      required: true,
      value: value('responsible', last?.responsible),
      placeholder: t.form.choose,
    }),
    textInput('nextStep', t.form.nextStep, {
      most: 300,
      hint: t.form.nextStepHint,
      required: true,
      value: value('nextStep', last?.nextStep),
    }),
    dateInput('nextDate', t.form.nextDate, {
      required: true,
      min: dayOf(frame.now, frame.association.timeZone),
      value: value('nextDate', last?.nextDate),
    }),
    toggleInput(
      'planOffered',
      t.form.planOffered,
      value('planOffered', String(last?.planOffered)) === 'true',
    ),
    toggleInput('fkOfficer', t.form.fkOfficer, value('fkOfficer', String(last?.fkOfficer)) === 'true'),
    choiceInput('obstacle', t.form.obstacle, choicesOf(obstacleCategories, t.codes.obstacle), {
      placeholder: t.form.noObstacle,
      value: value('obstacle', last?.obstacle),
    }),
    textInput('obstacleText', t.form.obstacleText, {
      most: 300,
      value: value('obstacleText', last?.obstacleText),
    }),
    textInput('learning', t.form.learning, { most: 300, value: value('learning', last?.learning) }),
  ];
};

export const followUpForm = (frame: Frame): Element[] => {
  const t = say(frame);
  return [
    choiceInput('progress', t.form.progress, choicesOf(progresses, t.codes.progress), {
      required: true,
      placeholder: t.form.choose,
    }),
    choiceInput('cooperation', t.form.cooperation, choicesOf(cooperations, t.codes.cooperation), {
      placeholder: t.form.choose,
    }),
    choiceInput('answered', t.form.answered, choicesOf(cooperations, t.codes.cooperation), {
      placeholder: t.form.choose,
    }),
    toggleInput('planOffered', t.form.planOffered, false),
    toggleInput('fkOfficer', t.form.fkOfficer, false),
  ];
};

/** Holding and releasing, with what is known of the hold; the reason is compulsory. */
export function retentionForm(
  frame: Frame,
  { hold, reasons }: Consultation,
  verb: 'retention.hold' | 'retention.release',
  values: Values,
): Element[] {
  const t = say(frame).form;
  const why = reasons.findLast((one) => one.verb === 'retention.hold')?.text;
  const since = hold && { who: personName(frame, hold.by), when: dayOfMonth(frame, hold.at) };
  return [
    ...(since ? [line(t.holdSince(since))] : []),
    ...(hold && why ? [written(t.reason, why)] : []),
    textInput('reason', verb === 'retention.hold' ? t.holdReason : t.releaseReason, {
      most: 300,
      lines: false,
      required: true,
      value: values.reason,
    }),
  ];
}
