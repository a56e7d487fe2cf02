import { z } from 'zod';
import { stateLine } from '../../cards/consultationCard.ts';
import { say } from '../../cards/frame.ts';
import { actions, type Card, card, heading, line, plain, quiet } from '../../cards/parts.ts';
import { type Task, taskOf } from '../../cards/todo.ts';
import { relationsOf } from '../../domain/access.ts';
import type { Consultation, State } from '../../domain/consultation.ts';
import { type Filter, list } from '../../store/consultationList.ts';
import { countStates } from '../../store/standingCounts.ts';
import { type Action, action, type Reply, replyCard, type Turn } from '../turn.ts';
import { followUpsDue, followUpsLeft } from './followUpsDue.ts';

const SHOWN = 10;
const BUTTONS = 6;

/** Where work is open; what is recorded and closed needs its owner only. */
const underWay: readonly State[] = ['draft', 'requested', 'ready', 'scheduling', 'booked', 'held', 'advised'];
const living: readonly State[] = [...underWay, 'recorded', 'closed'];
const ofOthers = underWay.filter((one) => one !== 'draft');

/** So many are read to see what words without a reference may mean; more would hold everybody else up. */
const READ = 100;

/** What this person may mean without saying which: all of it, or (`isAll` false) the newest. */
export async function ownConsultations(
  turn: Reading,
): Promise<{ consultations: readonly Consultation[]; isAll: boolean }> {
  const { store } = turn.house;
  const { association, reader } = turn;
  const newest = { count: READ, by: 'newest' } as const;
  if (reader.role === 'coordinator' || reader.role === 'caseworker') {
    const open = { followUps: followUpsLeft(turn) };
    const states = living.filter((one) => one !== 'draft' || reader.role === 'caseworker');
    const owner = reader.role === 'caseworker' ? { owner: reader.id } : {};
    const found = await list(store, association.id, { states, open, first: newest, ...owner });
    return { consultations: found, isAll: found.length < READ };
  }
  const found = await seated(turn, living, newest);
  return { ...found, isAll: found.largest < READ };
}

/** What a member is asked in, or holds a leg of, by function or by name. */
async function seated(
  { house: { store }, association, reader, now }: Reading,
  states: readonly State[],
  first?: NonNullable<Filter['first']>,
): Promise<{ consultations: readonly Consultation[]; largest: number }> {
  const functions = association.functions
    .filter(({ people }) => people.includes(reader.id))
    .map(({ id }) => id);
  const most = first === undefined ? {} : { first };
  const found = await Promise.all([
    list(store, association.id, { states, functions, ...most }),
    list(store, association.id, { states, person: reader.id, ...most }),
  ]);
  const all = new Map(found.flat().map((one) => [one.id, one]));
  return {
    consultations: [...all.values()].filter((one) => relationsOf(association, one, reader, now).size > 0),
    largest: Math.max(...found.map(({ length }) => length)),
  };
}

/** All that may be on the first page of what waits, and how much more there is than that. */
async function candidatesFor(
  turn: Reading,
): Promise<{ consultations: readonly Consultation[]; beyond: number }> {
  const { store } = turn.house;
  const { association, reader } = turn;
  if (reader.role === 'coordinator') {
    const first = { count: SHOWN, by: 'reference' } as const;
    const states = ofOthers;
    const found = [
      ...(await list(store, association.id, { states, leg: 'with-coordinator', first })),
      ...(await list(store, association.id, { states, owner: reader.id, first })),
      ...(await list(store, association.id, { states, first })),
    ];
    const consultations = [...new Map(found.map((one) => [one.id, one])).values()];
    const counts = await countStates(store, { association: association.id });
    const all = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
    return { consultations, beyond: Math.max(0, all - consultations.length) };
  }
  if (reader.role === 'member')
    return { consultations: (await seated(turn, ofOthers)).consultations, beyond: 0 };
  const open = { followUps: followUpsDue(turn) };
  return {
    consultations: await list(store, association.id, { states: living, open, owner: reader.id }),
    beyond: 0,
  };
}

/** Who reads what is kept. */
export type Reading = Pick<Turn, 'house' | 'association' | 'reader' | 'language' | 'now'>;

type Waiting = { consultation: Consultation; task: Task };

/** What is open for this person, what waits for them first, by the time it is due; and how much more there is. */
async function waitingFor(turn: Reading): Promise<{ waiting: readonly Waiting[]; beyond: number }> {
  const { consultations, beyond } = await candidatesFor(turn);
  const waiting = consultations
    .map((consultation) => ({ consultation, task: taskOf(turn, consultation) }))
    .filter(({ consultation, task }) => task.waits || !['recorded', 'closed'].includes(consultation.is))
    .sort(
      (a, b) =>
        Number(b.task.waits) - Number(a.task.waits) ||
        (a.task.due ?? '9').localeCompare(b.task.due ?? '9') ||
        a.consultation.reference.localeCompare(b.consultation.reference),
    );
  return { waiting, beyond };
}

/** What somebody themselves has to do, of what is open; most urgent first. */
export const tasksOf = async (turn: Reading): Promise<readonly Waiting[]> =>
  (await waitingFor(turn)).waiting.filter(({ task }) => task.waits);

async function mine(turn: Turn): Promise<Reply> {
  return replyCard(mineCard(turn, say(turn).talk.mine, await waitingFor(turn)));
}

/** Open consultations with what is to be done in each, as far as there is room; `beyond` is how many more there are. */
export function mineCard(
  turn: Reading,
  title: string,
  { waiting, beyond = 0 }: { waiting: readonly Waiting[]; beyond?: number },
): Card {
  const t = say(turn);
  if (waiting.length === 0) return card([heading(title), line(t.talk.mineEmpty)], t.talk.mineEmpty);
  const shown = waiting.slice(0, SHOWN);
  const rest = waiting.length + beyond - shown.length;
  return card(
    [
      heading(title),
      ...shown.flatMap(({ consultation, task }) => [
        line(`${consultation.reference}: ${task.text}`),
        quiet(stateLine(turn, consultation)),
      ]),
      rest > 0 ? line(t.talk.mineMore(rest)) : undefined,
      actions(
        shown
          .slice(0, BUTTONS)
          .map(({ consultation: { reference } }) =>
            plain('consultation.show', `${t.form.showAgain} ${reference}`, { ref: reference }),
          ),
      ),
    ],
    title,
  );
}

export const mineShow: Action = action({ inputs: z.object({}), run: (turn) => mine(turn) });
