import type { Frame } from './cards/frame.ts';
import { taskOf } from './cards/todo.ts';
import { relationToLeg } from './domain/access.ts';
import { type AgencyFunction, coordinatorsOf, type Person } from './domain/association.ts';
import type { Consultation, Leg } from './domain/consultation.ts';
import { type News, type NewsKind, newsKinds } from './domain/notices.ts';
import type { Receipt, Rung } from './domain/receipts.ts';
import { personKey } from './features/keys.ts';
import type { House } from './features/turn.ts';
import { channelOf } from './store/channels.ts';
import { type Claimed, type Delivery, type Queued, queue } from './store/outbox.ts';
import { noteReceipt } from './store/receipts.ts';

/** Something waits for this reader in a consultation; `fn` is the function through which they may be reached. */
export type Ask = { frame: Frame; consultation: Consultation; leg: Leg; fn: AgencyFunction };

/** News that ask nothing of anybody: they go no further than the person's own chat. */
const onlyTold: ReadonlySet<NewsKind> = new Set(['joined', 'undelivered']);

/** `accepted:fk times` → the news as the change wrote them. */
export function newsOf(said: string): News[] {
  return said.split(' ').flatMap((one) => {
    const [kind, agency] = one.split(':');
    return newsKinds.some((known) => known === kind) ? [{ kind: kind as NewsKind, agency }] : [];
  });
}

/** What a message asks of its reader as things stand now; undefined when nothing waits for them any more, or never did. */
export function askOf(frame: Frame, consultation: Consultation, news: readonly News[]): Ask | undefined {
  const { association, reader } = frame;
  if (reader.role !== 'member' || news.every(({ kind }) => onlyTold.has(kind))) return undefined;
  const leg = legOf(frame, consultation, reader);
  if (!leg || !taskOf(frame, consultation).waits) return undefined;
  const fn =
    association.functions.find(({ id }) => id === leg.function) ??
    association.functions.find(({ agency, people }) => agency === leg.agency && people.includes(reader.id));
  return fn && { frame, consultation, leg, fn };
}

const legOf = (frame: Frame, consultation: Consultation, { id }: Person): Leg | undefined =>
  consultation.legs.find(
    (leg) =>
      (leg.asked === id || leg.holder === id) &&
      relationToLeg(frame.association, consultation, leg, frame.reader) !== undefined,
  );

