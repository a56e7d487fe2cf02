import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import { duesOf } from '../../src/domain/dues.ts';
import { close } from '../../src/domain/life/meeting.ts';
import { askToFile, dispose } from '../../src/domain/life/retention.ts';
import { textsOf } from '../../src/domain/retention.ts';
import { type Verb, verbs } from '../../src/domain/transitions.ts';
import {
  aDraft,
  allAccepted,
  type Case,
  clock,
  does,
  falls,
  later,
  news,
  nextDue,
  refused,
  sent,
  skargarden,
  tries,
} from '../support/cases.ts';
import { brought } from '../support/everyState.ts';
import fc from '../support/property.ts';

const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
const held = does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held');
const recorded = does(held, 'fk-eva', 'outcome.record');
const closes = duesOf(recorded.association, recorded.consultation)[0]!.dueAt;
const closed = falls(later(recorded, closes), close);
const filed = does(closed, 'cw-maria', 'outcome.file');

/** What becomes of the consultation, beside what is said about its follow-ups. */
const dueOf = (at: Case) =>
  duesOf(at.association, at.consultation)
    .filter(({ kind }) => kind !== 'prompt')
    .map(({ kind, dueAt }) => [kind, dueAt]);
const daysAfter = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();
const goes = ({ association, consultation }: Case) =>
  daysAfter(consultation.closedAt!, association.retention.contentDaysAfterClosure);
const disposed = (at: Case) => falls(later(at, goes(at)), dispose);
const withReason = (at: Case, text: string): Case => ({
  ...at,
  consultation: {
    ...at.consultation,
    reasons: [
      ...at.consultation.reasons,
      { at: at.now.toISOString(), by: 'co-karin', verb: 'retention.hold', text },
    ],
  },
});

describe('what an ended consultation waits for', () => {
  it('asks for the filing on day 60 and every 30 days after, and disposes of nothing before', () => {
    expect(dueOf(closed)).toEqual([['file-ask', daysAfter(closes, 60)]]);
    const asked = nextDue(later(closed, daysAfter(closes, 60)), ['file-ask'])!;
    expect(news(closed, asked, clock.id)).toEqual({ 'cw-maria': ['file-asked'], 'co-karin': ['file-asked'] });
    expect(dueOf(asked)).toEqual([['file-ask', daysAfter(closes, 90)]]);
    // After a standstill it is asked once, and the next time counts from then.
    const late = falls(later(closed, daysAfter(closes, 200)), askToFile);
    expect(dueOf(late)).toEqual([['file-ask', daysAfter(closes, 230)]]);
    expect(dueOf(does(late, 'cw-maria', 'outcome.file'))).toEqual([['dispose', daysAfter(closes, 90)]]);
  });

  it('loses its content on day 90, filed before closing or after', () => {
    expect(dueOf(filed)).toEqual([['dispose', daysAfter(closes, 90)]]);
    const early = falls(later(does(recorded, 'cw-maria', 'outcome.file'), closes), close);
    expect(dueOf(early)).toEqual([['dispose', daysAfter(closes, 90)]]);
  });

  it('has nothing to file when it was withdrawn or cancelled, and is counted when its content goes', () => {
    for (const column of ['withdrawn', 'cancelled'] as const) {
      const at = brought[column]();
      expect(dueOf(at)).toEqual([['dispose', goes(at)]]);
      const gone = disposed(at);
      expect(dueOf(gone)).toEqual([['count', gone.now.toISOString()]]);
      expect(refused(at, at.consultation.owner, 'outcome.file')).toBe('not-now');
    }
  });

  it('is counted when the last follow-up is given, or 30 days after its day', () => {
    const gone = disposed(filed);
    // 6 months after 10 September, and 30 days more.
    expect(dueOf(gone)).toEqual([['count', '2027-04-08T23:00:00.000Z']]);
    const given = [1, 2, 3].reduce((at) => does(at, 'cw-maria', 'followup.record'), gone);
    expect(dueOf(given)).toEqual([['count', gone.now.toISOString()]]);
    const wrong = does(held, 'fk-eva', 'outcome.record', { outcome: { result: 'wrong-question' } });
    const over = disposed(does(falls(later(wrong, closes), close), 'cw-maria', 'outcome.file'));
    expect(dueOf(over)).toEqual([['count', over.now.toISOString()]]);
  });

  it('waits while it is held, and goes on at once when it is released', () => {
    const hold = does(filed, 'co-karin', 'retention.hold');
    expect(news(filed, hold, 'co-karin')).toEqual({ 'cw-maria': ['hold'] });
    expect(dueOf(hold)).toEqual([]);
    expect(refused(hold, 'co-karin', 'retention.hold')).toBe('already-on-hold');
    expect(refused(filed, 'co-karin', 'retention.release')).toBe('not-on-hold');
    expect(dueOf(does(hold, 'co-karin', 'retention.release'))).toEqual(dueOf(filed));
    // What is held must be filed all the same.
    expect(dueOf(does(closed, 'co-karin', 'retention.hold'))).toEqual(dueOf(closed));
  });

  it('takes out what was written after its content went', () => {
    const again = withReason(disposed(filed), 'Ett ord till.');
    expect(dueOf(again).map(([kind]) => kind)).toEqual(['dispose']);
    expect(textsOf(falls(again, dispose).consultation).filter(Boolean)).toEqual([]);
  });
});

