import { askable } from '../domain/association.ts';
import { type Consultation, isActive, type Leg } from '../domain/consultation.ts';
import { partVersion, type Verb } from '../domain/transitions.ts';
import { versions, voteAt } from './carried.ts';
import {
  declineForm,
  followUpForm,
  forwardForm,
  outcomeForm,
  personChoices,
  presentForm,
  retentionForm,
  type Values,
  voteForm,
} from './fields.ts';
import { agencyName, type Frame, say } from './frame.ts';
import { type Back, guardButtons, guardPart } from './guardTalk.ts';
import {
  actions,
  type ButtonData,
  button,
  type Card,
  card,
  choiceInput,
  type Element,
  heading,
  notice,
  plain,
  textInput,
  written,
} from './parts.ts';
import { requestForm } from './requestForm.ts';

/** One verb's form with all its inputs, drawn for the presser only. */
export function formCard(
  frame: Frame,
  consultation: Consultation,
  verb: Verb,
  back: Back = {},
): Card | undefined {
  const form = fieldsOf(frame, consultation, verb, back.values ?? {});
  if (!form) return undefined;
  const t = say(frame);
  const title = t.case.title(consultation.reference);
  const data: ButtonData = { ref: consultation.reference, ...form.data };
  return card(
    [
      heading(`${title}: ${form.title.replace(/ …$/u, '')}`),
      ...guardPart(frame, back.guard),
      back.problem ? notice(back.problem) : undefined,
      ...form.fields,
      actions([
        ...guardButtons(frame, back.guard, verb, data),
        button(verb, form.title.replace(/ …$/u, ''), data, back.guard ? 'default' : 'positive'),
        plain('consultation.show', t.form.back, { ref: consultation.reference }),
      ]),
    ],
    `${title}: ${form.title}`,
  );
}

type Form = { title: string; fields: readonly Element[]; data: ButtonData };

function fieldsOf(frame: Frame, consultation: Consultation, verb: Verb, values: Values): Form | undefined {
  const t = say(frame).form;
  const own = consultation.legs.find((leg) => leg.agency === frame.reader.agency);
  const v = partVersion(consultation, verb, own);
  const reason = textInput('reason', t.reason, { most: 300, lines: false, value: values.reason });
  const text = (label: string, most: number, hint?: string) =>
    textInput('text', label, { most, required: true, value: values.text, ...(hint ? { hint } : {}) });
  const simple = (title: string, fields: readonly Element[], data: ButtonData = { v }): Form => ({
    title,
    fields,
    data,
  });
  const withLeg = (make: (leg: Leg) => Form): Form | undefined => (own ? make(own) : undefined);
  switch (verb) {
    case 'respond.decline':
      return withLeg((leg) =>
        simple(t.decline, [
          ...declineForm(frame, leg, values),
          textInput('text', t.declineText, { most: 500, value: values.text }),
        ]),
      );
    case 'respond.ask':
      return simple(t.ask, [text(t.answerText, 1000)]);
    case 'respond.advise':
      return simple(t.advise, [text(t.adviceText, 2000, t.adviceHint)]);
    case 'respond.forward':
      return withLeg((leg) => simple(t.forward, forwardForm(frame, leg, values)));
    case 'clarify.answer': {
      const waiting = consultation.legs.filter((leg) => leg.is === 'waiting');
      return simple(
        t.answer,
        [
          ...waiting.map((leg) =>
            written(
              say(frame).case.asks(agencyName(frame, leg.agency)),
              leg.clarifications.at(-1)?.text ?? '',
            ),
          ),
          choiceInput(
            'agency',
            t.clarifyAgency,
            waiting.map(({ agency }) => ({ value: agency, title: agencyName(frame, agency) })),
            {
              value: values.agency ?? waiting[0]?.agency,
            },
          ),
          text(t.clarifyText, 1000),
        ],
        { legs: versions(waiting) },
      );
    }
    case 'request.add':
      return simple(t.addDo, [text(t.addText, 1000)], { v: consultation.request.additions.length });
    case 'request.edit':
      return simple(t.saveEdit, requestForm(frame, { ...requestValues(consultation), ...values }));
    case 'request.withdraw':
      return simple(frame.reader.id === consultation.owner ? t.withdraw : t.cancel, [reason], {});
    case 'schedule.move':
    case 'schedule.cancel':
      return simple(
        verb === 'schedule.move' ? t.move : consultation.meeting ? t.unbook : t.stopSearch,
        [reason],
        {
          v: consultation.times?.version ?? 0,
        },
      );
    case 'schedule.vote':
      return consultation.times?.kind === 'vote'
        ? simple(t.vote, voteForm(frame, consultation.times, values), voteAt(consultation))
        : undefined;
    case 'meeting.held':
      return consultation.meeting ? simple(t.held, presentForm(frame, consultation)) : undefined;
    case 'outcome.record':
      return simple(t.outcome, outcomeForm(frame, consultation, values));
    case 'followup.record':
      return simple(t.followup, followUpForm(frame), { v: consultation.followUps.length });
    case 'leg.add':
    case 'leg.assign':
    case 'leg.drop':
      return legForm(frame, consultation, verb, values);
    case 'consultation.handover':
      return simple(t.handover, [colleagueInput(frame, consultation, values), reason], {});
    case 'consultation.reopen':
      return simple(t.reopen, [reason], {});
    case 'retention.hold':
    case 'retention.release':
      return simple(
        verb === 'retention.hold' ? t.hold : t.release,
        retentionForm(frame, consultation, verb, values),
        {},
      );
    case 'consultation.join':
      return simple(
        t.join,
        [textInput('reason', t.reasonLogged, { most: 300, lines: false, value: values.reason })],
        {},
      );
    default:
      return undefined;
  }
}

