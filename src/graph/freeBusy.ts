import type { Person } from '../domain/association.ts';
import { allUnknown, type FreeBusy } from '../domain/freeBusy.ts';
import { joined, type Span } from '../domain/spans.ts';
import type { Line } from '../log.ts';
import { addressesOf, homeId, type Mailbox, mailboxUntil } from './addresses.ts';
import { type Ask, createAsk, type Rest, type Token } from './request.ts';
import { mostCalendars, periods, question, schedulesIn } from './schedule.ts';

/** Where people's tokens are for; Microsoft's own, everywhere but in tests. */
export const graphResource = 'https://graph.microsoft.com';

/** Who has waited longer for a card than this has stopped waiting. */
const timeBoxMs = 2000;
/** A filter on ids takes no more. */
const mostIds = 15;
/** Outlook answers no more at the same time. */
const mostAtOnce = 4;
/**
 * Asks the calendars of the home tenant when people are taken. Who is a guest or belongs to another tenant is unknown
 * without being asked about: their own tenant would not answer. So is everybody whose answer is an error, is not whole,
 * or has not come in two seconds all in all. Nothing is kept but addresses, and those in memory.
 */
export function createFreeBusy({
  url,
  tenantId,
  token,
  now,
  log,
}: {
  url: string;
  tenantId: string;
  token: Token;
  now: () => number;
  log: (line: Line) => void;
}): (people: readonly Person[], from: Date, to: Date) => Promise<FreeBusy> {
  const rest: Rest = { until: 0 };
  const mailboxes = new Map<string, Mailbox>();
  return async (people, from, to) => {
    const ids = homeIds(people, tenantId);
    if (ids.size === 0) return allUnknown;
    const began = now();
    const tell = (count: number, outcome: string) =>
      log({ event: 'calendars', count, outcome, ms: now() - began });
    if (rest.until > began) {
      tell(0, 'resting');
      return allUnknown;
    }
    const known = new Map<string, readonly Span[][]>();
    const parts = periods(from, to);
    const signal = AbortSignal.timeout(timeBoxMs);
    const ask = createAsk({ url, token, now, rest }, { signal, ends: began + timeBoxMs });
    const over = new Promise<'slow'>((resolve) => signal.addEventListener('abort', () => resolve('slow')));
    const outcome = await Promise.race([readAll(ask, mailboxes, [...ids.values()], parts, known, now), over]);
    const busy = new Map<string, readonly Span[]>();
    for (const [person, id] of ids) {
      const read = known.get(id);
      if (read?.length === parts.length) busy.set(person, joined(read.flat()));
    }
    tell(busy.size, outcome);
    return (person) => busy.get(person);
  };
}

/** The object ids of those who have a mailbox in the tenant. */
const homeIds = (people: readonly Person[], tenantId: string): Map<string, string> =>
  new Map(
    people.flatMap((person) => {
      const own = homeId(person, tenantId);
      return own ? [[person.id, own] as const] : [];
    }),
  );

/** Reads every calendar for every period, some at a time; what fails is left out. */
async function readAll(
  ask: Ask,
  mailboxes: Map<string, Mailbox>,
  ids: readonly string[],
  parts: readonly Span[],
  known: Map<string, readonly Span[][]>,
  now: () => number,
): Promise<'read' | 'partly'> {
  let whole = true;
  const failed = () => {
    whole = false;
  };
  const unread = ids.filter((id) => (mailboxes.get(id)?.until ?? 0) <= now());
  await eachOf(groups(unread, mostIds), (group) => learnAddresses(ask, mailboxes, group, now).catch(failed));
  const read = ids.flatMap((id) => {
    const mailbox = mailboxes.get(id);
    return mailbox && mailbox.until > now() ? [{ id, address: mailbox.address }] : [];
  });
  if (read.length < ids.length) failed();
  const jobs = groups(read, mostCalendars).flatMap((group) => parts.map((part) => ({ group, part })));
  await eachOf(jobs, async ({ group, part }) => {
    const found = await schedulesOf(ask, group, part).catch(() => undefined);
    for (const { id, address } of group) {
      const busy = found?.get(address.toLowerCase());
      if (busy) known.set(id, [...(known.get(id) ?? []), [...busy]]);
      else failed();
    }
  });
  return whole ? 'read' : 'partly';
}

/** `getSchedule` knows people by address, the bot by object id. */
async function learnAddresses(
  ask: Ask,
  mailboxes: Map<string, Mailbox>,
  ids: readonly string[],
  now: () => number,
): Promise<void> {
  for (const [id, address] of await addressesOf(ask, ids)) mailboxes.set(id, mailboxUntil(address, now()));
}

/** Asked by way of one of those asked about; whoever of them has no mailbox cannot be that one. */
async function schedulesOf(ask: Ask, group: readonly { id: string; address: string }[], part: Span) {
  const body = question(
    group.map(({ address }) => address),
    part,
  );
  for (const { id } of group) {
    const answer = await ask(`/v1.0/users/${encodeURIComponent(id)}/calendar/getSchedule`, body);
    if (answer.status !== 404) return schedulesIn(answer.body, part);
  }
  return undefined;
}

const groups = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, place) =>
    all.slice(place * most, (place + 1) * most),
  );

async function eachOf<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, lane));
}
