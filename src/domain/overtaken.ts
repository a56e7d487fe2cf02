import { type Consultation, type Instant, isOpenLeg, legOf } from './consultation.ts';
import type { News } from './notices.ts';
import { hasVoted } from './votes.ts';

/**
 * Whether what the clock did at `since`, and somebody who did not work then is to hear now, is still so: what has been
 * overtaken is not told, their card shows how things stand. An unknown `since` ('') is any time.
 */
export function stillStands(
  consultation: Consultation,
  { kind, agency }: News,
  reader: string,
  since: Instant | '',
): boolean {
  const { is, times, meeting, filed, filingAskedAt, queue } = consultation;
  const leg = agency === undefined ? undefined : legOf(consultation, agency);
  const same = (at: Instant) => since === '' || at === since;
  switch (kind) {
    case 'offer':
      return leg !== undefined && isOpenLeg(leg) && leg.asked === reader;
    case 'nobody':
    case 'with-coordinator':
      return leg?.is === 'with-coordinator';
    case 'advice-late':
      return leg?.is === 'accepted';
    // Another round, or the reader's own vote, has come since.
    case 'times':
    case 'place-offered':
      return is === 'scheduling' && times !== undefined && same(times.openedAt) && !hasVoted(times, reader);
    case 'no-times':
    case 'no-match':
      return is === 'ready' && same(consultation.since);
    case 'queued':
    case 'place-lapsed':
      return is === 'ready' && queue !== undefined;
    case 'booked':
      return is === 'booked' && meeting?.over === false && same(consultation.since);
    case 'meeting-over':
      return is === 'booked' && meeting?.over === true;
    case 'file-asked':
      return is === 'closed' && filed === undefined && filingAskedAt !== undefined;
    default:
      return true;
  }
}
