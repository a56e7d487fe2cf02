import http from 'node:http';
import { transitions, type Verb, verbs } from '../../src/domain/transitions.ts';
import type { Person } from '../support/fakeTeams.ts';
import { type Chance, createChance, inherited, oddTexts } from './odd.ts';
import { forgetSeen, type Scene } from './scene.ts';
import { request, several } from './wire.ts';

/** What came of it: presses by kind, and each answer that was no card and no sentence, with its seed. */
export type ForgeReport = { kinds: Record<string, number>; unexpected: string[] };

type Data = Record<string, unknown>;
/** A press that must change nothing: who, the button's verb, what it carries. */
type Press = { kind: string; by: Person; verb: string; data: Data };

/** Inputs that would be good, were the press. */
const good: Data = {
  text: 'Ett vanligt svar',
  reason: 'conflict',
  to: 'fk-lars',
  agency: 'af',
  slot: 'slot-1',
  'slot-1': 'yes',
  present: 'kommun',
  progress: 'work',
  cooperation: 'yes',
  answered: 'yes',
  result: 'path-chosen',
  measures: 'fk-coordination',
  responsible: 'kommun',
  nextStep: 'Boka gemensamt samtal om planering',
  nextDate: '2027-06-01',
  planOffered: 'true',
  fkOfficer: 'false',
  municipality: 'hagfors',
  ageBand: '30-59',
  agencies: 'fk',
  question: 'En annan fråga',
  basis: 'deidentified',
  acute: 'false',
  protectedIdentity: 'false',
  childConcern: 'false',
};

/** Values no list and no schema offers; none is empty, for an empty choice is no choice and may be right. */
const forgeries = (chance: Chance): unknown =>
  chance.may(0.3)
    ? chance.of<unknown>([{}, [], ['af'], { $ne: '' }, { toString: 'af' }, 7, -1, 1.5, true, 2 ** 53])
    : chance.of([
        ...inherited,
        ...oddTexts.filter((text) => text.trim() !== '' && !/^[\0\ufeff]*$/.test(text)),
      ]);

const references = (chance: Chance, elsewhere: string): unknown =>
  chance.of<unknown>([
    elsewhere,
    elsewhere.toLowerCase(),
    `${elsewhere} `,
    'K-22222-8',
    'K-00000-0',
    { $ne: '' },
    ['K'],
    17,
    'x'.repeat(5000),
    ...oddTexts.filter((text) => text.trim() !== '' && !/^[\0\ufeff\u200b]*$/.test(text)),
  ]);

const versions = (chance: Chance): unknown =>
  chance.of<unknown>([
    -1,
    999,
    1e15,
    1.5,
    'abc',
    '9'.repeat(30),
    '0x10',
    {},
    [],
    true,
    2 ** 53,
    '__proto__',
    chance.below(1e9) + 1000,
  ]);

const futureVerbs = (chance: Chance): string => {
  const verb = chance.of(verbs);
  return chance.of([
    `${verb}2`,
    `${verb} `,
    ` ${verb}`,
    verb.toUpperCase(),
    verb.replace('.', '..'),
    verb.replace('.', '/'),
    verb.split('.')[0]!,
    verb.split('.')[1]!,
    `${verb}.${verb}`,
    'admin.dump',
    'respond.destroy',
    'consultation.dispose2',
    'clock.set2',
    ...inherited,
  ]);
};

/** What comes along that nobody asked for, and what a server might believe. */
function ballast(chance: Chance): Data {
  const more: Data = {};
  for (let left = chance.below(4); left > 0; left -= 1) {
    const name = chance.of([
      'role',
      'actor',
      'reader',
      'aadObjectId',
      'tenantId',
      'id',
      'state',
      'owner',
      'doc',
      ...inherited.slice(1),
    ]);
    more[name] = chance.of<unknown>(['coordinator', 'cw-maria', 'fk-eva', 'closed', 1, {}, [], true]);
  }
  return more;
}

/** One field of a party's own verb, forged; the rest is as it should be. */
function oneField(scene: Scene, chance: Chance): Omit<Press, 'kind'> {
  const { owner, coordinator, candidate, seat, reference: ref } = scene;
  const rows: [Person, Verb | 'request.preview', string, Data?][] = [
    [candidate, 'respond.decline', 'reason'],
    [candidate, 'respond.forward', 'to'],
    [seat, 'respond.decline', 'reason'],
    [owner, 'leg.add', 'agency'],
    [owner, 'leg.drop', 'agency'],
    [owner, 'clarify.answer', 'agency'],
    [owner, 'consultation.handover', 'to'],
    [coordinator, 'leg.assign', 'to'],
    [coordinator, 'leg.assign', 'agency'],
    [coordinator, 'leg.drop', 'agency'],
    [owner, 'schedule.suggest', 'v', { v: 999 }],
    [owner, 'request.preview', 'municipality'],
    [owner, 'request.preview', 'ageBand'],
    [owner, 'request.preview', 'agencies'],
    [owner, 'request.preview', 'basis'],
    [owner, 'request.preview', 'form'],
  ];
  const [by, verb, field, more] = chance.of(rows);
  const value = forgeries(chance);
  return {
    by,
    verb,
    data: { ...good, ref, form: 'f0000000-0000-4000-8000-000000000000', ...more, [field]: value },
  };
}

