import { type Consultation, isActive } from '../domain/consultation.ts';
import { mayAdd, mayEdit } from '../domain/life/request.ts';
import { transitions, type Verb } from '../domain/transitions.ts';
import { absenceTexts } from '../texts/absence.ts';
import { at, timesAt } from './carried.ts';
import { colleagueInput } from './formCard.ts';
import { type Frame, say, sight } from './frame.ts';
import {
  actions,
  button,
  type Card,
  card,
  type Element,
  heading,
  plain,
  textInput,
  unfold,
} from './parts.ts';

/** Verbs with a form of their own; the button opens it. */
const withForm = [
  'request.edit',
  'schedule.vote',
  'outcome.record',
  'respond.decline',
  'leg.add',
  'leg.assign',
  'leg.drop',
] as const;

/** Everything this reader may do now that has no place on the card itself; one reason serves whichever button needs it. */
export function moreCard(frame: Frame, consultation: Consultation): Card {
  const t = say(frame);
  const owner = consultation.owner === frame.reader.id;
  const may = (verb: Verb): boolean => possible(frame, consultation, verb);
  const titles: Readonly<Record<(typeof withForm)[number], string>> = {
    'request.edit': t.form.editDo,
    'schedule.vote': t.form.vote,
    'outcome.record': t.form.outcome,
    'respond.decline': t.form.decline,
    'leg.add': t.form.add,
    'leg.assign': t.form.assign,
    'leg.drop': t.form.drop,
  };
  const data = at(consultation);
  const reasoned: Element[] = [
    ...(may('schedule.move') ? [button('schedule.move', t.form.move, timesAt(consultation))] : []),
    ...(may('schedule.cancel')
      ? [
          button(
            'schedule.cancel',
            consultation.meeting ? t.form.unbook : t.form.stopSearch,
            timesAt(consultation),
          ),
        ]
      : []),
    ...(may('consultation.reopen') ? [button('consultation.reopen', t.form.reopen, data)] : []),
    ...(may('request.withdraw')
      ? [button('request.withdraw', owner ? t.form.withdraw : t.form.cancel, data, 'destructive')]
      : []),
  ];
  const handover =
    may('consultation.handover') && !(sight(frame, consultation).relations.has('previous-owner') && !owner);
  const title = t.talk.moreFor(consultation.reference);
  return card(
    [
      heading(title),
      reasoned.length > 0 || handover
        ? textInput('reason', t.form.reasonLogged, { most: 300, lines: false })
        : undefined,
      actions([
        ...(may('schedule.suggest')
          ? [plain('schedule.suggest', t.form.suggestTimes, timesAt(consultation))]
          : []),
        ...withForm
          .filter(may)
          .map((verb) =>
            plain('consultation.form', titles[verb], at(consultation, undefined, { form: verb })),
          ),
        may('request.add') &&
          unfold(
            t.form.addMore,
            [textInput('text', t.form.addText, { most: 1000 })],
            [button('request.add', t.form.addDo, at(consultation, consultation.request.additions.length))],
          ),
        handover &&
          unfold(
            t.form.handoverMore,
            [colleagueInput(frame, consultation, {})],
            [button('consultation.handover', t.form.handover, data)],
          ),
        ...reasoned,
        plain('consultation.why', t.case.why, data),
        plain('remind.tomorrow', absenceTexts[frame.language].remindDo, data),
        plain('consultation.show', t.form.back, data),
      ]),
    ],
    title,
  );
}

/** Whether the table lets this reader do it now, and the step would. */
function possible(frame: Frame, consultation: Consultation, verb: Verb): boolean {
  const row = transitions[verb];
  const { relations } = sight(frame, consultation);
  if (!row.in.includes(consultation.is) || !row.who.some((one) => relations.has(one))) return false;
  if (verb === 'request.edit') return mayEdit(consultation);
  if (verb === 'request.add') return mayAdd(consultation);
  if (verb === 'consultation.reopen') return consultation.disposedAt === undefined;
  if (verb === 'schedule.vote') return consultation.times?.kind === 'vote';
  return !row.leg || consultation.legs.some((leg) => isActive(leg) && row.leg!.includes(leg.is));
}
