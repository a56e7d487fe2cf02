import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/cards/frame.ts';
import type { LogRow } from '../../src/cards/logCard.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import { consultationBody, exportFile } from '../../src/links/consultationFile.ts';
import { aFullConsultation, aLeg, monday } from '../store/builders.ts';
import { klaralvdalen, personNamed } from '../support/cases.ts';
import fc from '../support/property.ts';

const frame = (reader: string): Frame => ({
  association: klaralvdalen,
  reader: personNamed(klaralvdalen, reader),
  language: 'sv',
  now: monday,
});

/** Owned by Maria, answered by Eva; Lars had a conflict of interest and Omar no time. */
const whole = (): Consultation => {
  const full = aFullConsultation();
  const at = '2026-09-07T08:00:00.000Z';
  const decline = { at, text: '', suggest: undefined };
  return {
    ...full,
    owner: 'cw-maria',
    joined: ['co-karin'],
    legs: [
      aLeg({
        agency: 'fk',
        is: 'advised',
        holder: 'fk-eva',
        barred: ['fk-lars'],
        declines: [
          { ...decline, by: 'fk-lars', reason: 'conflict' },
          { ...decline, by: 'af-omar', reason: 'no-time', text: 'Hinner inte' },
        ],
        advice: [{ by: 'f-12345678', at, text: 'Sök samordning' }],
      }),
    ],
    meeting: { ...full.meeting!, participants: { kommun: 'cw-maria', fk: 'fk-eva' } },
  };
};

const row = (but: Partial<LogRow>): LogRow => ({
  position: 1,
  consultation: 'c-1',
  at: '2026-09-07T08:00:00.000Z',
  actor: 'fk-lars',
  kind: 'change',
  verb: 'respond.decline',
  detail: {},
  ...but,
});

describe('the file', () => {
  it('holds the checksum of its body as it stands, whatever the body holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (body) => {
        const text = exportFile('samrad-own-1', body);
        const read = JSON.parse(text) as { format: string; sha256: string; body: unknown };
        const again = JSON.stringify(read.body, null, 2);
        expect(createHash('sha256').update(again).digest('hex')).toBe(read.sha256);
        expect(text).toContain(`"body": ${again}\n}\n`);
        expect(read.format).toBe('samrad-own-1');
      }),
    );
  });
});

describe('a consultation as a file', () => {
  it('names people, not ids, and whoever was made anonymous as such', () => {
    const text = JSON.stringify(consultationBody(frame('cw-maria'), whole(), []));
    for (const { id } of klaralvdalen.people) expect(text).not.toContain(`"${id}"`);
    for (const name of ['Maria Lund', 'Eva Dahl', 'Omar Aziz']) expect(text).toContain(name);
    expect(text).toContain('"by":"anonymiserad användare"');
    expect(text).not.toContain('f-12345678');
  });

  it('holds what was said, the advice, the outcome and the follow-ups', () => {
    const text = JSON.stringify(consultationBody(frame('cw-maria'), whole(), []));
    for (const said of [
      'Vilken väg vidare finns?',
      'Begränsningar och kapacitet',
      'Hinner inte',
      'Sök samordning',
      'Boka avstämningsmöte',
      'internship',
      'krock',
    ])
      expect(text).toContain(said);
  });

  it('tells nobody who had a conflict of interest, nor gives the link to the meeting, in the log either', () => {
    const log = [
      row({
        detail: { reason: 'conflict', events: [{ is: 'declined', by: 'fk-lars', reason: 'conflict' }] },
      }),
      row({ position: 2, actor: 'af-omar', detail: { reason: 'no-time' } }),
    ];
    const body = consultationBody(frame('cw-maria'), whole(), log) as {
      log: { who: string; what: string }[];
    };
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/conflict|barred|moten\.invalid/);
    expect(text.match(/passed-on/g)).toHaveLength(1);
    expect(body.log.map(({ who, what }) => `${who} ${what}`)).toEqual([
      'Lars Wik (Försäkringskassan) lämnade frågan vidare',
      'Omar Aziz (Arbetsförmedlingen) avböjde',
    ]);
  });

  it('keeps gender to the owner: it is for statistics, and no recipient sees it', () => {
    expect(JSON.stringify(consultationBody(frame('cw-maria'), whole(), []))).toContain('"gender"');
    expect(JSON.stringify(consultationBody(frame('co-karin'), whole(), []))).not.toContain('"gender"');
  });
});
