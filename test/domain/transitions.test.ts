import { describe, expect, it } from 'vitest';
import { relationsOf } from '../../src/domain/access.ts';
import { MUNICIPAL_AGENCY, type Person } from '../../src/domain/association.ts';
import { legOf } from '../../src/domain/consultation.ts';
import { judgeTransition, partVersion, type Verb, verbs } from '../../src/domain/transitions.ts';
import { accepted, type Case, does, refused, sent, tries } from '../support/cases.ts';
import { brought, type Column, cast, columns, type Part, playing } from '../support/everyState.ts';
import type { Inputs } from '../support/steps.ts';

/**
 * Product §3 as one table. O owner · K coordinator · T whoever may answer for an open leg · S seat-holder ·
 * A adviser · C colleague of a leg somebody else answers for · P previous owner (takes a hand-over back).
 * `asked` is `requested` before the first accept or advice, `places` is `scheduling` in a shared session; the
 * purpose is a meeting, the meeting in `booked` has started, and one optional leg is open for as long as legs are.
 */
const written = `
                       draft  asked  requested  ready   voting  places  booked  held    advised  recorded  closed  withdrawn  cancelled
request.send           O      .      .          .       .       .       .       .       .        .         .       .          .
request.edit           O      O      .          .       .       .       .       .       .        .         .       .          .
request.add            .      .      O          O       O       O       O       O       O        .         .       .          .
request.withdraw       O      OK     OK         OK      OK      OK      OK      .       OK       .         .       .          .
respond.accept         .      T      T          T       T       T       T       T       T        .         .       .          .
respond.decline        .      T      TS         TS      TS      TS      TS      T       T        .         .       .          .
respond.forward        .      T      T          T       T       T       T       T       T        .         .       .          .
respond.ask            .      T      T          T       T       T       T       T       T        .         .       .          .
respond.advise         .      T      T          T       T       T       T       T       T        .         .       .          .
clarify.answer         .      O      O          O       O       O       O       O       O        .         .       .          .
leg.add                .      OK     OK         OK      OK      OK      OK      .       .        .         .       .          .
leg.assign             .      K      K          K       K       K       K       K       K        .         .       .          .
leg.drop               .      OK     OK         OK      OK      OK      OK      OK      OK       .         .       .          .
schedule.suggest       .      .      .          OK      OK      OK      .       OK      .        .         .       .          .
schedule.add           .      .      .          .       OK      .       .       .       .        .         .       .          .
schedule.vote          .      .      .          .       OS      .       .       .       .        .         .       .          .
schedule.book          .      .      .          .       OK      OKS     .       .       .        .         .       .          .
schedule.move          .      .      .          .       .       .       OKS     .       .        .         .       .          .
schedule.cancel        .      .      .          .       OK      OK      OK      .       .        .         .       .          .
meeting.held           .      .      .          .       .       .       OKS     .       .        .         .       .          .
outcome.record         .      .      .          .       .       .       .       OSA     OSA      OSA       .       .          .
outcome.file           .      .      .          .       .       .       .       .       .        O         O       .          .
followup.record        .      .      .          .       .       .       .       .       .        O         O       .          .
consultation.show      O      OKT    OKTSAC     OKTSAC  OKTSAC  OKTSAC  OKTSAC  OKTSAC  OKTSAC   OKTSAC    OKTSAC  OKTSAC     OKTSAC
consultation.join      .      K      K          K       K       K       K       K       K        K         K       K          K
consultation.handover  .      OKP    OKP        OKP     OKP     OKP     OKP     OKP     OKP      OKP       OKP     .          .
consultation.reopen    .      .      .          .       .       .       .       .       .        OK        OK      .          .
retention.hold         .      K      K          K       K       K       K       K       K        K         K       K          K
retention.release      .      K      K          K       K       K       K       K       K        K         K       K          K
`;

const letters: Partial<Record<Part, string>> = {
  owner: 'O',
  coordinator: 'K',
  candidate: 'T',
  seat: 'S',
  adviser: 'A',
  colleague: 'C',
  'previous-owner': 'P',
};

const [heading = [], ...rows] = written
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** What the verb needs to be possible at all, beside the right person and state. */
const prepared = (column: Column, verb: Verb): Case => {
  const at = brought[column]();
  const open = legOf(at.consultation, 'arbetsmarknad')?.is === 'offered';
  if (verb === 'retention.release' && column !== 'draft') return does(at, cast.coordinator, 'retention.hold');
  return verb === 'clarify.answer' && open ? does(at, cast.candidate, 'respond.ask') : at;
};

