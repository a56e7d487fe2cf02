import { z } from 'zod';
import { listed, personName, say } from '../../cards/frame.ts';
import { actions, type Card, card, heading, line, notice, plain, quiet } from '../../cards/parts.ts';
import type { Consultation } from '../../domain/consultation.ts';
import { passOn } from '../../domain/life/passOn.ts';
import type { LifeRefusal } from '../../domain/life/step.ts';
import { ok } from '../../domain/result.ts';
import { list } from '../../store/consultationList.ts';
import { change, findByReference } from '../../store/consultations.ts';
import { absenceTexts } from '../../texts/absence.ts';
import { type Read, readFacts } from '../facts.ts';
import {
  action,
  type Feature,
  id,
  optionalId,
  type Reply,
  replyCard,
  type Spoken,
  type Turn,
} from '../turn.ts';
import { personFrom } from '../words.ts';
import { writtenOf } from '../written.ts';

const working = ['caseworker', 'member', 'coordinator'] as const;
const underWay = ['requested', 'ready', 'scheduling', 'booked', 'held', 'advised', 'recorded'] as const;
/** What one button carries back is bounded. */
const MOST = 20;

type Errand = { from?: string | undefined; to: string };

const mayFor = ({ reader }: Turn, person: string): boolean =>
  reader.id === person || reader.role === 'coordinator';

/** What somebody owns or is asked for, as far as the other can take it over. */
async function goods(turn: Turn, from: string): Promise<readonly Consultation[]> {
  const { store } = turn.house;
  const { id: association } = turn.association;
  const first = { count: MOST, by: 'reference' } as const;
  const owned = await list(store, association, { owner: from, states: underWay, first });
  const asked = [
    ...(await list(store, association, { person: from, leg: 'offered', states: underWay, first })),
    ...(await list(store, association, { person: from, leg: 'waiting', states: underWay, first })),
  ];
  return [...new Map([...owned, ...asked].map((one) => [one.id, one])).values()].slice(0, MOST);
}

const referencesOf = (turn: Turn, all: readonly Consultation[]): string =>
  listed(
    all.map(({ reference }) => reference),
    say(turn).form.and,
  );

/** What would go from whom to whom, and the button that does it. */
async function preview(turn: Turn, said: Errand): Promise<Reply> {
  const t = absenceTexts[turn.language];
  const from = said.from ?? turn.reader.id;
  const names = { from: personName(turn, from), to: personName(turn, said.to) };
  if (!mayFor(turn, from) || names.from === '' || names.to === '' || from === said.to)
    return replyCard(card([heading(t.handAll), notice(t.notTheirs)], t.notTheirs));
  const all = await goods(turn, from);
  const body =
    all.length === 0
      ? [line(t.handNothing(names))]
      : [line(t.handWhat({ ...names, what: referencesOf(turn, all) })), quiet(t.handHow)];
  const go = plain('handover.all', t.handDo(all.length), { from, to: said.to }, 'positive');
  return replyCard(card([heading(t.handAll), ...body, actions([all.length > 0 && go])], t.handAll));
}

/** Hands over each consultation by itself; what cannot go to this colleague stays, and is said. */
async function carryOut(
  turn: Turn,
  from: string,
  to: string,
  all: readonly Consultation[],
): Promise<readonly Consultation[]> {
  const { house, reader, now } = turn;
  const done: Consultation[] = [];
  for (const { id: consultation } of all) {
    const result = await change<Read, LifeRefusal>(
      house.store,
      consultation,
      (trx) => readFacts(trx, house, turn, consultation),
      (current, facts) => {
        const stepped = passOn(current, facts, from, to);
        if (!stepped.ok) return stepped;
        const { after, events } = stepped.value;
        const verb = 'handover.all';
        return ok(writtenOf(facts, current, after, { verb, actor: reader.id, events, detail: { from, to } }));
      },
      now,
    );
    if (result.ok) done.push(result.value);
  }
  house.wake();
  return done;
}

async function handAll(turn: Turn, said: Errand): Promise<Reply> {
  const from = said.from ?? turn.reader.id;
  if (!mayFor(turn, from)) return preview(turn, said);
  const all = await goods(turn, from);
  const done = await carryOut(turn, from, said.to, all);
  return replyCard(doneCard(turn, { from, to: said.to }, all, done));
}

function doneCard(
  turn: Turn,
  { from, to }: { from: string; to: string },
  all: readonly Consultation[],
  done: readonly Consultation[],
): Card {
  const t = absenceTexts[turn.language];
  const names = { from: personName(turn, from), to: personName(turn, to) };
  const left = all.filter(({ id: one }) => !done.some(({ id: other }) => other === one));
  const said =
    done.length === 0 ? t.handNothing(names) : t.handed({ ...names, what: referencesOf(turn, done) });
  const refs = done.map(({ reference }) => reference).join(',');
  return card(
    [
      heading(t.handAll),
      notice(said, done.length === 0 ? 'warning' : 'good'),
      left.length > 0 && line(t.handLeft(referencesOf(turn, left))),
      done.length > 0 && quiet(t.handBackHow),
      actions([done.length > 0 && plain('handover.back', t.handBack, { from, to, refs })]),
    ],
    said,
  );
}

/** Gives back what was handed over, as long as nothing else has been done with it: within a day for what is owned. */
async function handBack(
  turn: Turn,
  { from, to, refs }: { from: string; to: string; refs: string },
): Promise<Reply> {
  if (!mayFor(turn, from)) return preview(turn, { from, to });
  const { store } = turn.house;
  const found = await Promise.all(
    refs
      .split(',')
      .slice(0, MOST)
      .map((one) => findByReference(store, turn.association.id, one)),
  );
  const theirs = found.filter(
    (one) =>
      one !== undefined &&
      (one.handover?.from === from ||
        one.legs.some(({ passed, asked }) => asked === to && passed.includes(from))),
  ) as Consultation[];
  const done = await carryOut(turn, to, from, theirs);
  const t = absenceTexts[turn.language];
  const text = done.length === 0 ? t.handBackNone : t.handedBack(referencesOf(turn, done));
  return replyCard(card([heading(t.handAll), notice(text, done.length === 0 ? 'warning' : 'good')], text));
}

/** `överlåt allt <till>`, and for the coordinator `överlåt allt <från> till <till>`. */
function read(rest: readonly string[], turn: Turn): Spoken | undefined {
  const [all, ...said] = rest;
  if (all?.toLowerCase() !== 'allt' && all?.toLowerCase() !== 'all') return undefined;
  const between = said.findIndex((one) => ['till', 'to'].includes(one.toLowerCase()));
  const from = between > 0 ? personFrom(turn, said.slice(0, between)) : undefined;
  const to = personFrom(turn, said.slice(between + 1));
  if (to === undefined || (between > 0 && from === undefined)) return undefined;
  return { action: 'handover.preview', inputs: { to, ...(from ? { from } : {}) } };
}

/** Everything one person has, to another: with a look before, and a way back. */
export const handover: Feature = {
  name: 'handover',
  actions: {
    'handover.preview': action({
      inputs: z.object({ from: optionalId, to: id }),
      roles: working,
      run: preview,
    }),
    'handover.all': action({ inputs: z.object({ from: optionalId, to: id }), roles: working, run: handAll }),
    'handover.back': action({
      inputs: z.object({ from: id, to: id, refs: z.string().max(400) }),
      roles: working,
      run: handBack,
    }),
  },
  sayings: [{ word: 'handover', read }],
};
