import { z } from 'zod';
import type { Values } from '../../cards/fields.ts';
import { ruleForm, trialCard } from '../../cards/ruleCards.ts';
import { askable, type Rule, type RuleCondition } from '../../domain/association.ts';
import { ageBands, certificates, templates } from '../../domain/codes.ts';
import { type Period, periodOf } from '../../domain/period.ts';
import { quarterCounts, quarterOf } from '../../domain/quarter.ts';
import { tryRule } from '../../domain/ruleTrial.ts';
import { addDays, dayOf, instantAt } from '../../domain/zone.ts';
import { record } from '../../store/records.ts';
import { pastWith } from '../../store/routed.ts';
import { routingTexts } from '../../texts/routing.ts';
import { action, type Feature, id, optionalId, type Reply, replyCard, type Turn } from '../turn.ts';
import { named } from '../words.ts';

/** So many of an agency's questions are read for one trial: more would hold everybody else up. */
const MOST = 1000;

const parts = (said: string): string[] => said.split(',').filter(Boolean);
const codesOf = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z
    .string()
    .max(200)
    .default('')
    .transform(parts)
    .pipe(z.array(z.enum(codes)));

const conditions = {
  municipality: z
    .string()
    .max(4000)
    .regex(/^([\p{L}\p{N}._-]+(,[\p{L}\p{N}._-]+)*)?$/u)
    .default(''),
  ageBand: codesOf(ageBands),
  template: codesOf(templates),
  certificate: codesOf(certificates),
};
const period = z.string().max(12).default('12m');

/**
 * Twelve months, or a whole quarter, half-year or year. No shorter and no sliding stretch: set against each other those
 * would tell a coordinator the coded fields of one consultation, which are read after joining only.
 */
function stretchFor({ now, association }: Turn, said: string): Period | undefined {
  const today = dayOf(now, association.timeZone);
  if (said === '12m' || said === '') return { from: addDays(today, -364), to: today };
  return /^\d{4}(-(H[12]|Q[1-4]))?$/i.test(said) ? periodOf(said, today) : undefined;
}

/** The quarters, half-years and years there may be something in, the newest first. */
function periodsUntil({ now, association }: Turn): string[] {
  const today = dayOf(now, association.timeZone);
  const quarters = [0, 91, 182, 273].map((days) => quarterOf(addDays(today, -days)));
  const year = Number(today.slice(0, 4));
  const half = Number(today.slice(5, 7)) <= 6 ? 1 : 2;
  return [
    ...new Set([
      ...quarters,
      `${year}-H${half}`,
      half === 2 ? `${year}-H1` : `${year - 1}-H2`,
      `${year}`,
      `${year - 1}`,
    ]),
  ];
}

const form = (turn: Turn, values: Values, problem?: string) =>
  ruleForm(turn, periodsUntil(turn), values, problem);

type Said = {
  agency: string;
  function: string;
  municipality: string;
  ageBand: RuleCondition['ageBand'] & {};
  template: RuleCondition['template'] & {};
  certificate: RuleCondition['certificate'] & {};
  period: string;
};

async function tried(turn: Turn, said: Said): Promise<Reply> {
  const { association, house } = turn;
  const { timeZone } = association;
  const places = parts(said.municipality).filter((one) =>
    association.municipalities.some((place) => place.id === one),
  );
  const again: Record<string, string> = {
    agency: said.agency,
    function: said.function,
    municipality: places.join(','),
    ageBand: said.ageBand.join(','),
    template: said.template.join(','),
    certificate: said.certificate.join(','),
    period: said.period,
  };
  const t = routingTexts[turn.language];
  const stretch = stretchFor(turn, said.period);
  const there = association.functions.some((one) => one.id === said.function && one.agency === said.agency);
  if (!there) return replyCard(form(turn, again, t.tryWrongFunction));
  if (!stretch) return replyCard(form(turn, { ...again, period: '12m' }, t.tryWrongPeriod));
  const rule: Rule = { agency: said.agency, when: whenOf(places, said), function: said.function };
  const { past, whole } = await pastWith(
    house.store,
    association.id,
    said.agency,
    {
      from: instantAt(stretch.from, 0, timeZone).toISOString(),
      until: instantAt(addDays(stretch.to, 1), 0, timeZone).toISOString(),
    },
    MOST,
    (quarter) => quarterCounts(quarter, stretch),
  );
  await record(house.store, {
    kind: 'reading',
    association: association.id,
    consultation: undefined,
    at: turn.now.toISOString(),
    actor: turn.reader.id,
    verb: 'rule-tried',
    detail: { ...again, period: `${stretch.from}/${stretch.to}` },
  });
  return replyCard(
    trialCard(turn, rule, tryRule(association, past, rule), { period: stretch, whole, again }),
  );
}

function whenOf(municipality: readonly string[], { ageBand, template, certificate }: Said): RuleCondition {
  return {
    ...(municipality.length > 0 ? { municipality } : {}),
    ...(ageBand.length > 0 ? { ageBand } : {}),
    ...(template.length > 0 ? { template } : {}),
    ...(certificate.length > 0 ? { certificate } : {}),
  };
}

/** What another rule would have done with the questions that have been asked; nothing changes but the log of readings. */
export const rules: Feature = {
  name: 'rules',
  actions: {
    'rule.open': action({
      inputs: z.object({ agency: optionalId, function: optionalId, ...conditions, period }),
      roles: ['coordinator'],
      run: async (
        turn,
        { agency, function: to, municipality, ageBand, template, certificate, period: said },
      ) =>
        replyCard(
          form(turn, {
            agency,
            function: to,
            municipality,
            ageBand: ageBand.join(','),
            template: template.join(','),
            certificate: certificate.join(','),
            period: stretchFor(turn, said) ? said : '12m',
          }),
        ),
    }),
    'rule.try': action({
      inputs: z.object({ agency: id, function: id, ...conditions, period }),
      roles: ['coordinator'],
      form: async (turn, values, { problem }) => form(turn, values, problem),
      run: tried,
    }),
  },
  sayings: [
    {
      word: 'tryRule',
      read: (rest, turn) => {
        const agency = named(askable(turn.association), rest.join(' '));
        if (rest.length > 0 && !agency) return undefined;
        const inputs: Record<string, string> = agency ? { agency: agency.id } : {};
        return { action: 'rule.open', inputs };
      },
    },
  ],
};
