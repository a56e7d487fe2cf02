import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noCredentials } from '../../src/teams/credentials.ts';
import type { Answer, Card, Incoming } from '../../src/teams/incoming.ts';
import { createSender, type Sender } from '../../src/teams/sender.ts';
import { type Door, openDoor } from '../../src/teams/server.ts';
import { type FakeTeams, type Person, startFakeTeams } from './fakeTeams.ts';

// The fake is what most tests stand on, so it is itself driven by a small bot over the real door.
let teams: FakeTeams;
let door: Door;
let sender: Sender;
let maria: Person;
let handle: (incoming: Incoming) => Promise<Answer>;
const seen: Incoming[] = [];

beforeEach(async () => {
  teams = await startFakeTeams();
  sender = createSender({ mode: 'local', serviceHosts: [], credentials: noCredentials });
  seen.length = 0;
  handle = async () => ({ is: 'nothing' });
  door = await openDoor(
    {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      botId: undefined,
      tenants: new Set(),
      serviceHosts: [],
      openIdMetadata: '',
      issuer: '',
    },
    (incoming) => {
      seen.push(incoming);
      return handle(incoming);
    },
    [],
    () => {},
    sender,
  );
  teams.connect(door.port);
  maria = teams.person({ name: 'Maria Ek' });
});
afterEach(async () => {
  await teams.stop();
  await door.close();
});

const execute = (verb: string, title: string) => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { id: 'K-1', v: 2 },
  fallback: { type: 'Action.Submit', title, data: { verb, id: 'K-1', v: 2 } },
});
const form: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Fyll i' },
    { type: 'Input.Text', id: 'question', label: 'Fråga', maxLength: 5, isRequired: true },
    { type: 'Input.Toggle', id: 'acute', title: 'Akut', value: 'false' },
    {
      type: 'Input.ChoiceSet',
      id: 'band',
      label: 'Ålder',
      value: '18-24',
      choices: [{ title: 'Ung', value: '18-24' }],
    },
    { type: 'FactSet', facts: [{ title: 'Läge', value: 'öppen' }] },
  ],
  actions: [
    execute('request.preview', 'Granska'),
    {
      type: 'Action.ShowCard',
      title: 'Mer',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'background', label: 'Bakgrund' }],
        actions: [execute('request.more', 'Mer underlag')],
      },
    },
  ],
};
const answered: Card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Tack' }] };

describe('the fake Teams', () => {
  it('presses the newest card that carries a verb or title, with defaults, and shows the answer to the presser only', async () => {
    const bo = teams.person({ name: 'Bo Ek' });
    const chat = teams.groupChat([maria, bo]);
    handle = async ({ kind }) => ({ is: 'card', card: kind === 'press' ? answered : form });
    await maria.in(chat).say('ny');
    expect(seen[0]).toMatchObject({ text: 'ny', conversation: { kind: 'groupChat' } });
    const turn = await bo.in(chat).press('Granska', { question: 'Hur?' });
    expect(turn.card).toEqual(answered);
    expect(seen[1]).toMatchObject({
      verb: 'request.preview',
      inputs: { id: 'K-1', v: 2, question: 'Hur?', acute: 'false', band: '18-24' },
      aadObjectId: bo.aadObjectId,
      answersByInvoke: true,
    });
    expect(bo.in(chat).lastText).toBe('Tack');
    expect(maria.in(chat).lastText).toContain('Fyll i');
    await expect(bo.in(chat).press('request.preview')).rejects.toThrow('no button');
    expect(teams.lint).toEqual([]);
  });

  it('gathers from the cards around a ShowCard too, and submits fallbacks as messages', async () => {
    handle = async () => ({ is: 'card', card: form });
    await maria.say('ny');
    await maria.press('request.more', { question: 'Hur?', background: 'kort' });
    await maria.submit('request.more', { question: 'Hur?', background: 'kort' });
    expect(seen[1]?.inputs).toEqual({
      id: 'K-1',
      v: 2,
      question: 'Hur?',
      acute: 'false',
      band: '18-24',
      background: 'kort',
    });
    expect(seen[2]).toMatchObject({
      kind: 'press',
      verb: 'request.more',
      inputs: seen[1]?.inputs,
      answersByInvoke: false,
    });
  });

  it('checks inputs as a client does, unless forced', async () => {
    handle = async () => ({ is: 'card', card: form });
    await maria.say('ny');
    await expect(maria.press('Granska')).rejects.toThrow('required');
    await expect(maria.press('Granska', { question: 'för lång' })).rejects.toThrow('too long');
    await expect(maria.press('Granska', { question: 'a', band: '99' })).rejects.toThrow('not offered');
    await expect(maria.press('Granska', { question: 'a', other: '1' })).rejects.toThrow('no input');
    await maria.press('Granska', { question: 'för lång', other: '1' }, { force: true, data: { v: 99 } });
    expect(seen[1]?.inputs).toMatchObject({ question: 'för lång', other: '1', v: 99 });
  });

  it('lets an old card be pressed, and takes personal views away on an update', async () => {
    handle = async ({ kind }) => ({ is: 'card', card: kind === 'press' ? answered : form });
    await maria.say('ny');
    const old = maria.lastCard;
    await maria.press('Granska', { question: 'a' });
    await maria.press('Granska', { question: 'b' }, { card: old });
    expect(seen[2]?.inputs.question).toBe('b');
    const { conversation, replyToId = '' } = seen[2] ?? expect.fail();
    await sender.update(conversation, replyToId, { text: 'avslutad' });
    expect(maria.texts).toEqual(['avslutad']);
    await sender.remove(conversation, replyToId);
    expect(maria.texts).toEqual([]);
  });

  it('waits for what the bot says by itself, and says what it saw instead', async () => {
    await maria.say('hej');
    const { conversation } = seen[0] ?? expect.fail();
    const waiting = maria.waitFor(/påminnelse/);
    await sender.create(conversation, { text: 'först' });
    await sender.create(conversation, { text: 'en påminnelse' });
    expect(await waiting).toBe('en påminnelse');
    expect(await maria.waitFor(/först/)).toBe('först');
    await expect(maria.waitFor(/aldrig/, 20)).rejects.toThrow('last: en påminnelse');
  });

  it('refuses a bot that was taken out, and lets it in again', async () => {
    await maria.uninstall();
    const { conversation } = seen[0] ?? expect.fail();
    expect(seen[0]?.kind).toBe('removed');
    expect(await sender.create(conversation, { text: 'x' })).toMatchObject({
      is: 'refused',
      reason: 'blocked',
    });
    await maria.install();
    expect(seen[1]?.kind).toBe('installed');
    expect(await sender.create(conversation, { text: 'x' })).toMatchObject({ is: 'sent' });
  });

  it('finds what Teams would refuse', async () => {
    const bad: Card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'Input.Text', id: 'a' },
        { type: 'Input.Text', id: 'a', label: 'A' },
        { type: 'TextBlock', text: `till ${undefined}` },
      ],
      actions: Array.from({ length: 7 }, (_, n) => ({ type: 'Action.Execute', title: `${n}`, verb: 'x' })),
    };
    handle = async () => ({ is: 'card', card: bad });
    await maria.say('ny');
    expect(teams.lint.sort()).toEqual([
      '7 actions',
      expect.stringContaining('input id missing or used twice: a'),
      'input without label: a',
      expect.stringContaining('undefined in a card'),
    ]);
  });
});
