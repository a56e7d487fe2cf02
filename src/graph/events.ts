import { z } from 'zod';
import type { Person } from '../domain/association.ts';
import type { CalendarEntry } from '../domain/icalendar.ts';
import type { Line } from '../log.ts';
import { createAddresses, homeId } from './addresses.ts';
import { type Ask, createAsk, type Rest, type Token } from './request.ts';

/** All of one try. */
const timeBoxMs = 2000;

/**
 * What came of a request. `sent`: done, with the event's id where it has one; `gone`: there is no such event; `again`: no
 * answer, or a fault of theirs, and asking again does nothing twice; `refused`: asking again will not help.
 */
export type EventResult =
  | { is: 'sent'; event: string | undefined }
  | { is: 'gone' }
  | { is: 'again' }
  | { is: 'later'; retryAfterSeconds: number }
  | { is: 'refused'; status: number; reason: string };

/** Puts meetings into the calendars of one tenant. */
export type Events = {
  /** Whether this person has a mailbox there. */
  reaches(person: Person): boolean;
  /** The same `attempt` (`transactionId`) again makes no second event, and gives the first one's id. */
  create(person: Person, entry: CalendarEntry, attempt: string): Promise<EventResult>;
  update(event: string, entry: CalendarEntry): Promise<EventResult>;
  /** Takes it out of both calendars; Exchange tells the person. */
  remove(event: string): Promise<EventResult>;
};

/**
 * One event for each person, in the calendar of `organizer`, with that person as its only attendee: Exchange sends and
 * takes back the invitation itself, nobody sees who else comes, and the permission to write (Calendars.ReadWrite) can be
 * limited to that one mailbox (RBAC for Applications). Graph is asked for two seconds at most.
 */
export function createEvents({
  url,
  tenantId,
  organizer,
  token,
  now,
  log,
}: {
  url: string;
  tenantId: string;
  organizer: string;
  token: Token;
  now: () => number;
  log: (line: Line) => void;
}): Events {
  const rest: Rest = { until: 0 };
  const addresses = createAddresses(now);
  const calendar = `/v1.0/users/${encodeURIComponent(organizer)}/events`;

  /** One try, whatever it takes, judged; what it cost and what came of it is told in the log. */
  async function within(what: string, run: (ask: Ask) => Promise<EventResult>): Promise<EventResult> {
    const began = now();
    const seconds = (until: number) => Math.max(1, Math.ceil((until - now()) / 1000));
    if (rest.until > began) return { is: 'later', retryAfterSeconds: seconds(rest.until) };
    const signal = AbortSignal.timeout(timeBoxMs);
    const ask = createAsk({ url, token, now, rest }, { signal, ends: began + timeBoxMs });
    const result = await run(ask).catch((): EventResult => ({ is: 'again' }));
    const judged: EventResult =
      result.is === 'again' && rest.until > now()
        ? { is: 'later', retryAfterSeconds: seconds(rest.until) }
        : result;
    log({ event: 'calendar-event', kind: what, outcome: judged.is, ms: now() - began });
    return judged;
  }

  return {
    reaches: (person) => homeId(person, tenantId) !== undefined,
    create: (person, entry, attempt) =>
      within('create', async (ask) => {
        const id = homeId(person, tenantId)!;
        const address = person.mail ?? (await addresses(ask, id));
        if (address === undefined) return { is: 'refused', status: 404, reason: 'no-mailbox' };
        const attendees = [{ emailAddress: { address }, type: 'required' }];
        const answer = await ask(calendar, { ...eventOf(entry), attendees, transactionId: attempt });
        const found = z.object({ id: z.string().min(1) }).safeParse(answer.body);
        if (answer.status < 300 && found.success) return { is: 'sent', event: found.data.id };
        return judgedBy(answer.status);
      }),
    update: (event, entry) =>
      within('update', async (ask) => {
        const { status } = await ask(`${calendar}/${encodeURIComponent(event)}`, eventOf(entry), 'PATCH');
        return status < 300 ? { is: 'sent', event } : judgedBy(status);
      }),
    remove: (event) =>
      within('remove', async (ask) => {
        const { status } = await ask(`${calendar}/${encodeURIComponent(event)}`, undefined, 'DELETE');
        // Taken out already: by an earlier try, or by hand.
        return status < 300 || status === 404 ? { is: 'sent', event: undefined } : judgedBy(status);
      }),
  };
}

/** What is not a plain no may be asked again: nothing is done twice by that. */
function judgedBy(status: number): EventResult {
  if (status === 404) return { is: 'gone' };
  if (status < 400 || status === 408 || status === 409 || status === 429 || status >= 500)
    return { is: 'again' };
  return { is: 'refused', status, reason: status === 401 || status === 403 ? 'forbidden' : 'bad' };
}

const utc = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' });

/** The entry in Graph's words: private, no answer asked for, and no other meeting room than the link it has. */
const eventOf = ({ summary, description, url, start, end }: CalendarEntry) => ({
  subject: summary,
  body: { contentType: 'text', content: [description, url].filter(Boolean).join('\n\n') },
  start: utc(start),
  end: utc(end),
  sensitivity: 'private',
  showAs: 'busy',
  responseRequested: false,
  allowNewTimeProposals: false,
  isOnlineMeeting: false,
});