/** Climbs from rung to rung; `mayMail`: there is a mail server. */
export function createLadder(house: House, mayMail: boolean) {
  const { store } = house;

  /** A rung that is there at all: the person's own chat always is one, even if it turns out not to be open. */
  async function stands(rung: Rung, { frame, fn }: Ask): Promise<boolean> {
    if (rung === 'channel') return (await channelOf(store, frame.association.id, fn.id)) !== undefined;
    return rung === 'personal' || (mayMail && fn.mailbox !== undefined);
  }

  /** The rungs of a function, in the file's order. Where none of them is set up the person's own chat is. */
  async function rungsOf(ask: Ask): Promise<Rung[]> {
    const rungs: Rung[] = [];
    for (const rung of ask.fn.deliver) if (await stands(rung, ask)) rungs.push(rung);
    return rungs.length > 0 ? rungs : ['personal'];
  }

  /** Whether a row meant for the person's own chat begins on another rung. */
  async function startsElsewhere(row: Claimed, ask: Ask): Promise<boolean> {
    return row.payload.root === undefined && (await rungsOf(ask))[0] !== 'personal';
  }

  /** The message goes to its first rung, which is not the person's own chat. */
  async function start(row: Claimed, ask: Ask): Promise<Delivery> {
    await queueRung(row, ask, (await rungsOf(ask))[0]!);
    return { is: 'sent', activityId: undefined };
  }

  /** What cannot arrive on one rung is tried on the next at once; after the last it is the coordinator's. */
  async function climb(row: Claimed, ask: Ask, from: Rung, reason: string): Promise<Delivery> {
    await note(ask, from, 'failed');
    await refreshOwner(row, ask);
    const { frame, consultation, fn } = ask;
    const next = (await rungsOf(ask)).find(
      (rung) => rung !== from && fn.deliver.indexOf(rung) > fn.deliver.indexOf(from),
    );
    if (next === undefined) return alerted(row, frame, consultation, reason);
    await queueRung(row, ask, next);
    return { is: 'dead', reason };
  }

  async function queueRung(row: Claimed, ask: Ask, rung: Rung): Promise<void> {
    const { frame, consultation, leg, fn } = ask;
    const root = String(row.payload.root ?? row.key);
    const queued: Queued = {
      key: `${root}:${rung}`,
      to:
        rung === 'personal'
          ? personKey(frame.association, frame.reader.id)
          : rungKey(frame.association.id, rung, fn.id),
      kind: { personal: 'notify', channel: 'mention', mail: 'mail' }[rung],
      payload: {
        root,
        consultation: consultation.id,
        agency: leg.agency,
        person: frame.reader.id,
        news: String(row.payload.news ?? ''),
      },
    };
    await queue(store, [queued], house.now());
    house.wake();
  }

  /** The owner's card says how it fared; a failure is not left to the next change. */
  async function refreshOwner(row: Claimed, { frame, consultation }: Ask): Promise<void> {
    const to = personKey(frame.association, consultation.owner);
    const payload = { consultation: consultation.id };
    await queue(store, [{ key: `${row.key}:fared`, to, kind: 'refresh', payload }], house.now());
    house.wake();
  }

  /** Keeps what came of a message on a rung. */
  async function note({ frame, consultation, leg }: Ask, rung: Rung, state: Receipt['state']): Promise<void> {
    const at = house.now().toISOString();
    await noteReceipt(store, consultation.id, {
      agency: leg.agency,
      person: frame.reader.id,
      rung,
      state,
      at,
    });
  }

  /** Nobody is lost in silence: what cannot be delivered is on the coordinator's table within the minute. */
  async function alerted(
    row: Claimed,
    frame: Frame,
    consultation: Consultation,
    reason: string,
  ): Promise<Delivery> {
    house.log({
      event: 'undelivered',
      outcome: reason,
      association: frame.association.id,
      reference: consultation.reference,
    });
    // A coordinator who cannot be reached either is not told of by another: that would go round for ever.
    if (String(row.payload.news ?? '').startsWith('undelivered')) return { is: 'dead', reason };
    await tellCoordinators(row, frame, consultation);
    return { is: 'dead', reason };
  }

  /** Each coordinator once for one message, however often and on however many rungs it fails. */
  async function tellCoordinators(row: Claimed, frame: Frame, consultation: Consultation): Promise<void> {
    const missed = personKey(frame.association, frame.reader.id);
    const rows = coordinatorsOf(frame.association)
      .map(({ id }) => ({ id, to: personKey(frame.association, id) }))
      .filter(({ to }) => to !== missed)
      .map(({ id, to }) => ({
        key: `${String(row.payload.root ?? row.key)}:undelivered:${id}`,
        to,
        kind: 'notify',
        payload: { consultation: consultation.id, news: `undelivered:${frame.reader.agency}` },
      }));
    await queue(store, rows, house.now());
    house.wake();
  }

  return { startsElsewhere, start, climb, note, alerted, tellCoordinators };
}

export type Ladder = ReturnType<typeof createLadder>;

/** Whom a row for a function's channel or mailbox is addressed to; no person's id can look like it. */
export const rungKey = (association: string, rung: 'channel' | 'mail', functionId: string): string =>
  `${association}/${rung}:${functionId}`;

/** The function a row is addressed to, and by which rung; undefined when it is a person's. */
export function functionAt(to: string): { rung: 'channel' | 'mail'; functionId: string } | undefined {
  const found = /^[^/]*\/(channel|mail):(.+)$/.exec(to);
  return found ? { rung: found[1] as 'channel' | 'mail', functionId: found[2]! } : undefined;
}
