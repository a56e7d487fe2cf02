import { type Consultation, isActive } from '../domain/consultation.ts';
import { transitions, type Verb } from '../domain/transitions.ts';
import { type Frame, say, sight } from './frame.ts';
import { actions, button, type Card, card, type Element, heading } from './parts.ts';

/** What is done seldom, in the order shown; each opens its own form. */
const seldom = [
  'request.edit',
  'request.add',
  'schedule.vote',
  'schedule.suggest',
  'schedule.move',
  'schedule.cancel',
  'meeting.held',
  'outcome.record',
  'respond.decline',
  'leg.add',
  'leg.assign',
  'leg.drop',
  'consultation.handover',
  'consultation.reopen',
  'request.withdraw',
] as const satisfies readonly Verb[];

/** Everything this reader may do now that has no place on the card itself. */
export function moreCard(frame: Frame, consultation: Consultation): Card {
  const t = say(frame);
  const { relations } = sight(frame, consultation);
  const titles: Readonly<Record<(typeof seldom)[number], string>> = {
    'request.edit': t.form.editDo,
    'request.add': t.form.addDo,
    'schedule.vote': t.form.vote,
    'schedule.suggest': t.form.suggestTimes,
    'schedule.move': t.form.move,
    'schedule.cancel': consultation.meeting ? t.form.unbook : t.form.stopSearch,
    'meeting.held': t.form.held,
    'outcome.record': t.form.outcome,
    'respond.decline': t.form.decline,
    'leg.add': t.form.add,
    'leg.assign': t.form.assign,
    'leg.drop': t.form.drop,
    'consultation.handover': t.form.handover,
    'consultation.reopen': t.form.reopen,
    'request.withdraw': consultation.owner === frame.reader.id ? t.form.withdraw : t.form.cancel,
  };
  const possible = seldom.filter((verb) => {
    const row = transitions[verb];
    const cell = row.in.includes(consultation.is) && row.who.some((one) => relations.has(one));
    return cell && (!row.leg || consultation.legs.some((leg) => isActive(leg) && row.leg!.includes(leg.is)));
  });
  const buttons: Element[] = possible.map((verb) =>
    verb === 'schedule.suggest'
      ? button(verb, titles[verb], { ref: consultation.reference, v: consultation.times?.version ?? 0 })
      : button('consultation.form', titles[verb], { ref: consultation.reference, form: verb }),
  );
  const title = t.talk.moreFor(consultation.reference);
  return card(
    [
      heading(title),
      actions([
        ...buttons,
        button('consultation.why', t.case.why, { ref: consultation.reference }),
        button('consultation.show', t.form.back, { ref: consultation.reference }),
      ]),
    ],
    title,
  );
}
