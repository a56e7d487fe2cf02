import { type Frame, span } from './cards/frame.ts';
import { personOf } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import {
  afterFailure,
  type EntryForm,
  type EntryMethod,
  entryDue,
  hasFailed,
  saidBy,
  type Told,
} from './domain/entries.ts';
import { writeCalendar } from './domain/icalendar.ts';
import { entryOf } from './entry.ts';
import { personKey } from './features/keys.ts';
import { languageFor } from './features/language.ts';
import type { House } from './features/turn.ts';
import type { EventResult, Events } from './graph/events.ts';
import type { Ladder } from './ladder.ts';
import type { Letter, Mailer } from './mail/mailer.ts';
import { TELL_AFTER } from './mailDelivery.ts';
import type { Outlet } from './outlet.ts';
import { findById } from './store/consultations.ts';
import { entriesOf, type KeptEntry, keepEntry } from './store/entries.ts';
import { type Claimed, type Delivery, queue } from './store/outbox.ts';
import type { SendResult } from './teams/sender.ts';
import { reachTexts } from './texts/reach.ts';
import type { Hold } from './worker.ts';

const nothingToDo: Delivery = { is: 'sent', activityId: undefined };

/** The `transactionId` an event is asked for with, and its id once known. */
type Attempt = { attempt: string; event: string | undefined };

type Read = { frame: Frame; consultation: Consultation; told: KeptEntry | undefined };

/**
 * Delivers the rows that put a meeting into somebody's calendar. What is sent is how the meeting stands now: a change that
 * has been overtaken is never told, and telling the same again is known by the UID, the SEQUENCE and the Message-ID.
 */
