import { type Association, agencyOf, askable, type Person, personOf } from '../../src/domain/association.ts';
import * as codes from '../../src/domain/codes.ts';
import {
  type Consultation,
  isActive,
  isOpenLeg,
  isSettled,
  type Leg,
  legOf,
} from '../../src/domain/consultation.ts';
import { followUpDays } from '../../src/domain/followUps.ts';
import { followedUp } from '../../src/domain/life/meeting.ts';
import { addDays, dayOf } from '../../src/domain/zone.ts';
import type { Random } from './random.ts';
import { texts } from './yearQuestion.ts';
import { EQUALS } from './yearWorld.ts';

/** A button somebody presses, or a word they write. */
export type Deed = { verb: string; inputs: Record<string, unknown> } | { text: string };

/** One person before one consultation, who is about to do something or nothing. */
type Before = {
  random: Random;
  association: Association;
  person: Person;
  consultation: Consultation;
  now: Date;
};

/** What a person does with what they see; mostly what is asked of them, often nothing, sometimes something else. */
export function deedFor(before: Before): Deed | undefined {
  const { person, consultation } = before;
  if (person.role === 'coordinator') return asCoordinator(before);
  if (consultation.owner === person.id) return asOwner(before);
  return person.role === 'member' ? asMember(before) : undefined;
}

function asMember({ random, person, consultation, association }: Before): Deed | undefined {
  const leg = legOf(consultation, person.agency);
  if (leg === undefined) return undefined;
  const at = { ref: consultation.reference, v: leg.version };
  if (leg.is === 'offered') return answer(random, association, person, leg, at);
  if (leg.is !== 'accepted' || leg.holder !== person.id) return undefined;
  if (consultation.request.purpose === 'advice' && random.chance(0.7))
    return { verb: 'respond.advise', inputs: { ...at, text: random.pick(texts) } };
  if (random.chance(0.03))
    return { verb: 'respond.decline', inputs: { ...at, reason: random.pick(codes.declineReasons) } };
  return meet(random, consultation, 0.25);
}

function answer(
  random: Random,
  association: Association,
  { id, agency }: Person,
  { barred }: Leg,
  at: { ref: string; v: number },
): Deed | undefined {
  if (barred.includes(id)) return undefined;
  const share = random.next();
  if (agency === EQUALS && share > 0.1) return { verb: 'respond.accept', inputs: at };
  if (share < 0.15) {
    const reason = agency === EQUALS ? 'no-time' : random.pick(codes.declineReasons);
    const text = reason === 'more-needed' ? random.pick(texts) : '';
    const suggest = reason === 'wrong-remit' ? random.pick(askable(association)).id : '';
    return random.chance(0.3) && reason !== 'more-needed'
      ? { text: `avböj ${at.ref} ${reason}` }
      : { verb: 'respond.decline', inputs: { ...at, reason, text, suggest } };
  }
  if (share < 0.24) return { verb: 'respond.ask', inputs: { ...at, text: random.pick(texts) } };
  const others = association.people.filter((one) => one.agency === agency && one.id !== id);
  if (share < 0.3 && others.length > 0)
    return { verb: 'respond.forward', inputs: { ...at, to: random.pick(others).id } };
  if (share < 0.38) return { verb: 'respond.advise', inputs: { ...at, text: random.pick(texts) } };
  if (share < 0.5) return undefined;
  return random.chance(0.3) ? { text: `acceptera ${at.ref}` } : { verb: 'respond.accept', inputs: at };
}

