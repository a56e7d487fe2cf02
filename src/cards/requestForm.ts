import { askable } from '../domain/association.ts';
import {
  ageBands,
  assistances,
  bases,
  certificates,
  firstTimes,
  genders,
  ongoingMeasures,
  purposes,
  templates,
  urgencies,
} from '../domain/codes.ts';
import type { Values } from './fields.ts';
import { choicesOf, type Frame, say } from './frame.ts';
import { type Choice, choiceInput, type Element, folded, subheading, textInput } from './parts.ts';

/** The whole request form: gates and what is required first, the rest folded on the same card. */
export function requestForm(frame: Frame, values: Values): Element[] {
  const t = say(frame);
  const yesNo: Choice[] = [
    { value: 'false', title: t.codes.no },
    { value: 'true', title: t.codes.yes },
  ];
  const gate = (id: string, label: string) =>
    choiceInput(id, label, yesNo, { expanded: true, required: true, value: values[id] });
  const own = frame.association.municipalities.filter(({ id }) => frame.reader.municipalities.includes(id));
  const places = own.map(({ id, name }) => ({ value: id, title: name }));
  const agencies = askable(frame.association);
  const choice = (id: string, label: string, choices: Choice[]) =>
    choiceInput(id, label, choices, { value: values[id] ?? choices[0]?.value });
  return [
    gate('acute', t.form.acute),
    gate('protectedIdentity', t.form.protectedIdentity),
    gate('childConcern', t.form.childConcern),
    choiceInput('municipality', t.form.municipality, places, {
      required: true,
      visible: places.length !== 1,
      placeholder: t.form.choose,
      value: values.municipality ?? (places.length === 1 ? places[0]?.value : undefined),
    }),
    choiceInput('ageBand', t.form.ageBand, choicesOf(ageBands, t.codes.ageBand), {
      required: true,
      placeholder: t.form.choose,
      value: values.ageBand,
    }),
    choiceInput(
      'agencies',
      t.form.agencies,
      agencies.map(({ id, name }) => ({ value: id, title: name })),
      {
        many: true,
        expanded: true,
        required: true,
        value:
          values.agencies ??
          agencies
            .filter(({ optional }) => !optional)
            .map(({ id }) => id)
            .join(','),
      },
    ),
    textInput('question', t.form.question, {
      most: 500,
      hint: t.form.questionHint,
      required: true,
      value: values.question,
    }),
    choiceInput('basis', t.form.basis, choicesOf(bases, t.codes.basis), {
      required: true,
      expanded: true,
      value: values.basis ?? 'deidentified',
    }),
    ...folded('more', t.form.more, [
      subheading(t.form.more),
      choice('template', t.form.template, choicesOf(templates, t.codes.template)),
      choice('purpose', t.form.purpose, choicesOf(purposes, t.codes.purpose)),
      choice('urgency', t.form.urgency, choicesOf(urgencies, t.codes.urgency)),
      choice('assistance', t.form.assistance, choicesOf(assistances, t.codes.assistance)),
      choice('certificate', t.form.certificate, choicesOf(certificates, t.codes.certificate)),
      choice('measure', t.form.measure, choicesOf(ongoingMeasures, t.codes.measure)),
      choice('firstTime', t.form.firstTime, choicesOf(firstTimes, t.codes.firstTime)),
      choice('gender', t.form.gender, choicesOf(genders, t.codes.gender)),
      textInput('background', t.form.background, {
        most: 1000,
        hint: t.form.backgroundHint,
        value: values.background,
      }),
      textInput('strength', t.form.strength, {
        most: 200,
        hint: t.form.strengthHint,
        value: values.strength,
      }),
    ]),
  ];
}
