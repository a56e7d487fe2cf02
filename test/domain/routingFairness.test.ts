import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import type { Association, Person } from '../../src/domain/association.ts';
import type { Consultation, Leg } from '../../src/domain/consultation.ts';
import { draft, send } from '../../src/domain/life/request.ts';
import { decline, forward } from '../../src/domain/life/respond.ts';
import { isLater, silence } from '../../src/domain/life/silence.ts';
import { type Facts, type Step, system } from '../../src/domain/life/step.ts';
import { type Except, type Load, route } from '../../src/domain/routing.ts';
import fc from '../support/property.ts';

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const example = loaded.associations.find(({ id }) => id === 'klaralvdalen')!;
const eva = example.people.find(({ id }) => id === 'fk-eva')!;

const nobody: Except = { passed: [], barred: [], wrongFunctions: [] };
const ordinary = {
  municipality: 'hagfors',
  ageBand: '30-59',
  template: 'general',
  certificate: 'valid',
  urgency: 'normal',
} as const;

/** FK with a team of so many who are alike: the same presence, the same capacity, no speciality. */
function teamOf(count: number, but: Partial<Person> = {}): Association {
  const team = Array.from(
    { length: count },
    (_, n): Person => ({
      ...eva,
      specialities: [],
      backup: undefined,
      ...but,
      id: `fk-${n}`,
      name: `Fk ${n}`,
    }),
  );
  const ids = team.map(({ id }) => id);
  return {
    ...example,
    people: [...example.people.filter(({ agency }) => agency !== 'fk'), ...team],
    functions: example.functions.map((one) => (one.agency === 'fk' ? { ...one, people: ids } : one)),
  };
}

/** Questions one after the other, each open until it is answered; who was asked, in order, and who has how many. */
function simulate(
  association: Association,
  count: number,
  answersBefore: (question: number) => readonly number[],
  watch: (asked: string | undefined, loads: ReadonlyMap<string, Load>) => void = () => {},
): Map<string, number> {
  const team = association.functions.find(({ agency }) => agency === 'fk')!.people;
  const loads = new Map<string, Load>(team.map((id) => [id, { openLegs: 0, lastAskedAt: undefined }]));
  const times = new Map(team.map((id) => [id, 0]));
  const open: string[] = [];
  for (let question = 0; question < count; question += 1) {
    for (const place of answersBefore(question)) {
      const [answered] = open.splice(place % Math.max(open.length, 1), 1);
      if (answered)
        loads.set(answered, { ...loads.get(answered)!, openLegs: loads.get(answered)!.openLegs - 1 });
    }
    const now = new Date(Date.parse('2026-09-07T07:00:00Z') + question * 60_000);
    const choice = route({ association, now, load: (id) => loads.get(id)! }, ordinary, 'fk', nobody);
    watch(choice?.person, new Map(loads));
    if (!choice) continue;
    const { person } = choice;
    loads.set(person, { openLegs: loads.get(person)!.openLegs + 1, lastAskedAt: now.toISOString() });
    times.set(person, times.get(person)! + 1);
    open.push(person);
  }
  return times;
}

const spread = (times: ReadonlyMap<string, number>): number =>
  Math.max(...times.values()) - Math.min(...times.values());

