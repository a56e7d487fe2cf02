import { agencyOf, MUNICIPAL_AGENCY } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { ladderOf } from '../domain/ladder.ts';
import { asAsked } from '../domain/life/progress.ts';
import type { Facts } from '../domain/life/step.ts';
import { route } from '../domain/routing.ts';
import { freePlaces, sessionFor } from '../domain/sessions.ts';
import { isOpen } from '../domain/workingTime.ts';
import type { Values } from './fields.ts';
import { requestValues } from './formCard.ts';
import { agencyName, type Frame, functionName, moment, personName, say, span } from './frame.ts';
import { type Back, guardButtons, guardPart } from './guardTalk.ts';
import { ladderLines } from './ladder.ts';
import {
  actions,
  button,
  type Card,
  card,
  type Element,
  heading,
  line,
  notice,
  quiet,
  subheading,
  unfold,
  written,
} from './parts.ts';
import { requestForm } from './requestForm.ts';
import { whyLine } from './why.ts';

/** The empty or returned request form; `form` keeps two presses of one form from making two drafts. */
export function requestCard(frame: Frame, form: string, values: Values, back: Back = {}): Card {
  const t = say(frame).form;
  const data = { form, in: frame.association.id };
  return card(
    [
      heading(t.newRequest),
      ...guardPart(frame, back.guard),
      back.problem ? notice(back.problem) : undefined,
      line(t.newIntro),
      ...requestForm(frame, values),
      actions([
        ...guardButtons(frame, back.guard, 'request.preview', data),
        button('request.preview', t.preview, data, back.guard ? 'default' : 'positive'),
      ]),
      quiet(say(frame).case.keyNote),
    ],
    t.newRequest,
  );
}

/** The draft as it would be sent: who is asked and why, when they answer, what happens if nobody does. */
export function previewCard(frame: Frame, draft: Consultation, facts: Facts, back: Back = {}): Card {
  const t = say(frame);
  const { request } = draft;
  const data = { ref: draft.reference, v: request.version };
  const body: (Element | undefined)[] = [
    heading(t.form.draft(draft.reference)),
    ...guardPart(frame, back.guard),
    back.problem ? notice(back.problem) : undefined,
    line(t.form.keepReference(draft.reference)),
    written(t.case.question, request.question),
    ...(request.background ? [written(t.case.background, request.background)] : []),
    ...(request.strength ? [written(t.case.strength, request.strength)] : []),
    subheading(t.form.whoIsAsked),
    ...request.agencies.flatMap((agency) => askedLines(frame, draft, facts, agency)),
    sessionLine(frame, draft, facts),
    actions([
      ...guardButtons(frame, back.guard, 'request.edit', data),
      button('request.send', t.form.send, data, 'positive'),
      unfold(t.form.edit, requestForm(frame, { ...requestValues(draft), ...back.values }), [
        button('request.edit', t.form.saveEdit, data),
      ]),
      button('request.withdraw', t.form.discard, { ref: draft.reference }, 'destructive'),
    ]),
    quiet(t.case.keyNote),
  ];
  return card(body, t.form.draft(draft.reference));
}

function askedLines(frame: Frame, draft: Consultation, facts: Facts, agency: string): Element[] {
  const t = say(frame).form;
  const choice = route(facts, draft.request, agency, { passed: [], barred: [], wrongFunctions: [] });
  if (!choice) return [line(t.asksNobody(agencyName(frame, agency)))];
  const { answerWithin } = agencyOf(frame.association, agency)!;
  const dueAt = choice.dueAt.toISOString();
  const leg = asAsked(facts, agency, choice);
  return [
    line(
      t.asks({
        agency: agencyName(frame, agency),
        fn: functionName(frame, choice.function),
        person: personName(frame, choice.person),
        when: moment(frame, dueAt),
      }),
    ),
    quiet(
      `${whyLine(frame, choice.function, choice.routing)}. ${t.usually({ days: answerWithin.normal, soon: answerWithin.soon })}.`,
    ),
    ...ladderLines(frame, ladderOf(draft, facts, leg)),
  ];
}

function sessionLine(frame: Frame, draft: Consultation, facts: Facts): Element | undefined {
  const { association, now } = frame;
  const required = draft.request.agencies.filter((id) => agencyOf(association, id)?.optional !== true);
  const session = sessionFor(association.sessions, required);
  if (!session || draft.request.purpose === 'advice') return undefined;
  const next = freePlaces(session, {
    timeZone: association.timeZone,
    after: new Date(now.getTime() + association.meeting.noticeHours * 3_600_000),
    horizonDays: association.meeting.horizonDays,
    count: 1,
    taken: (start) => facts.taken(session.id, start),
    closed: (day) =>
      [MUNICIPAL_AGENCY, ...required].some((id) => !isOpen(agencyOf(association, id)!.calendar, day)),
  })[0];
  if (!next) return undefined;
  const when = span(frame, next.start.toISOString(), next.end.toISOString());
  return line(say(frame).form.nextSession({ name: session.name, when }));
}