/** What everybody at the table does about times, the meeting and its outcome. */
function meet(random: Random, consultation: Consultation, records: number): Deed | undefined {
  const { is, reference: ref, times, meeting, outcomes } = consultation;
  const at = { ref, v: times?.version ?? 0 };
  if (is === 'scheduling' && times?.kind === 'vote') {
    if (random.chance(0.15)) return undefined;
    const ballot = () => random.pick(['yes', 'yes', 'yes', 'maybe', 'no']);
    return {
      verb: 'schedule.vote',
      inputs: { ...at, ...Object.fromEntries(times.slots.map(({ id }) => [id, ballot()])) },
    };
  }
  if (is === 'scheduling' && times)
    return random.chance(0.7)
      ? { verb: 'schedule.book', inputs: { ...at, slot: random.pick(times.slots).id } }
      : undefined;
  if (is === 'booked' && meeting?.over) {
    const roles = Object.keys(meeting.participants);
    const share = random.next();
    if (share > records + 0.6) return undefined;
    const present =
      share < 0.07 ? ['kommun'] : roles.filter((one) => one === 'kommun' || random.chance(0.95));
    return { verb: 'meeting.held', inputs: { ...at, present: present.join(',') } };
  }
  if (is === 'booked' && random.chance(0.04))
    return { verb: random.pick(['schedule.move', 'schedule.cancel']), inputs: at };
  if ((is === 'held' || is === 'advised') && random.chance(records))
    return outcome(random, ref, outcomes.length, consultation);
  return undefined;
}

const outcome = (random: Random, ref: string, v: number, { request, since }: Consultation): Deed => ({
  verb: 'outcome.record',
  inputs: {
    ref,
    v,
    result: random.pick(codes.results),
    measures: request.certificate === 'missing' ? 'certificate-dfa' : 'plan',
    responsible: 'kommun',
    nextStep: 'Planera nästa steg.',
    nextDate: addDays(since.slice(0, 10), 200),
    planOffered: 'true',
  },
});

function asOwner(before: Before): Deed | undefined {
  const { random, association, consultation, now } = before;
  const { is, reference: ref, request, legs, sealed, recordedAt, filed } = consultation;
  if (is === 'draft') return { verb: 'request.send', inputs: { ref, v: request.version } };
  if (is === 'recorded' || is === 'closed') {
    const days = followUpDays(association, consultation);
    const given = followedUp(consultation);
    const day = days[given];
    if (day !== undefined && day <= dayOf(now, association.timeZone) && random.chance(0.55))
      return {
        verb: 'followup.record',
        inputs: { ref, v: consultation.followUps.length, progress: random.pick(codes.progresses) },
      };
    if (!filed && recordedAt !== undefined && random.chance(0.5))
      return { verb: 'outcome.file', inputs: { ref, v: consultation.outcomes.length } };
    return random.chance(0.01) ? { verb: 'consultation.reopen', inputs: { ref } } : undefined;
  }
  if (sealed && random.chance(0.7)) return rewritten(before, `${random.pick(texts)} ${random.pick(texts)}`);
  const waiting = legs.find((leg) => leg.is === 'waiting');
  if (waiting && random.chance(0.6))
    return { verb: 'clarify.answer', inputs: { ref, agency: waiting.agency, text: random.pick(texts) } };
  const declined = legs.find((leg) => leg.is === 'declined');
  if (declined && random.chance(0.7)) return instead(before, declined);
  if (is === 'ready') return random.chance(0.7) ? { verb: 'schedule.suggest', inputs: { ref } } : undefined;
  return seldom(before) ?? meet(random, consultation, 0.8);
}

/** Another agency in place of one that says it is not its to answer; or without it. */
function instead({ random, association, consultation }: Before, { agency, declines }: Leg): Deed {
  const { reference: ref, legs } = consultation;
  const free = askable(association).filter(
    ({ id }) => !legs.some((leg) => leg.agency === id && isActive(leg)),
  );
  const suggested = declines.at(-1)?.suggest;
  const other = free.find(({ id }) => id === suggested) ?? free[0];
  if (legs.filter(isActive).length > 1 && (other === undefined || random.chance(0.6)))
    return { verb: 'leg.drop', inputs: { ref, agency, reason: 'Går vidare utan.' } };
  return other
    ? { verb: 'leg.add', inputs: { ref, agency: other.id } }
    : { verb: 'request.withdraw', inputs: { ref, reason: 'Ingen att fråga.' } };
}