/** The verbs a button carries the version of a part for: an old one changes nothing. */
const versioned = verbs.filter((verb) => transitions[verb].part !== 'none');

function pressOf(scene: Scene, chance: Chance): Press {
  const { owner, coordinator, candidate, seat, outsiders, reference: ref, elsewhere } = scene;
  const parties = [owner, coordinator, candidate, seat];
  const anybody = chance.of([...parties, ...outsiders]);
  const kind = chance.of(['verb', 'reference', 'version', 'outsider', 'field', 'form', 'guard']);
  switch (kind) {
    case 'verb':
      return { kind, by: anybody, verb: futureVerbs(chance), data: { ...good, ref } };
    case 'reference':
      return {
        kind,
        by: anybody,
        verb: chance.of(verbs),
        data: { ...good, ref: references(chance, elsewhere) },
      };
    case 'version': {
      const verb = chance.of(versioned);
      // A card with a choice of agencies names the version of each leg in one text.
      const legs = `af:${chance.below(1e6) + 999},fk:${chance.below(1e6) + 999}`;
      return { kind, by: chance.of(parties), verb, data: { ...good, ref, v: versions(chance), legs } };
    }
    case 'outsider':
      return {
        kind,
        by: chance.of(outsiders),
        verb: chance.of(verbs),
        data: {
          ...good,
          ref: chance.of([ref, elsewhere]),
          [chance.of(Object.keys(good))]: forgeries(chance),
        },
      };
    case 'form':
      return {
        kind,
        by: anybody,
        verb: 'consultation.form',
        data: { ref: chance.of([ref, elsewhere]), form: chance.of([...verbs, forgeries(chance)]) },
      };
    case 'guard':
      return {
        kind,
        by: anybody,
        verb: chance.of(['guard.keep', 'guard.mask']),
        data: { ...good, ref, next: chance.of<unknown>([futureVerbs(chance), forgeries(chance)]) },
      };
    default:
      return { kind, ...oneField(scene, chance) };
  }
}

const isAnswer = (text: string): boolean => {
  try {
    const { statusCode, type, value } = JSON.parse(text) as Record<string, unknown>;
    if (statusCode !== 200) return false;
    if (type === 'application/vnd.microsoft.activity.message')
      return typeof value === 'string' && value !== '';
    return type === 'application/vnd.microsoft.card.adaptive' && text.includes('"body":[{');
  } catch {
    return false;
  }
};

/**
 * Presses with forged verbs, references, versions and inputs, by parties and by people with no part. The caller compares
 * the state before and after: nothing sent here may change any.
 */
export async function forgeData(
  scene: Scene,
  { count, seed, atOnce = 8 }: { count: number; seed: number; atOnce?: number },
): Promise<ForgeReport> {
  const report: ForgeReport = { kinds: {}, unexpected: [] };
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  await several(count, atOnce, async (n) => {
    const chance = createChance(seed + n);
    const { kind, by, verb, data } = pressOf(scene, chance);
    report.kinds[kind] = (report.kinds[kind] ?? 0) + 1;
    const isSubmit = chance.may(0.2);
    const carried = { ...ballast(chance), ...data };
    const activity = scene.teams.activity(by, {
      id: `forge-${seed + n}`,
      ...(isSubmit
        ? { text: undefined, value: { ...carried, verb } }
        : {
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb, data: carried }, trigger: 'manual' },
          }),
    });
    // As JSON can say it and an object cannot: an own member of that name.
    const body = JSON.stringify(activity).replace(
      '"ref":',
      chance.may(0.3) ? '"__proto__":{"role":"coordinator"},"ref":' : '"ref":',
    );
    const headers = {
      Authorization: scene.token,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    };
    const answer = await request(`${scene.url}/api/messages`, { method: 'POST', headers, agent }, body);
    const isFine = answer.status === 200 && (isSubmit ? answer.body === '' : isAnswer(answer.body));
    if (!isFine)
      report.unexpected.push(
        `seed ${seed + n}: ${kind} ${verb}: ${answer.status} ${answer.body.slice(0, 300)}`,
      );
    if (n % 1000 === 999) forgetSeen(scene);
  });
  agent.destroy();
  return report;
}