describe('the tick that the outcome is filed', () => {
  it('is given once, and taken back by another outcome and another round', () => {
    expect(refused(filed, 'cw-maria', 'outcome.file')).toBe('already-filed');
    const corrected = does(does(recorded, 'cw-maria', 'outcome.file'), 'fk-eva', 'outcome.record');
    expect(corrected.consultation.filed).toBeUndefined();
    const reopened = does(filed, 'cw-maria', 'consultation.reopen');
    expect(reopened.consultation).toMatchObject({ filed: undefined, closedAt: undefined, is: 'requested' });
    expect(textsOf(reopened.consultation)).toEqual(textsOf(filed.consultation));
  });

  it('on a card drawn before the outcome was corrected is stale', () => {
    const corrected = does(recorded, 'fk-eva', 'outcome.record');
    expect(refused(corrected, 'cw-maria', 'outcome.file', { version: 1 })).toBe('stale');
    expect(refused(corrected, 'cw-maria', 'outcome.file', { version: 2 })).toBeUndefined();
  });
});

describe('what is left', () => {
  it('may not be opened again', () => {
    expect(refused(disposed(filed), 'cw-maria', 'consultation.reopen')).toBe('disposed');
  });

  it('may still be followed up and handed over', () => {
    const gone = disposed(filed);
    expect(refused(gone, 'cw-maria', 'followup.record')).toBeUndefined();
    expect(refused(gone, 'cw-maria', 'consultation.handover', { to: 'cw-vera' })).toBeUndefined();
  });
});

/** Every text in a document that holds the mark of something written. */
function marked(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('ord-') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(marked);
}

/** Some life in which every text that can be written is `ord-` and a number. */
const lives = fc
  .record({
    from: fc.constantFrom('fk,af,psykiatri', 'fk,primarvard', 'primarvard'),
    moves: fc.array(
      fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(40), agency: fc.nat(6), along: fc.boolean() }),
      { minLength: 5, maxLength: 90 },
    ),
  })
  .map(({ from, moves }): Case => {
    const agencies = from.split(',');
    let count = 0;
    const word = () => {
      count += 1;
      return `ord-${count}`;
    };
    const request = { question: word(), background: word(), strength: word(), agencies };
    let at = aDraft(request);
    for (const { verb, who, agency, along } of moves) {
      const { is, owner, legs, meeting } = at.consultation;
      const near = [owner, 'co-karin', ...legs.flatMap((leg) => leg.holder ?? leg.asked ?? [])];
      const usual: Partial<Record<Consultation['is'], Verb>> = {
        draft: 'request.send',
        ready: 'schedule.suggest',
        scheduling: 'schedule.book',
        booked: 'meeting.held',
        held: 'outcome.record',
        advised: 'outcome.record',
      };
      const open = legs.find((leg) => leg.is === 'offered' && leg.asked !== undefined);
      const [actor, does_] =
        along && is === 'requested' && open
          ? [open.asked!, 'respond.accept' as const]
          : along && usual[is]
            ? [owner, usual[is]]
            : [near[who % near.length]!, verb];
      if (is === 'booked' && meeting) at = later(at, meeting.start);
      const texts = { nextStep: word(), obstacleText: word(), learning: word() };
      const own = at.association.people.find(({ id }) => id === actor)!.agency;
      const done = tries(at, actor, does_, {
        text: word(),
        request: { question: word(), background: word(), strength: word(), agencies },
        outcome: texts,
        to: 'cw-vera',
        agency: does_.startsWith('respond.')
          ? own
          : (legs[agency % Math.max(legs.length, 1)]?.agency ?? 'fk'),
      });
      if (!done.ok) continue;
      // As `perform` keeps a reason beside whatever it was for.
      at = withReason(done.value, word());
    }
    return at;
  });

describe('whatever has been written in whatever life', () => {
  it('is known as text, and is gone after the disposal with everything else as it was', () => {
    let most = 0;
    fc.assert(
      fc.property(lives, (at) => {
        const texts = marked(at.consultation);
        most = Math.max(most, texts.length);
        expect([...textsOf(at.consultation)].filter((text) => text.includes('ord-')).sort()).toEqual(
          [...texts].sort(),
        );
        const gone = falls(at, dispose).consultation;
        expect(marked(gone)).toEqual([]);
        expect(textsOf(gone).filter(Boolean)).toEqual([]);
        const blank = (one: Consultation) =>
          JSON.stringify(one, (name, value) =>
            ['version', 'disposedAt'].includes(name) || (typeof value === 'string' && value.includes('ord-'))
              ? ''
              : name === 'link'
                ? undefined
                : value,
          );
        expect(JSON.parse(blank(gone))).toEqual(JSON.parse(blank({ ...at.consultation, disposedAt: '' })));
      }),
      { numRuns: 300 },
    );
    expect(most).toBeGreaterThan(15);
  });

  it('leaves no meeting link', () => {
    const at = brought.booked();
    const meeting = { ...at.consultation.meeting!, link: 'https://moten.invalid/rum' };
    const gone = falls({ ...at, consultation: { ...at.consultation, meeting } }, dispose);
    expect(JSON.stringify(gone.consultation)).not.toContain('moten.invalid');
    expect(at.association).toBe(skargarden);
  });
});