function legForm(
  frame: Frame,
  consultation: Consultation,
  verb: 'leg.add' | 'leg.assign' | 'leg.drop',
  values: Values,
): Form {
  const t = say(frame).form;
  const active = consultation.legs.filter(isActive).map(({ agency }) => agency);
  const agencies = askable(frame.association)
    .filter(({ id }) => active.includes(id) === (verb !== 'leg.add'))
    .map(({ id, name }) => ({ value: id, title: name }));
  const titles = { 'leg.add': t.add, 'leg.assign': t.assign, 'leg.drop': t.drop };
  return {
    title: titles[verb],
    data: { legs: versions(consultation.legs) },
    fields: [
      choiceInput('agency', t.agency, agencies, {
        required: true,
        placeholder: t.choose,
        value: values.agency,
      }),
      ...(verb === 'leg.assign'
        ? [
            choiceInput(
              'to',
              t.person,
              personChoices(
                frame,
                agencies.map(({ value }) => value),
              ),
              { placeholder: t.choose, value: values.to },
            ),
          ]
        : []),
      textInput('reason', t.reasonLogged, { most: 300, lines: false, value: values.reason }),
    ],
  };
}

/** The colleagues who may take a consultation over: caseworkers of the same municipality. */
export function colleagueInput(frame: Frame, consultation: Consultation, values: Values): Element {
  const place = consultation.request.municipality;
  const people = frame.association.people.filter(
    (person) =>
      person.role === 'caseworker' &&
      person.id !== consultation.owner &&
      person.municipalities.includes(place),
  );
  return choiceInput(
    'to',
    say(frame).form.to,
    people.map(({ id, name }) => ({ value: id, title: name })),
    {
      required: true,
      placeholder: say(frame).form.choose,
      value: values.to,
    },
  );
}

/** The request as form values; the gates were answered no, or there would be no request. */
export function requestValues({ request }: Consultation): Values {
  const { version: _version, additions: _additions, agencies, ...rest } = request;
  return {
    ...rest,
    agencies: agencies.join(','),
    acute: 'false',
    protectedIdentity: 'false',
    childConcern: 'false',
  };
}
