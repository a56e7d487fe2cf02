import { close } from '../../src/domain/life/meeting.ts';
import { aDraft, type Case, does, falls, klaralvdalen, later, personNamed, skargarden } from './cases.ts';

/** The states of product §3; `asked` is `requested` before the first answer, `places` scheduling in a shared session. */
export const columns = [
  'draft',
  'asked',
  'requested',
  'ready',
  'voting',
  'places',
  'booked',
  'held',
  'advised',
  'recorded',
  'closed',
  'withdrawn',
  'cancelled',
] as const;
export type Column = (typeof columns)[number];

/** One of each kind of person, in Skärgården; the ones the first answers make are missing in `asked`. */
export const cast = {
  owner: 'cw-vera',
  coordinator: 'co-gun',
  candidate: 'ame-samir',
  seat: 'fk-ylva',
  adviser: 'psyk-petra',
  colleague: 'fk-linnea',
  'previous-owner': 'cw-tove',
  'not-asked': 'ber-olle',
  caseworker: 'cw-ida',
  observer: 'ob-ulf',
  barred: 'fk-hassan',
  stranger: 'cw-maria',
} as const;
export type Part = keyof typeof cast;

/** Who plays a part in a column. `places` has another adviser: only these agencies share a session. */
export function playing(column: Column, part: Part) {
  const missing = { draft: ['previous-owner'], asked: ['seat', 'adviser', 'colleague'] }[column as string];
  if (missing?.includes(part)) return undefined;
  if (part === 'stranger') return personNamed(klaralvdalen, cast.stranger);
  const here = (id: string) => personNamed(skargarden, id);
  if (column === 'draft' && part === 'owner') return here(cast['previous-owner']);
  if (column === 'places' && part === 'adviser') return here(cast['not-asked']);
  if (column === 'places' && part === 'not-asked') return here(cast.adviser);
  return here(cast[part]);
}

const begun = (agencies: readonly string[]): Case =>
  aDraft(
    { municipality: 'vallsund', agencies: [...agencies, 'arbetsmarknad'] },
    { association: skargarden, owner: 'cw-tove' },
  );

/** Sent; the first person of FK has a conflict of interest. The optional leg stays open as long as legs do. */
const asked = (...agencies: string[]): Case =>
  does(does(begun(agencies), 'cw-tove', 'request.send'), 'fk-hassan', 'respond.decline', {
    reason: 'conflict',
  });

const requested = (): Case =>
  does(does(asked('fk', 'af', 'psykiatri'), 'fk-ylva', 'respond.accept'), 'psyk-petra', 'respond.advise');

const voting = (): Case => does(requested(), 'af-moa', 'respond.accept');

const booked = (): Case => {
  const at = does(voting(), 'cw-tove', 'schedule.book');
  return later(at, at.consultation.meeting!.start);
};

const held = (): Case => does(booked(), 'cw-tove', 'meeting.held');

/** FK is gone on without and asked again, so its seat is optional; the required ones have advised. */
const advised = (): Case => {
  let at = asked('fk', 'af', 'psykiatri');
  at = does(at, 'cw-tove', 'leg.drop', { agency: 'fk' });
  at = does(at, 'cw-tove', 'leg.add', { agency: 'fk' });
  at = does(at, 'fk-ylva', 'respond.accept');
  return does(does(at, 'af-moa', 'respond.advise'), 'psyk-petra', 'respond.advise');
};

const recorded = (): Case => does(held(), 'cw-tove', 'outcome.record');

const handed = (at: Case): Case => does(at, 'cw-tove', 'consultation.handover', { to: 'cw-vera' });

/** A consultation really brought into a state, the owner a moment ago changed from `cw-tove` to `cw-vera`. */
export const brought: Readonly<Record<Column, () => Case>> = {
  draft: () => begun(['fk', 'af', 'psykiatri']),
  asked: () => handed(asked('fk', 'af', 'psykiatri')),
  requested: () => handed(requested()),
  ready: () => handed(does(voting(), 'cw-tove', 'schedule.cancel')),
  voting: () => handed(voting()),
  places: () =>
    handed(does(does(asked('fk', 'beroende'), 'ber-olle', 'respond.advise'), 'fk-ylva', 'respond.accept')),
  booked: () => handed(booked()),
  held: () => handed(held()),
  advised: () => handed(advised()),
  recorded: () => handed(recorded()),
  closed: () => handed(falls(later(recorded(), 15 * 24), close)),
  withdrawn: () => does(handed(requested()), 'cw-vera', 'request.withdraw'),
  cancelled: () => does(handed(requested()), 'co-gun', 'request.withdraw'),
};
