import { z } from 'zod';
import { say } from '../../cards/frame.ts';
import { actions, card, heading, line, notice, plain } from '../../cards/parts.ts';
import { explainedLegs, whyCard } from '../../cards/why.ts';
import { relationsOf } from '../../domain/access.ts';
import { askable, personOf } from '../../domain/association.ts';
import type { Consultation, State } from '../../domain/consultation.ts';
import { list } from '../../store/consultationList.ts';
import { routingTexts } from '../../texts/routing.ts';
import { consultationFor } from '../perform.ts';
import { refusalCard } from '../refusal.ts';
import {
  type Action,
  action,
  aside,
  optionalId,
  type Reply,
  reference,
  replyCard,
  type Saying,
  type Turn,
} from '../turn.ts';
import { aboutOne, membersSaid, named } from '../words.ts';

/** Why each agency's person was asked, or one agency's. */
export const whyShow: Action = action({
  inputs: z.object({ ref: reference, agency: optionalId }),
  run: async (turn, { ref, agency }) => {
    const found = await consultationFor(turn, ref);
    return found
      ? aside(found, whyCard(turn, found, agency === undefined ? {} : { agency }))
      : replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  },
});

const open: readonly State[] = ['requested', 'ready', 'scheduling', 'booked', 'held', 'advised'];
const ids = /^[\p{L}\p{N}._-]+(,[\p{L}\p{N}._-]+)*$/u;
const MOST = 6;
/** More than can be chosen among; the newest. */
const READ = 20;

/** Why a person, named by name: where exactly one open consultation of the reader's asks them, that one's answer. */
export const whyPerson: Action = action({
  inputs: z.object({ people: z.string().max(400).regex(ids) }),
  run: async (turn, { people }) => {
    const meant = people.split(',').filter((id) => personOf(turn.association, id));
    const found = await askedIn(turn, meant);
    const [only, ...others] = found;
    if (only === undefined) return told(turn, meant);
    if (others.length > 0) return chooseAmong(turn, found);
    return aside(only, whyCard(turn, only, { people: meant }));
  },
});

/** The reader's own open consultations in which a leg they may be told of stands with one of these people. */
async function askedIn(turn: Turn, people: readonly string[]): Promise<readonly Consultation[]> {
  const { house, association, reader, now } = turn;
  const all = new Map<string, Consultation>();
  for (const person of people.slice(0, MOST)) {
    const first = { count: READ, by: 'newest' } as const;
    for (const one of await list(house.store, association.id, { states: open, person, first }))
      all.set(one.id, one);
  }
  return [...all.values()].filter(
    (one) =>
      relationsOf(association, one, reader, now).size > 0 && explainedLegs(turn, one, { people }).length > 0,
  );
}

function told(turn: Turn, people: readonly string[]): Reply {
  const who = people.map((id) => personOf(turn.association, id)?.name).find(Boolean) ?? '';
  const text = routingTexts[turn.language].whyNobody(who);
  return replyCard(card([notice(text)], text));
}

function chooseAmong(turn: Turn, found: readonly Consultation[]): Reply {
  const t = say(turn).talk;
  const shown = found.slice(0, MOST);
  return replyCard(
    card(
      [
        heading(t.chooseConsultation),
        found.length > shown.length && line(t.mineMore(found.length - shown.length)),
        actions(shown.map(({ reference: ref }) => plain('consultation.why', ref, { ref }))),
      ],
      t.chooseConsultation,
    ),
  );
}

/** `varför`, `varför K-…`, `varför K-… psykiatri`, `varför fick Eva frågan?` */
export const saysWhy: Saying = {
  word: 'why',
  read: (rest, turn) => {
    const one = aboutOne(rest);
    if (!one) return undefined;
    if (one.rest.length === 0) return { action: 'consultation.why', inputs: one.inputs };
    const agency = named(askable(turn.association), one.rest.join(' '));
    if (agency) return { action: 'consultation.why', inputs: { ...one.inputs, agency: agency.id } };
    const people = 'ref' in one.inputs ? [] : membersSaid(turn, one.rest);
    return people.length > 0
      ? { action: 'consultation.why-person', inputs: { people: people.join(',') } }
      : undefined;
  },
};
