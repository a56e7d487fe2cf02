import { askable, type Rule } from '../domain/association.ts';
import { ageBands, certificates, templates } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import type { Moved, Trial } from '../domain/ruleTrial.ts';
import { routingTexts } from '../texts/routing.ts';
import type { Values } from './fields.ts';
import { agencyName, choicesOf, dayOfMonth, type Frame, functionName, listed, say } from './frame.ts';
import {
  actions,
  button,
  type Card,
  type Choice,
  card,
  choiceInput,
  type Element,
  facts,
  heading,
  line,
  notice,
  plain,
  quiet,
} from './parts.ts';
import { conditionWords } from './why.ts';

/** A rule that is only thought of: whom it concerns, when it holds, and where it would send a question. */
export function ruleForm(frame: Frame, periods: readonly string[], values: Values, problem?: string): Card {
  const t = say(frame);
  const r = routingTexts[frame.language];
  const agencies = askable(frame.association).map(({ id, name }) => ({ value: id, title: name }));
  const functions = frame.association.functions.map(({ id, name, agency }) => ({
    value: id,
    title: `${name} (${agencyName(frame, agency)})`,
  }));
  const many = (id: string, label: string, choices: readonly Choice[]): Element =>
    choiceInput(id, `${label} (${r.anyValue})`, choices, { many: true, value: values[id] });
  return card(
    [
      heading(r.tryRule),
      problem ? notice(problem) : undefined,
      line(r.tryIntro),
      choiceInput('agency', t.form.agency, agencies, {
        required: true,
        placeholder: t.form.choose,
        value: values.agency,
      }),
      many(
        'municipality',
        t.case.municipality,
        frame.association.municipalities.map(({ id, name }) => ({ value: id, title: name })),
      ),
      many('ageBand', t.case.ageBand, choicesOf(ageBands, t.codes.ageBand)),
      many('template', t.case.template, choicesOf(templates, t.codes.template)),
      many('certificate', t.case.certificate, choicesOf(certificates, t.codes.certificate)),
      choiceInput('function', r.tryFunction, functions, {
        required: true,
        placeholder: t.form.choose,
        value: values.function,
      }),
      choiceInput(
        'period',
        r.tryPeriod,
        [{ value: '12m', title: r.lastYear }, ...periods.map((value) => ({ value, title: value }))],
        { value: values.period ?? '12m' },
      ),
      actions([button('rule.try', r.tryDo, {}, 'positive')]),
    ],
    r.tryRule,
  );
}

/** What the rule would have done, and how it really went. Counts only: which consultations they were stands nowhere. */
export function trialCard(
  frame: Frame,
  rule: Rule,
  trial: Trial,
  { period, whole, again }: { period: Period; whole: boolean; again: Readonly<Record<string, string>> },
): Card {
  const t = say(frame);
  const r = routingTexts[frame.language];
  const agency = agencyName(frame, rule.agency);
  const conditions = conditionWords(frame, rule.when ?? {});
  const count = trial.moved.reduce((sum, one) => sum + one.count, 0);
  const [from, to] = [dayOfMonth(frame, period.from), dayOfMonth(frame, period.to)];
  return card(
    [
      heading(`${r.tryRule}: ${agency}`),
      facts([
        ...conditions.map(([label, values]) => [label, listed(values, t.form.or)] as const),
        [r.tryFunction, functionName(frame, rule.function)],
      ]),
      line(r.tried({ count: trial.tried, agency, from, to })),
      whole ? undefined : line(r.triedNewest),
      line(count === 0 ? r.movedNone : r.movedSome({ count, of: trial.tried })),
      ...trial.moved.flatMap((one) => movedLines(frame, one)),
      count === 0
        ? undefined
        : line(r.nobodyToAsk({ count: trial.nobody.with, without: trial.nobody.without })),
      quiet(r.tryLimits),
      quiet(r.tryNothing),
      actions([plain('rule.open', r.tryAgain, again)]),
    ],
    `${r.tryRule}: ${agency}`,
  );
}

function movedLines(frame: Frame, { from, to, count, went }: Moved): Element[] {
  const r = routingTexts[frame.language];
  const name = (id: string | undefined) => functionName(frame, id) || r.nobodyNamed;
  return [line(r.moved({ count, from: name(from), to: name(to) })), quiet(`${r.really}: ${r.went(went)}.`)];
}
