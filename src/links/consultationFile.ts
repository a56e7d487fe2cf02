import { createHash } from 'node:crypto';
import { agencyName, type Frame, functionName, personName, sight } from '../cards/frame.ts';
import { type LogRow, whatWasDone, whoDid } from '../cards/logCard.ts';
import { isAlias } from '../domain/anonymous.ts';
import type { Consultation, Leg } from '../domain/consultation.ts';
import { recordTexts } from '../texts/records.ts';

/**
 * A file for keeping: what it holds, and the SHA-256 (hex) of the UTF-8 bytes of `body` as it stands in the file, which
 * is also what `JSON.stringify(body, null, 2)` gives again.
 */
export function exportFile(format: string, body: unknown): string {
  const text = JSON.stringify(body, null, 2);
  const checksum = createHash('sha256').update(text).digest('hex');
  return `{\n"format": ${JSON.stringify(format)},\n"sha256": "${checksum}",\n"body": ${text}\n}\n`;
}

/** The whole of a consultation as this reader may see it, people by name, and its log. */
export function consultationBody(frame: Frame, consultation: Consultation, log: readonly LogRow[]): unknown {
  const { reference, is, roundOfCase, createdAt, sentAt, recordedAt, closedAt, request } = consultation;
  const owner = sight(frame, consultation).relations.has('owner');
  const { version: _version, additions, gender, ...asked } = request;
  return {
    association: frame.association.name,
    exportedAt: frame.now.toISOString(),
    exportedBy: frame.reader.name,
    consultation: {
      reference,
      state: is,
      round: roundOfCase,
      owner: name(frame, consultation.owner),
      createdAt,
      sentAt,
      recordedAt,
      closedAt,
      request: {
        ...asked,
        ...(owner ? { gender } : {}),
        additions: additions.map((one) => ({ ...one, by: name(frame, one.by) })),
      },
      agencies: consultation.legs.map((leg) => legBody(frame, leg)),
      times: timesBody(frame, consultation),
      meeting: meetingBody(frame, consultation),
      outcomes: consultation.outcomes.map((one) => ({ ...one, by: name(frame, one.by) })),
      followUps: consultation.followUps,
      reasons: consultation.reasons.map((one) => ({ ...one, by: name(frame, one.by) })),
    },
    log: log.map((row) => ({
      at: row.at,
      who: whoDid(frame, row.actor),
      what: whatWasDone(frame, row),
      verb: row.verb,
    })),
  };
}

/** A conflict of interest, and that somebody recognised the person, stay between them and the rules. */
function legBody(frame: Frame, leg: Leg): unknown {
  return {
    agency: agencyName(frame, leg.agency),
    state: leg.is,
    required: leg.required,
    function: functionName(frame, leg.function),
    asked: name(frame, leg.asked),
    answeredBy: name(frame, leg.holder),
    askedAt: leg.askedAt,
    dueAt: leg.dueAt,
    declines: leg.declines.map(({ by, at, reason, text, suggest }) =>
      reason === 'conflict' || reason === 'recognised'
        ? { at, reason: 'passed-on' }
        : { at, by: name(frame, by), reason, text, suggest },
    ),
    clarifications: leg.clarifications.map((one) => ({ ...one, by: name(frame, one.by) })),
    advice: leg.advice.map((one) => ({ ...one, by: name(frame, one.by) })),
  };
}

function timesBody(frame: Frame, { times }: Consultation): unknown {
  if (!times) return undefined;
  const { number, kind, openedAt, dueAt, slots, votes } = times;
  return {
    number,
    kind,
    openedAt,
    dueAt,
    slots: slots.map(({ id, start, end }) => ({ id, start, end })),
    votes: Object.entries(votes).map(([voter, said]) => ({ by: name(frame, voter), said })),
  };
}

/** The link to the meeting is its participants' alone, and of no use afterwards. */
function meetingBody(frame: Frame, { meeting, firstHeldAt }: Consultation): unknown {
  if (!meeting) return undefined;
  const { start, end, participants, present } = meeting;
  const people = Object.entries(participants).map(([agency, person]) => ({
    agency: agencyName(frame, agency),
    person: name(frame, person),
  }));
  return { start, end, participants: people, present, firstHeldAt };
}

function name(frame: Frame, person: string | undefined): string | undefined {
  if (person === undefined) return undefined;
  if (personName(frame, person) !== '') return personName(frame, person);
  return isAlias(person) ? recordTexts[frame.language].anonymous : person;
}