/** Each acts on their own agency's leg if it has been asked, else on the open one. */
function inputsOf(at: Case, column: Column, verb: Verb, person: Person): Inputs {
  const own = legOf(at.consultation, person.agency) ? person.agency : 'arbetsmarknad';
  if (verb === 'respond.decline') return { agency: own, reason: 'other' };
  if (verb === 'respond.forward') return { agency: own, to: 'ame-disa' };
  if (verb.startsWith('respond.')) return { agency: own };
  if (verb === 'leg.add') return { agency: column === 'places' ? 'psykiatri' : 'beroende' };
  if (verb === 'leg.assign') return { agency: 'arbetsmarknad', to: 'ame-disa' };
  if (verb === 'leg.drop' || verb === 'clarify.answer') return { agency: 'arbetsmarknad' };
  const back = at.consultation.handover?.from === person.id;
  return verb === 'consultation.handover' ? { to: back ? person.id : 'cw-stig' } : {};
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

/** The cell as the steps make it: a letter for each who may, in the order of the written table. */
function cell(column: Column, verb: Verb): string {
  const at = prepared(column, verb);
  frozen(at.consultation);
  const before = JSON.stringify(at.consultation);
  const may = (Object.keys(cast) as Part[]).filter((part) => {
    const person = playing(column, part);
    const done = person && tries(at, person, verb, inputsOf(at, column, verb, person));
    expect(JSON.stringify(at.consultation)).toBe(before);
    return done?.ok;
  });
  return may.map((part) => letters[part] ?? `<${part}>`).join('') || '.';
}

describe('state × verb × relation, by the table and the real steps', () => {
  it('has a row for every verb and a column for every state', () => {
    expect(heading).toEqual([...columns]);
    expect(rows.map(([verb]) => verb)).toEqual([...verbs]);
    const states = columns.map((column) => brought[column]().consultation.is);
    expect(new Set(states).size).toBe(11);
  });

  it.each(rows)('%s', (verb, ...cells) => {
    const made = columns.map((column) => `${column} ${cell(column, verb as Verb)}`);
    const meant = columns.map((column, n) => `${column} ${cells[n]}`);
    expect(made).toEqual(meant);
  });
});

describe('judgeTransition alone', () => {
  /** Cells that the table lets pass and the step itself narrows: a condition beyond state and relation. */
  const narrowed = new Map<string, number>();

  it.each(rows)(
    '%s: never refuses what is written, and lets pass no more than a step can judge',
    (verb, ...cells) => {
      for (const [n, column] of columns.entries()) {
        const at = prepared(column, verb as Verb);
        for (const part of Object.keys(cast) as Part[]) {
          const person = playing(column, part);
          if (!person) continue;
          const inputs = inputsOf(at, column, verb as Verb, person);
          const agency = verb === 'leg.add' ? undefined : inputs.agency;
          const relations = relationsOf(at.association, at.consultation, person, at.now);
          const judged = judgeTransition(at.consultation, relations, verb as Verb, { agency });
          const may = cells[n]?.includes(letters[part] ?? '?');
          if (may) expect([column, part, judged.ok]).toEqual([column, part, true]);
          else if (judged.ok) narrowed.set(`${verb} ${part}`, (narrowed.get(`${verb} ${part}`) ?? 0) + 1);
          if (relations.size === 0)
            expect(judged).toEqual({ ok: false, refusal: { code: 'unknown-reference' } });
        }
      }
    },
  );

  it('is narrowed by steps only where product §3 names a condition', () => {
    expect([...narrowed.keys()].sort()).toEqual([
      'request.add owner', // not before the first answer
      'request.edit owner', // not after it, unless somebody recognised the person
      'respond.advise seat', // only where advice is the purpose
      'respond.decline seat', // not once the meeting has been held
      'schedule.add coordinator', // nothing is voted on among session places
      'schedule.add owner',
      'schedule.book seat', // a session place only
      'schedule.vote owner', // nothing to vote on among session places
      'schedule.vote seat',
    ]);
  });
});

describe('unknown and forbidden references get the same answer', () => {
  const nobody: Part[] = ['not-asked', 'caseworker', 'observer', 'barred', 'stranger'];
  it.each(nobody)('%s hears of nothing in any state', (part) => {
    for (const column of columns) {
      const at = brought[column]();
      const person = playing(column, part)!;
      for (const verb of verbs)
        expect(refused(at, person, verb, inputsOf(at, column, verb, person))).toBe('unknown-reference');
    }
  });
});

describe('versions of parts', () => {
  const at = sent();
  const of = (one: Case, verb: Verb, agency?: string) =>
    partVersion(one.consultation, verb, agency === undefined ? undefined : legOf(one.consultation, agency));

  it('one agency’s answer makes no other agency’s button stale', () => {
    const drawn = of(at, 'respond.accept', 'af')!;
    const after = accepted(at, 'fk', 'psykiatri');
    expect(of(after, 'respond.accept', 'af')).toBe(drawn);
    expect(refused(after, 'af-omar', 'respond.accept', { version: drawn })).toBeUndefined();
  });

  it('a button drawn before its own leg changed is stale; a word acts on what is there', () => {
    const drawn = of(at, 'respond.accept', 'fk')!;
    const after = does(does(at, 'fk-eva', 'respond.ask'), 'cw-maria', 'clarify.answer', { agency: 'fk' });
    expect(refused(after, 'fk-eva', 'respond.accept', { version: drawn })).toBe('stale');
    expect(refused(after, 'fk-eva', 'respond.accept')).toBeUndefined();
  });

  it('a vote moves no version, a new round does', () => {
    const first = brought.voting();
    const drawn = of(first, 'schedule.vote')!;
    const voted = does(first, cast.owner, 'schedule.vote', { version: drawn });
    expect(of(voted, 'schedule.vote')).toBe(drawn);
    const second = does(voted, cast.owner, 'schedule.suggest', { version: drawn });
    expect(refused(second, cast.seat, 'schedule.vote', { version: drawn })).toBe('stale');
  });

  it('tells a colleague who came second who has the seat', () => {
    const after = accepted(at, 'fk');
    const done = tries(after, 'fk-lars', 'respond.accept', { version: of(at, 'respond.accept', 'fk')! });
    expect(done).toEqual({
      ok: false,
      refusal: { code: 'leg-not-open', agency: 'fk', is: 'accepted', holder: 'fk-eva' },
    });
  });

  it('has no leg for the municipality itself', () => {
    expect(refused(at, 'cw-maria', 'leg.drop', { agency: MUNICIPAL_AGENCY })).toBe('no-such-leg');
  });
});