function rewritten({ consultation }: Before, words: string, but: Record<string, unknown> = {}): Deed {
  const { version, additions: _, agencies, ...request } = consultation.request;
  const inputs = { ...request, agencies: agencies.join(','), question: words, ...but };
  return { verb: 'request.edit', inputs: { ...inputs, ref: consultation.reference, v: version } };
}

/** What an owner may think of at any time. */
function seldom(before: Before): Deed | undefined {
  const { random, association, consultation, person } = before;
  const { reference: ref, legs, request } = consultation;
  const share = random.next();
  if (share < 0.015) return { verb: 'request.withdraw', inputs: { ref, reason: 'Behövs inte.' } };
  if (share < 0.03)
    return legs.some(isSettled)
      ? { verb: 'request.add', inputs: { ref, v: request.additions.length, text: random.pick(texts) } }
      : rewritten(before, random.pick(texts), {
          urgency: random.pick(codes.urgencies),
          municipality: random.pick(person.municipalities),
        });
  const free = askable(association).find(({ id }) => !legs.some((leg) => leg.agency === id && isActive(leg)));
  if (share < 0.04 && free) return { text: `bjud-in ${ref} ${free.id}` };
  if (share < 0.06) return { text: `påminn ${ref}` };
  const colleague = colleagueOf(before);
  if (share < 0.07 && colleague) return { verb: 'consultation.handover', inputs: { ref, to: colleague.id } };
  return undefined;
}

const colleagueOf = ({ random, association, consultation }: Before): Person | undefined => {
  const others = association.people.filter(
    ({ id, role, municipalities }) =>
      role === 'caseworker' &&
      id !== consultation.owner &&
      municipalities.includes(consultation.request.municipality),
  );
  return others.length > 0 ? random.pick(others) : undefined;
};

function asCoordinator(before: Before): Deed | undefined {
  const { random, association, consultation } = before;
  const { is, reference: ref, legs, owner } = consultation;
  const colleague = colleagueOf(before);
  // Whoever does not answer for a long time may have left.
  if ((personOf(association, owner) === undefined || random.chance(0.05)) && colleague && random.chance(0.6))
    return { verb: 'consultation.handover', inputs: { ref, to: colleague.id } };
  const stuck =
    legs.find((leg) => leg.is === 'with-coordinator') ?? legs.find((leg) => leg.is === 'declined');
  if (stuck) {
    const { agency } = stuck;
    const able = association.people.filter(
      (one) => one.agency === agency && one.role === 'member' && !stuck.barred.includes(one.id),
    );
    const share = random.next();
    if (share < 0.55 && able.length > 0)
      return { verb: 'leg.assign', inputs: { ref, agency, to: random.pick(able).id, reason: '' } };
    if (share < 0.8 && legs.filter(isActive).length > 1)
      return { verb: 'leg.drop', inputs: { ref, agency, reason: 'Utan den.' } };
    if (share < 0.9) return undefined;
    return { verb: 'request.withdraw', inputs: { ref, reason: 'Ingen kan svara.' } };
  }
  const waiting = legs.find((leg) => isOpenLeg(leg) && agencyOf(association, leg.agency)?.optional);
  if (waiting && random.chance(0.1))
    return { verb: 'leg.drop', inputs: { ref, agency: waiting.agency, reason: 'Behövs inte.' } };
  if (is === 'ready' && random.chance(0.3)) return { verb: 'schedule.suggest', inputs: { ref } };
  if (is === 'booked' && random.chance(0.2)) return meet(random, consultation, 0.2);
  return random.chance(0.02)
    ? { verb: 'consultation.join', inputs: { ref, reason: 'Ser efter.' } }
    : undefined;
}
