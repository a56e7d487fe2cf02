import { type Frame, span } from './cards/frame.ts';
import { personOf } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import {
  afterFailure,
  type EntryForm,
  type EntryMethod,
  entryDue,
  saidBy,
  type Told,
} from './domain/entries.ts';
import { writeCalendar } from './domain/icalendar.ts';
import { entryOf } from './entry.ts';
import { languageFor } from './features/language.ts';
import { personKey } from './features/perform.ts';
import type { House } from './features/turn.ts';
import type { Ladder } from './ladder.ts';
import type { Letter, Mailer } from './mail/mailer.ts';
import { TELL_AFTER } from './mailDelivery.ts';
import type { Outlet } from './outlet.ts';
import { findById } from './store/consultations.ts';
import { entriesOf, type KeptEntry, keepEntry } from './store/entries.ts';
import { type Claimed, type Delivery, queue } from './store/outbox.ts';
import { reachTexts } from './texts/reach.ts';
import type { Hold } from './worker.ts';

const nothingToDo: Delivery = { is: 'sent', activityId: undefined };

type Read = { frame: Frame; consultation: Consultation; told: KeptEntry | undefined };

/**
 * Delivers the rows that put a meeting into somebody's calendar. What is sent is how the meeting stands now: a change that
 * has been overtaken is never told, and telling the same again is known by the UID, the SEQUENCE and the Message-ID.
 */
export function createEntryDelivery(
  house: House,
  { mailer, outlet, ladder }: { mailer: Mailer | undefined; outlet: Outlet; ladder: Ladder },
) {
  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    const read = await readIn(row);
    if (!read) return nothingToDo;
    const { frame, consultation, told } = read;
    const method = entryDue(consultation, frame.reader.id, told, house.now());
    if (method === undefined) return nothingToDo;
    return byMail(row, read, method, hold);
  };

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
  ): Promise<Delivery> {
    const { frame, consultation } = read;
    await keep(read, method, form, afterFailure(read.told, consultation.calendar!.uid));
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
  ): Promise<void> {
    const { uid, sequence } = consultation.calendar!;
    const whose = { consultation: consultation.id, person: frame.reader.id };
    const told = { form, uid, sequence, method, said: saidBy(consultation), is };
    await keepEntry(house.store, whose, told, house.now().toISOString());
  }

  /** Reference, time and the rules of the meeting; nothing of the case and nobody's name. */
  function letterOf({ frame, consultation }: Read, method: EntryMethod, to: string): Letter {
    const { association, reader } = frame;
    const { calendar, reference } = consultation;
    const t = reachTexts[frame.language].entry;
    const settings = { mailFrom: house.mailFrom, now: new Date(house.realNow()) };
    const entry = entryOf(association, consultation, reader, settings);
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
      at: settings.now,
      calendar: { method, content: writeCalendar(entry) },
    };
  }
}