export function createEntryDelivery(
  house: House,
  {
    mailer,
    events,
    outlet,
    ladder,
  }: { mailer: Mailer | undefined; events: Events | undefined; outlet: Outlet; ladder: Ladder },
) {
  const stamp = () => ({ mailFrom: house.mailFrom, now: new Date(house.realNow()) });

  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    const read = await readIn(row);
    if (!read) return nothingToDo;
    const { frame, consultation, told } = read;
    const method = entryDue(consultation, frame.reader.id, told, house.now());
    if (method === undefined) return nothingToDo;
    const form = formOf(read);
    if (form === 'event') return byEvent(row, read, method, hold);
    return form === 'mail' ? byMail(row, read, method, hold) : nothingToDo;
  };

  /** As before, so that one meeting is one entry in their calendar; what has failed is tried in the first form again. */
  function formOf({ frame: { reader }, consultation, told }: Read): EntryForm {
    const now = house.entryForm(reader);
    const isKnown = told?.uid === consultation.calendar?.uid && told !== undefined && !hasFailed(told);
    return isKnown && now !== 'link' && (events || told.form === 'mail') ? told.form : now;
  }

  /** Into the calendar itself. Whoever cannot be reached so, and has no event yet, is written to. */
  async function byEvent(row: Claimed, read: Read, method: EntryMethod, hold: Hold): Promise<Delivery> {
    const { frame, consultation, told } = read;
    const known = told?.uid === consultation.calendar?.uid && told?.form === 'event' ? told : undefined;
    const asked = known?.attempt !== undefined;
    const at: Attempt = { attempt: known?.attempt ?? house.newId(), event: known?.event };
    if (method === 'CANCEL' && !asked && at.event === undefined) return nothingToDo;
    // Kept before: the same try again is known by it, and whoever may have an event can be rid of it.
    await keep(read, method, 'event', 'sending', at);
    const result = await outlet.askNow(hold, () => settle(read, method, at, asked));
    if (result.is === 'sent')
      await keep(read, method, 'event', 'sent', method === 'REQUEST' ? at : undefined);
    const follows = await outlet.after(row, result, undefined, (reason) =>
      mailer && frame.reader.mail && at.event === undefined
        ? byMail(row, read, method, hold)
        : refused(row, read, method, 'event', reason, at),
    );
    if (follows.is === 'later' && row.attempts >= TELL_AFTER)
      await ladder.tellCoordinators(row, frame, consultation);
    return follows;
  }

  /** Makes the person's event what it should be now, step by step; each can be asked for again without doing it twice. */
  async function settle(read: Read, method: EntryMethod, at: Attempt, asked: boolean): Promise<SendResult> {
    const { association, reader } = read.frame;
    const entry = entryOf(association, read.consultation, reader, stamp());
    const isNew = at.event === undefined;
    if (isNew) {
      const made = await events!.create(reader, entry, at.attempt);
      if (made.is !== 'sent') return sendResult(made);
      at.event = made.event;
      await keep(read, method, 'event', 'sending', at);
    }
    // What an earlier try made says what was true then.
    if (method === 'REQUEST' && isNew && !asked) return { is: 'sent', activityId: at.event };
    const done =
      method === 'REQUEST' ? await events!.update(at.event!, entry) : await events!.remove(at.event!);
    if (done.is !== 'gone') return sendResult(done);
    // Somebody has taken it out by hand: the next try makes another.
    Object.assign(at, { attempt: house.newId(), event: undefined });
    await keep(read, method, 'event', 'sending', at);
    return { is: 'again' };
  }

  async function readIn(row: Claimed): Promise<Read | undefined> {
    const association = house.associations.find(({ id }) => row.to.startsWith(`${id}/`));
    const reader = association && personOf(association, String(row.payload.person));
    const consultation = await findById(house.store, String(row.payload.consultation));
    if (!association || !reader || !consultation) return undefined;
    const language = await languageFor(house, association, reader);
    const told = (await entriesOf(house.store, consultation.id)).get(reader.id);
    return { frame: { association, reader, language, now: house.now() }, consultation, told };
  }

  async function byMail(row: Claimed, read: Read, method: EntryMethod, hold: Hold): Promise<Delivery> {
    const { frame, consultation } = read;
    const to = frame.reader.mail;
    if (!mailer || !to) return refused(row, read, method, 'mail', 'no-mail');
    // Kept before: whoever may have been told that it stands must hear that it does not.
    await keep(read, method, 'mail', 'sending');
    const letter = letterOf(read, method, to);
    const result = await outlet.askNow(hold, () => mailer.mail(letter));
    if (result.is === 'sent') await keep(read, method, 'mail', 'sent');
    const follows = await outlet.after(row, result, undefined, (reason) =>
      refused(row, read, method, 'mail', reason),
    );
    if (follows.is === 'unknown') await keep(read, method, 'mail', 'unsure');
    if (follows.is === 'unknown' || (follows.is === 'later' && row.attempts >= TELL_AFTER))
      await ladder.tellCoordinators(row, frame, consultation);
    return follows;
  }

  /** Nothing that is sent again will help: the card now has the link, and the coordinator knows. */
  async function refused(
    row: Claimed,
    read: Read,
    method: EntryMethod,
    form: EntryForm,
    reason: string,
    at?: Attempt,
  ): Promise<Delivery> {
    const { frame, consultation } = read;
    await keep(read, method, form, afterFailure(read.told, consultation.calendar!.uid), at);
    const to = personKey(frame.association, frame.reader.id);
    const payload = { consultation: consultation.id };
    await queue(house.store, [{ key: `${row.key}:link`, to, kind: 'refresh', payload }], house.now());
    return ladder.alerted(row, frame, consultation, reason);
  }

  async function keep(
    { frame, consultation }: Read,
    method: EntryMethod,
    form: EntryForm,
    is: Told['is'],
    at: Partial<Attempt> = {},
  ): Promise<void> {
    const { uid, sequence } = consultation.calendar!;
    const whose = { consultation: consultation.id, person: frame.reader.id };
    const told = { form, uid, sequence, method, said: saidBy(consultation), is, ...at };
    await keepEntry(house.store, whose, told, house.now().toISOString());
  }

  /** Reference, time and the rules of the meeting; nothing of the case and nobody's name. */
  function letterOf({ frame, consultation }: Read, method: EntryMethod, to: string): Letter {
    const { association, reader } = frame;
    const { calendar, reference } = consultation;
    const t = reachTexts[frame.language].entry;
    const entry = entryOf(association, consultation, reader, stamp());
    return {
      to,
      subject: entry.summary,
      text: t.text({
        reference,
        when: span(frame, calendar!.start, calendar!.end),
        stands: method === 'REQUEST',
        link: entry.url ?? '',
        rules: entry.description ?? '',
      }),
      id: house.idFrom(`${calendar!.uid} ${reader.id} ${calendar!.sequence} ${method}`),
      at: entry.stamp,
      calendar: { method, content: writeCalendar(entry) },
    };
  }
}

/** No mailbox to put it in is no better than a plain no: nothing that is asked again will help. */
function sendResult(result: EventResult): SendResult {
  if (result.is === 'sent') return { is: 'sent', activityId: result.event };
  if (result.is === 'gone') return { is: 'refused', status: 404, reason: 'bad' };
  return result.is === 'refused' ? { ...result, reason: 'bad' } : result;
}
