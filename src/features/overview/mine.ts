import { z } from 'zod';
import { stateLine } from '../../cards/consultationCard.ts';
import { say } from '../../cards/frame.ts';
import { actions, card, heading, line, plain, quiet } from '../../cards/parts.ts';
import { type Task, taskOf } from '../../cards/todo.ts';
import { relationsOf } from '../../domain/access.ts';
import type { Consultation, State } from '../../domain/consultation.ts';
import { list } from '../../store/consultations.ts';
import { type Action, action, type Reply, replyCard, type Turn } from '../turn.ts';

const SHOWN = 10;
const BUTTONS = 6;

/** Everything that may still need something; the follow-ups of what is recorded and closed included. */
export const living: readonly State[] = [
  'draft',
  'requested',
  'ready',
  'scheduling',
  'booked',
  'held',
  'advised',
  'recorded',
  'closed',
];

/** Every consultation this person has anything to do with. */
export async function ownConsultations(
  turn: Turn,
  states: readonly State[] = living,
): Promise<readonly Consultation[]> {
  const { store } = turn.house;
  const { association, reader } = turn;
  if (reader.role === 'coordinator')
    return list(store, association.id, { states: states.filter((one) => one !== 'draft') });
  if (reader.role === 'caseworker') return list(store, association.id, { states, owner: reader.id });
  const functions = association.functions
    .filter(({ people }) => people.includes(reader.id))
    .map(({ id }) => id);
  const [byFunction, byPerson] = await Promise.all([
    list(store, association.id, { states, functions }),
    list(store, association.id, { states, person: reader.id }),
  ]);
  const all = new Map([...byFunction, ...byPerson].map((one) => [one.id, one]));
  return [...all.values()].filter((one) => relationsOf(association, one, reader, turn.now).size > 0);
}

/** What waits for this person, most urgent first: by the time it is due. */
export async function waitingFor(turn: Turn): Promise<readonly { consultation: Consultation; task: Task }[]> {
  const own = await ownConsultations(turn);
  return own
    .map((consultation) => ({ consultation, task: taskOf(turn, consultation) }))
    .filter(({ consultation, task }) => task.waits || !['recorded', 'closed'].includes(consultation.is))
    .sort(
      (a, b) =>
        Number(b.task.waits) - Number(a.task.waits) ||
        (a.task.due ?? '9').localeCompare(b.task.due ?? '9') ||
        a.consultation.reference.localeCompare(b.consultation.reference),
    );
}

async function mine(turn: Turn): Promise<Reply> {
  const t = say(turn);
  const waiting = await waitingFor(turn);
  if (waiting.length === 0)
    return replyCard(card([heading(t.talk.mine), line(t.talk.mineEmpty)], t.talk.mineEmpty));
  const shown = waiting.slice(0, SHOWN);
  const rest = waiting.length - shown.length;
  return replyCard(
    card(
      [
        heading(t.talk.mine),
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
      t.talk.mine,
    ),
  );
}

export const mineShow: Action = action({ inputs: z.object({}), run: (turn) => mine(turn) });