describe('the questions of one function', () => {
  it('differ by at most one between people who are present, able and as quick to answer as each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(40),
        (people, count, held) => {
          // Everybody holds a question while `held` others come, then answers.
          const times = simulate(teamOf(people, { capacity: undefined }), count, (question) =>
            question > held ? [0] : [],
          );
          expect(spread(times)).toBeLessThanOrEqual(1);
          expect([...times.values()].reduce((sum, one) => sum + one, 0)).toBe(count);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('go to somebody with as few open as anybody has, whoever answers when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.array(fc.nat(30), { maxLength: 2 }), { minLength: 5, maxLength: 60 }),
        (people, answers) => {
          simulate(
            teamOf(people, { capacity: undefined }),
            answers.length,
            (question) => answers[question]!,
            (asked, loads) => {
              const fewest = Math.min(...[...loads.values()].map(({ openLegs }) => openLegs));
              expect(loads.get(asked!)!.openLegs).toBe(fewest);
            },
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never take anybody above capacity, and go to the coordinator when all are full', () => {
    let full = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.array(fc.nat(30), { maxLength: 2 }), { minLength: 5, maxLength: 60 }),
        (people, capacity, answers) => {
          simulate(
            teamOf(people, { capacity }),
            answers.length,
            (question) => answers[question]!,
            (asked, loads) => {
              const free = [...loads.values()].some(({ openLegs }) => openLegs < capacity);
              expect(asked !== undefined).toBe(free);
              if (asked) expect(loads.get(asked)!.openLegs).toBeLessThan(capacity);
              else full += 1;
            },
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(full).toBeGreaterThan(50);
  });

  it('go to the same person whoever else there is, and in whatever order the others stand', () => {
    const loadOf = (id: string): Load => ({ openLegs: id.length % 3, lastAskedAt: undefined });
    const asks = (association: Association) =>
      route({ association, now: new Date('2026-09-07T08:00:00Z'), load: loadOf }, ordinary, 'fk', nobody);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(30),
        fc.infiniteStream(fc.nat()),
        (people, strangers, order) => {
          const association = teamOf(people);
          const team = new Set(association.functions.find(({ agency }) => agency === 'fk')!.people);
          const more = Array.from(
            { length: strangers },
            (_, n): Person => ({
              ...eva,
              id: `stranger-${n}`,
              name: `Stranger ${n}`,
              agency: n % 2 ? 'fk' : 'af',
            }),
          );
          const shuffled = [...association.people, ...more]
            .map((person) => ({ person, place: order.next().value }))
            .sort((a, b) => a.place - b.place)
            .map(({ person }) => person);
          expect(team.size).toBe(people);
          expect(asks({ ...association, people: shuffled })).toEqual(asks(association));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('whoever has said no', () => {
  it('is never asked again by a rule, whatever happens to the question', () => {
    const deeds = fc.array(
      fc.constantFrom('no-time', 'conflict', 'recognised', 'wrong-area', 'forward', 'silence'),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    let asked = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), deeds, (people, all) => {
        const association = teamOf(people);
        const facts = (actor: Person): Facts => ({
          association,
          now: new Date('2026-09-07T08:00:00Z'),
          actor,
          absences: () => [],
          away: () => false,
          load: () => ({ openLegs: 0, lastAskedAt: undefined }),
          busy: () => [],
          taken: () => false,
          uid: 'uid',
        });
        const owner = association.people.find(({ id }) => id === 'cw-maria')!;
        const request = { ...ordinary, agencies: ['fk'], purpose: 'meeting', question: 'Vad kan prövas?' };
        const made = { id: 'c', reference: 'K-22222-8' };
        let consultation = after(
          send(draft(made, request as unknown as Parameters<typeof draft>[1], facts(owner)), facts(owner)),
        );
        const gone = new Set<string>();
        for (const [number, deed] of all.entries()) {
          const leg: Leg = consultation.legs[0]!;
          if (leg.is !== 'offered') break;
          const by = association.people.find(({ id }) => id === leg.asked)!;
          const to = `fk-${(number * 7 + 1) % people}`;
          const step =
            deed === 'silence'
              ? silence(consultation, facts(system), leg)
              : deed === 'forward'
                ? forward(consultation, facts(by), leg, to)
                : decline(consultation, facts(by), leg, { reason: deed, text: '', suggest: undefined });
          if (isLater(step) || !step.ok) continue;
          gone.add(by.id);
          // A colleague may hand it on to whoever they like; a rule may not.
          if (deed === 'forward') gone.delete(to);
          consultation = after(step);
          const next = consultation.legs[0]!.asked;
          if (next === undefined) continue;
          asked += 1;
          expect([...gone]).not.toContain(next);
          if (consultation.legs[0]!.barred.length > 0)
            expect(consultation.legs[0]!.barred).not.toContain(next);
        }
      }),
      { numRuns: 500 },
    );
    expect(asked).toBeGreaterThan(300);
  });
});

const after = (step: Step): Consultation => (step.ok ? step.value.after : expect.fail(JSON.stringify(step)));
