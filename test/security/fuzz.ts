import http from 'node:http';
import type { Person } from '../support/fakeTeams.ts';
import { type Chance, createChance, inherited, oddTexts } from './odd.ts';
import { forgetSeen, type Scene } from './scene.ts';
import { request, several } from './wire.ts';

/** What came of it: answers by status, and each that should not have been, with the seed that makes it again. */
export type FuzzReport = { statuses: Record<string, number>; unexpected: string[] };

const allowed = new Set([200, 400, 401, 413, 501]);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Tree = { [name: string]: Json };

// What JSON can say and JSON.stringify cannot: put in as text in place of a mark.
const raw: Record<string, () => string> = {
  deepList: () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  deepObject: () => `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  huge: () => '1e400',
  tiny: () => '-1e-400',
  long: () => '9'.repeat(3000),
  proto: () => '{"__proto__":{"admin":true,"role":"coordinator"},"constructor":{"prototype":{"x":1}}}',
  twice: () => '{"id":"a","id":"b"}',
  lone: () => '"a\\ud800b\\udfffc"',
  nul: () => '"a\\u0000b"',
  kilobytes: () => `"${'x'.repeat(100_000)}"`,
  nearly: () => `"${'å'.repeat(125_000)}"`,
  megabyte: () => `"${'x'.repeat(1_000_000)}"`,
  wide: () => `[${'{},'.repeat(20_000)}0]`,
};
const mark = (name: string) => `@@${name}@@`;

function strange(chance: Chance): Json {
  switch (chance.below(8)) {
    case 0:
      return chance.of<Json>([null, true, false, 0, -1, 1.5, 2 ** 53, Number.MAX_VALUE, '']);
    case 1:
      return chance.of<Json>([[], {}, [[]], [null], [[[]]], [{}], { length: 5 }, { toString: 'x' }]);
    case 2:
    case 3:
      // The largest now and then only: they cost most and find least.
      return mark(
        chance.may(0.1)
          ? chance.of(['kilobytes', 'nearly', 'megabyte'])
          : chance.of(Object.keys(raw).filter((name) => !['kilobytes', 'nearly', 'megabyte'].includes(name))),
      );
    default:
      return chance.of(oddTexts);
  }
}

/** Every place in a tree that has a name or a number. */
function places(tree: Json): { holder: Tree; name: string }[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const holder = tree as Tree;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...places(holder[name]!)]);
}

function mutate(tree: Tree, chance: Chance): void {
  const all = places(tree);
  if (all.length === 0) return;
  const { holder, name } = chance.of(all);
  const value = holder[name]!;
  switch (chance.below(9)) {
    case 0:
      delete holder[name];
      return;
    case 1:
      holder[name] = [value];
      return;
    case 2:
      holder[name] = { [chance.of([...inherited, 'id', 'text'])]: value };
      return;
    case 3:
      holder[mark('protoKey')] = strange(chance);
      return;
    case 4:
      if (!Array.isArray(holder))
        holder[chance.of([...inherited.slice(1), 'extra', 'Type', 'ID', '0'])] = strange(chance);
      return;
    case 5: {
      const other = chance.of(all);
      // Who speaks is never swapped in from elsewhere: another known id is another person, not a fault.
      if (name !== 'aadObjectId') holder[name] = structuredClone(other.holder[other.name] ?? null);
      return;
    }
    default:
      holder[name] = strange(chance);
  }
}

function written(tree: Tree): string {
  let text = JSON.stringify(tree).replaceAll(`"${mark('protoKey')}":`, '"__proto__":');
  for (const [name, make] of Object.entries(raw)) text = text.replaceAll(JSON.stringify(mark(name)), make);
  return text;
}

/** Breaks the text itself: cut, a byte changed, bytes of another encoding, something after the end. */
function broken(text: string, chance: Chance): Buffer {
  const bytes = Buffer.from(text);
  switch (chance.below(7)) {
    case 0:
      return bytes.subarray(0, chance.below(bytes.length));
    case 1:
      bytes[chance.below(bytes.length)] = chance.below(256);
      return bytes;
    case 2:
      return Buffer.concat([bytes, Buffer.from(chance.of(['}', ',{}', '\u0000', text]))]);
    case 3:
      return Buffer.from(text, 'utf16le');
    case 4:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 5:
      return Buffer.concat([bytes.subarray(0, 40), Buffer.from([0xc0, 0x80, 0xff]), bytes.subarray(40)]);
    default:
      return Buffer.from(text.replace('"type":', `"type":"message",`.repeat(chance.below(2000))));
  }
}

const press = (verb: string, data: Tree): Tree => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', id: 'x', verb, title: 'x', data }, trigger: 'manual' },
});

/** Activities as Teams sends them, none of which changes anything, whatever becomes of its parts. */
function harmless({ reference: ref, elsewhere }: Scene): readonly Tree[] {
  const mention = { type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot', name: 'Bot' } };
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'a.pdf',
    content: {},
  };
  return [
    { text: 'hjälp' },
    { text: 'status' },
    { text: `visa ${ref}` },
    { text: `visa ${elsewhere}`, replyToId: '1' },
    { text: '<at>Bot</at> hjälp', entities: [mention, { type: 'clientInfo', locale: 'sv-SE' }] },
    { text: 'Se filen', attachments: [file, { contentType: 'text/html', content: '<div>x</div>' }] },
    { text: '', value: { verb: 'consultation.show', ref, msteams: { type: 'x' } } },
    press('consultation.show', { ref }),
    press('consultation.show', { ref, page: '2' }),
    press('consultation.more', { ref, v: 1 }),
    press('consultation.form', { ref, form: 'respond.decline' }),
    press('consultation.form', { ref, form: 'request.withdraw' }),
    press('guard.keep', { ref, next: 'consultation.show' }),
    { type: 'messageUpdate', text: `visa ${ref}`, channelData: { eventType: 'editMessage' } },
    { type: 'installationUpdate', action: 'add' },
    { type: 'installationUpdate', action: 'add-upgrade' },
    {
      type: 'conversationUpdate',
      membersAdded: [{ id: '29:1', aadObjectId: 'x' }],
      channelData: { eventType: 'teamMemberAdded' },
    },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
    { type: 'typing' },
    { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: { Id: 'x' } },
    { type: 'endOfConversation', code: 'completedSuccessfully' },
    { type: 'invoke', name: 'task/fetch', value: { data: { verb: 'x' } } },
    { type: 'invoke', name: 'composeExtension/query', value: { commandId: 'x', parameters: [] } },
    { type: 'invoke', name: 'signin/verifyState', value: { state: 'x' } },
  ];
}

/** What would change something, were the presser anybody's in the consultation. */
const forbidden = ({ reference: ref }: Scene): readonly Tree[] => [
  press('respond.accept', { ref, v: 1 }),
  press('respond.decline', { ref, reason: 'conflict', text: 'Nej' }),
  press('request.withdraw', { ref, reason: 'mistake' }),
  press('consultation.handover', { ref, to: 'cw-johan' }),
  press('leg.add', { ref, agency: 'psykiatri' }),
  press('schedule.vote', { ref, 'slot-1': 'yes' }),
  press('outcome.record', { ref, result: 'path-chosen' }),
  { text: `acceptera ${ref}` },
  { text: '', value: { verb: 'respond.advise', ref, text: 'Ett råd' } },
];

/** One activity, changed in up to four places, and the person it is said to be from. */
function activityOf(scene: Scene, chance: Chance, seed: number): Buffer | string {
  const isOutsider = chance.may(0.5);
  const parties: readonly Person[] = [scene.owner, scene.coordinator, scene.candidate, scene.seat];
  const person = chance.of(isOutsider ? scene.outsiders : parties);
  const all = isOutsider ? [...harmless(scene), ...forbidden(scene)] : harmless(scene);
  const tree = structuredClone(scene.teams.activity(person, chance.of(all))) as unknown as Tree;
  tree.id = `fuzz-${seed}`;
  for (let left = chance.below(5); left > 0; left -= 1) mutate(tree, chance);
  const text = written(tree);
  return chance.may(0.1) ? broken(text, chance) : text;
}

const send = async (scene: Scene, agent: http.Agent, body: Buffer | string) => {
  const headers = {
    Authorization: scene.token,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  };
  return request(`${scene.url}/api/messages`, { method: 'POST', headers, agent }, body);
};

/**
 * Sends activities with good tokens and broken insides. The caller compares the state before and after: nothing sent
 * here may change any.
 */
export async function fuzzActivities(
  scene: Scene,
  { count, seed, atOnce = 8 }: { count: number; seed: number; atOnce?: number },
): Promise<FuzzReport> {
  const report: FuzzReport = { statuses: {}, unexpected: [] };
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  await several(count, atOnce, async (n) => {
    const body = activityOf(scene, createChance(seed + n), seed + n);
    const { status, body: answer } = await send(scene, agent, body);
    report.statuses[status] = (report.statuses[status] ?? 0) + 1;
    const isFault = /"statusCode":5\d\d|"error":"fault"/.test(answer);
    // The line of a body that is too large may break before its answer is read.
    const isCut = status === 0 && Buffer.byteLength(body) > 262_144;
    if ((!allowed.has(status) && !isCut) || isFault)
      report.unexpected.push(
        `seed ${seed + n}: ${status} ${answer.slice(0, 200)} to ${String(body).slice(0, 300)}`,
      );
    if (n % 1000 === 999) forgetSeen(scene);
  });
  agent.destroy();
  return report;
}
