import { municipalityMayBeNamed, relationToLeg } from '../domain/access.ts';
import { municipalityOf, type RuleCondition } from '../domain/association.ts';
import { type Consultation, isActive, type Leg, type Routing } from '../domain/consultation.ts';
import { ruleNumbered } from '../domain/routing.ts';
import { routingTexts } from '../texts/routing.ts';
import { agencyName, type Frame, functionName, legLine, listed, personName, say, sight } from './frame.ts';
import { actions, type Card, card, type Element, heading, line, plain, quiet, written } from './parts.ts';

/** Why a person would be asked, in a sentence: the rule that matched, and what sets them before the others. */
export function whyLine(frame: Frame, functionId: string, routing: Routing): string {
  const chosen = say(frame).talk.why.chosen[routing.chosen]({ open: routing.openLegs });
  const rule = ruleSentence(frame, routing.rule, functionId, routing.because);
  return rule === undefined ? chosen : `${rule}; ${chosen}`;
}

function ruleSentence(
  frame: Frame,
  rule: number | undefined,
  functionId: string,
  because: Routing['because'],
): string | undefined {
  if (rule === undefined) return undefined;
  const { why } = say(frame).talk;
  return why.rule({
    fn: functionName(frame, functionId),
    number: rule + 1,
    because: listed(
      because.map((one) => why.because[one]),
      say(frame).form.and,
    ),
  });
}

/** Which legs are asked about: one agency's, or those that stand with somebody. */
export type About = { agency?: string; people?: readonly string[] };

/** The legs this reader may be told of: all of them for owner and coordinator, a member's own. */
export function explainedLegs(frame: Frame, consultation: Consultation, about: About = {}): readonly Leg[] {
  const { relations } = sight(frame, consultation);
  const all = relations.has('owner') || relations.has('coordinator');
  const { agency, people } = about;
  return consultation.legs
    .filter(isActive)
    .filter((leg) => all || relationToLeg(frame.association, consultation, leg, frame.reader) !== undefined)
    .filter((leg) => agency === undefined || leg.agency === agency)
    .filter(
      ({ asked, holder }) =>
        !people || [asked, holder].some((one) => one !== undefined && people.includes(one)),
    );
}

/**
 * Why each person was asked: the rule, how many it was among, what decided, and what people have done since. It sets
 * nobody before anybody but the one who was asked, and a member reads no load but their own.
 */
export function whyCard(frame: Frame, consultation: Consultation, about: About = {}): Card {
  const t = say(frame);
  const legs = explainedLegs(frame, consultation, about);
  const title = `${t.case.title(consultation.reference)}: ${t.case.why}`;
  return card(
    [
      heading(title),
      ...(legs.length > 0
        ? legs.flatMap((leg) => explained(frame, consultation, leg))
        : [line(t.case.noWhy)]),
      actions([plain('consultation.show', t.form.back, { ref: consultation.reference })]),
    ],
    title,
  );
}

function explained(frame: Frame, consultation: Consultation, leg: Leg): Element[] {
  const t = routingTexts[frame.language];
  const { routing, asked, holder } = leg;
  const name = agencyName(frame, leg.agency);
  const who = personName(frame, asked ?? holder);
  if (!routing || !leg.function || who === '')
    return [written(name, legLine(frame, leg)), ...(routing ? [] : [quiet(t.nobodyCould)])];
  const another = holder !== undefined && asked !== undefined && holder !== asked;
  const sentences = [
    ruleSentence(frame, routing.rule, leg.function, routing.because),
    ...conditionsOf(frame, consultation, leg, routing),
    amongOf(frame, routing),
    groundOf(frame, consultation, leg, routing),
    routing.before === undefined ? undefined : t.before({ number: routing.before + 1 }),
    another ? t.answeredBy(personName(frame, holder)) : undefined,
  ].filter((one) => one !== undefined);
  return [
    written(`${name}, ${who}`, sentences.map((one) => (one.endsWith('.') ? one : `${one}.`)).join(' ')),
  ];
}

/** How many it was among: a count, never who. */
function amongOf(frame: Frame, { members, able }: Routing): string | undefined {
  return members === undefined || able === undefined
    ? undefined
    : routingTexts[frame.language].among({ members, able });
}

/** What decided. How much somebody has to answer is read by the coordinator and by themselves. */
function groundOf(frame: Frame, consultation: Consultation, leg: Leg, routing: Routing): string {
  const t = routingTexts[frame.language];
  const { relations } = sight(frame, consultation);
  const self = leg.asked === frame.reader.id;
  const load = relations.has('coordinator') || self ? t.load(routing.openLegs) : undefined;
  const told = self || relations.has('owner') || relations.has('coordinator');
  const about = ['fewest-open', 'longest-since'].includes(routing.chosen) && !told;
  return [about ? t.evenly : t.ground[routing.chosen], load].filter(Boolean).join(' ');
}

/**
 * The rule's conditions with their values, as the file has them now. What holds of the rule holds of the case, so they
 * are for whoever may read its coded fields; and where the municipality may not be named, it is not.
 */
function conditionsOf(frame: Frame, consultation: Consultation, leg: Leg, routing: Routing): string[] {
  if (routing.rule === undefined || routing.because.length === 0) return [];
  const t = say(frame);
  const { content, relations } = sight(frame, consultation);
  const rule = ruleNumbered(frame.association, leg.agency, routing.rule);
  const same =
    rule?.function === leg.function && Object.keys(rule?.when ?? {}).length === routing.because.length;
  if (!same) return [routingTexts[frame.language].ruleChanged];
  if (!content) return [];
  const nameable =
    relations.has('owner') ||
    relations.has('coordinator') ||
    municipalityMayBeNamed(frame.association, consultation);
  const shown = routing.because.filter((name) => name !== 'municipality' || nameable);
  return conditionWords(
    frame,
    Object.fromEntries(shown.map((name) => [name, rule?.when?.[name]])) as RuleCondition,
  ).map(([label, values]) => `${label}: ${listed(values, t.form.or)}`);
}

/** Conditions in words: what they look at, and the values that hold. */
export function conditionWords(frame: Frame, when: RuleCondition): [string, string[]][] {
  const t = say(frame);
  const place = (id: string) => municipalityOf(frame.association, id)?.name ?? id;
  const words: readonly [string, string[] | undefined][] = [
    [t.case.municipality, when.municipality?.map(place)],
    [t.case.ageBand, when.ageBand?.map((one) => t.codes.ageBand[one])],
    [t.case.template, when.template?.map((one) => t.codes.template[one])],
    [t.case.certificate, when.certificate?.map((one) => t.codes.certificate[one])],
  ];
  return words.flatMap(([label, values]) =>
    values && values.length > 0 ? [[label, values] as [string, string[]]] : [],
  );
}
