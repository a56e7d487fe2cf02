import { agendaDues } from '../domain/agenda.ts';
import { type Association, personOf } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { duesOf } from '../domain/dues.ts';
import { entriesChanged } from '../domain/entries.ts';
import { placeHeld } from '../domain/life/queue.ts';
import { type Event, stamped } from '../domain/life/step.ts';
import { type Notice, noticesFor } from '../domain/notices.ts';
import { routedEvents } from '../domain/routedEvents.ts';
import type { Written } from '../store/consultations.ts';
import type { Read } from './facts.ts';
import { entryKey, identityKey, personKey, roomKey } from './keys.ts';

/** All that is kept with one change: the state, its history row, who must be told, what falls due, what is booked. */
export function writtenOf(
  { association, holders, now, entryForm }: Pick<Read, 'association' | 'holders' | 'now' | 'entryForm'>,
  before: Consultation | undefined,
  stepped: Consultation,
  done: { verb: string; actor: string; events: readonly Event[]; detail?: Record<string, string> },
): Written {
  const person = (id: string) => personOf(association, id);
  const after = stamped(before, stepped, now);
  const { meeting } = after;
  const booked = after.is === 'booked' && meeting;
  return {
    consultation: after,
    personDues: agendaDues(association, before, after, now).map(({ person: to, occasion, at }) => ({
      personKey: personKey(association, to),
      kind: 'agenda',
      key: occasion,
      dueAt: at,
      said: '',
    })),
    history: {
      verb: done.verb,
      actor: done.actor,
      detail: { ...done.detail, events: routedEvents(association, before, after, done.events) },
    },
    notices: [
      ...noticesOf(association, before, after, done, holders).map(({ to, news }) => ({
        key: `${after.id}:${after.version}:${to}`,
        to: personKey(association, to),
        kind: news.length > 0 ? 'notify' : 'refresh',
        payload: {
          consultation: after.id,
          news: news.map(({ kind, agency }) => (agency ? `${kind}:${agency}` : kind)).join(' '),
        },
      })),
      ...entriesChanged(before, after)
        .filter((id) => entryForm(person(id)) !== 'link')
        .map((id) => ({
          key: `${after.id}:${after.version}:entry:${id}`,
          to: entryKey(association, id),
          kind: 'entry',
          payload: { consultation: after.id, person: id },
        })),
    ],
    timers: duesOf(association, after).map(({ kind, key, dueAt }) => ({ kind, key, dueAt })),
    bookings: booked
      ? [
          ...Object.values(meeting.participants)
            .flatMap((id) => person(id) ?? [])
            .map(identityKey),
          ...(meeting.link === undefined || meeting.session !== undefined ? [] : [roomKey(meeting.link)]),
        ].map((personKey) => ({ personKey, start: meeting.start, end: meeting.end }))
      : [],
    place: placeHeld(after),
  };
}

/**
 * Whoever holds a card of the consultation sees it brought up to date, also when the change concerns them no more. What
 * is only said again alters no card.
 */
function noticesOf(
  association: Association,
  before: Consultation | undefined,
  after: Consultation,
  { verb, actor, events }: { verb: string; actor: string; events: readonly Event[] },
  holders: readonly string[],
): readonly Notice[] {
  if (verb === 'prompt' && events.length === 0) return [];
  const notices = noticesFor(association, before, after, events, actor);
  if (verb === 'prompt') return notices;
  const told = new Set(notices.map(({ to }) => to));
  const rest = holders.filter((person) => !told.has(person) && person !== '');
  return [...notices, ...rest.map((to) => ({ to, news: [] }))];
}
