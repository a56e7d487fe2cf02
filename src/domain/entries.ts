import type { Consultation } from './consultation.ts';

/** How a person gets the entry of a meeting: in their Outlook calendar, by mail, or as a link they press themselves. */
export type EntryForm = 'event' | 'mail' | 'link';

/** What one person's entry says: the meeting stands, or it does not any more (RFC 5546). */
export type EntryMethod = 'REQUEST' | 'CANCEL';

/**
 * What a person was last told. `said` is `saidBy` of then. `sending`: it may have arrived or not, and is sent once more;
 * `unsure`: likewise, and it is not; `stale`: it has not, but something before it may have; `failed`: nothing has.
 */
export type Told = {
  uid: string;
  sequence: number;
  method: EntryMethod;
  said: string;
  is: 'sending' | 'sent' | 'unsure' | 'stale' | 'failed';
};

/** Nothing that is sent again will help: what is left is the link. */
export const hasFailed = ({ is }: Told): boolean => is === 'stale' || is === 'failed';

/** How it stands with somebody whom the last word could not reach, by how it stood before. */
export const afterFailure = (before: Told | undefined, uid: string): Told['is'] =>
  before === undefined || before.uid !== uid || before.is === 'failed' ? 'failed' : 'stale';

/** Whether the meeting stands and this person is expected; otherwise their entry is a cancellation. */
export const expects = ({ meeting }: Consultation, person: string): boolean =>
  Object.values(meeting?.participants ?? {}).includes(person);

/** A meeting whose time has passed was held or missed; it is not put into anybody's calendar, nor taken out. */
const isPast = ({ calendar }: Consultation, now: Date): boolean =>
  calendar !== undefined && calendar.end <= now.toISOString();

/** All that a person's entry tells of the meeting, besides its number: when this stays, there is nothing to tell. */
export const saidBy = ({ calendar, meeting }: Consultation): string =>
  `${calendar?.start} ${calendar?.end} ${meeting?.link ?? ''}`;

/**
 * What a person's entry has to say now that they have not been told; undefined when nothing. Drawn from how things stand,
 * so what has been overtaken is never told, and who was never told of a meeting does not hear that it is off.
 */
export function entryDue(
  consultation: Consultation,
  person: string,
  told: Told | undefined,
  now: Date,
): EntryMethod | undefined {
  const { calendar } = consultation;
  if (!calendar || isPast(consultation, now)) return undefined;
  const known = told?.uid === calendar.uid ? told : undefined;
  const isKnown = known?.is === 'sent' || known?.is === 'unsure';
  if (expects(consultation, person))
    return isKnown && known?.method === 'REQUEST' && known.said === saidBy(consultation)
      ? undefined
      : 'REQUEST';
  if (!known || (isKnown && known.method === 'CANCEL')) return undefined;
  return known.is === 'failed' ? undefined : 'CANCEL';
}

/** Whose entry a change may have altered: those expected before or after, where anything of it has. */
export function entriesChanged(before: Consultation | undefined, after: Consultation): readonly string[] {
  const had = Object.values(before?.meeting?.participants ?? {});
  const has = Object.values(after.meeting?.participants ?? {});
  const all = [...new Set([...had, ...has])];
  const isSame =
    before?.calendar?.uid === after.calendar?.uid &&
    before !== undefined &&
    saidBy(before) === saidBy(after) &&
    (before.meeting === undefined) === (after.meeting === undefined);
  return after.calendar === undefined
    ? []
    : all.filter((person) => !isSame || had.includes(person) !== has.includes(person));
}

/** Whether the link to their own entry is of any use to this person: they have, or had, the meeting in their calendar. */
export function concernsEntry(consultation: Consultation, person: string, now: Date): boolean {
  const stands = ['requested', 'ready', 'scheduling', 'booked', 'withdrawn', 'cancelled'];
  const past = isPast(consultation, now) && consultation.is !== 'booked';
  return (
    stands.includes(consultation.is) && !past && consultation.calendar?.invited.includes(person) === true
  );
}

/** How a person gets, has got, or has been told to let go of the entry. */
export type EntryNote = { form: Exclude<EntryForm, 'link'>; is: 'coming' | 'sent' | 'cancelled' };

/** What a reader's card says of how they get the entry; undefined where there is nothing to say. */
export function entryNote(
  consultation: Consultation,
  person: string,
  form: Exclude<EntryForm, 'link'>,
  told: Told | undefined,
  now: Date,
): EntryNote | undefined {
  if (!concernsEntry(consultation, person, now) || isPast(consultation, now)) return undefined;
  const due = entryDue(consultation, person, told, now);
  if (expects(consultation, person)) return { form, is: due === undefined ? 'sent' : 'coming' };
  return told?.uid === consultation.calendar?.uid ? { form, is: 'cancelled' } : undefined;
}
