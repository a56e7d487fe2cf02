import { describe, expect, it } from 'vitest';
import { onlyListedTenants, readIncoming, tenantOf, type WireActivity } from '../../src/teams/incoming.ts';

const activity = (fields: Record<string, unknown> = {}): WireActivity => ({
  type: 'message',
  id: '17',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:maria', aadObjectId: 'maria-in-host' },
  recipient: { id: '28:bot', name: 'Samråd' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'host' },
  channelData: { tenant: { id: 'host' } },
  locale: 'sv-SE',
  text: 'hjälp',
  ...fields,
});
const read = (fields?: Record<string, unknown>) => readIncoming(activity(fields));

describe('reading an activity', () => {
  it('gives a plain message', () => {
    expect(read()).toEqual({
      kind: 'message',
      id: '17',
      conversation: {
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        id: 'a:1',
        kind: 'personal',
        tenantId: 'host',
        botId: '28:bot',
      },
      tenantId: 'host',
      aadObjectId: 'maria-in-host',
      userId: '29:maria',
      locale: 'sv-SE',
      text: 'hjälp',
      hasFiles: false,
      verb: undefined,
      inputs: {},
      answersByInvoke: false,
      replyToId: undefined,
    });
  });

  it.each([
    [{ type: 'messageUpdate' }, 'edited'],
    [{ type: 'messageDelete' }, 'other'],
    [{ type: 'installationUpdate', action: 'add' }, 'installed'],
    [{ type: 'installationUpdate', action: 'add-upgrade' }, 'other'],
    [{ type: 'installationUpdate', action: 'remove' }, 'removed'],
    [{ type: 'installationUpdate', action: 'remove-upgrade' }, 'other'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'other'],
    [{ type: 'messageReaction' }, 'other'],
    [{ type: 'invoke', name: 'task/fetch', value: { data: { verb: 'x' } } }, 'other'],
    [{ value: 'a word' }, 'message'],
    [{ value: [1] }, 'message'],
  ])('names its kind: %j', (fields, kind) => {
    expect(read(fields).kind).toBe(kind);
  });

  it('gives a pressed Execute and its Submit fallback the same verb and inputs', () => {
    const data = { id: 'K-1', version: 3, reason: 'no-time' };
    const action = { type: 'Action.Execute', verb: 'respond.decline', data };
    const execute = read({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value: { action } });
    const submit = read({
      text: undefined,
      value: { ...data, verb: 'respond.decline', msteams: { type: 'messageBack' } },
    });
    for (const press of [execute, submit]) {
      expect(press).toMatchObject({ kind: 'press', verb: 'respond.decline', text: '' });
      expect(press.inputs).toEqual(data);
    }
    expect([execute.answersByInvoke, submit.answersByInvoke]).toEqual([true, false]);
  });

  it('takes no inherited or prototype names for inputs', () => {
    const value = JSON.parse('{"__proto__":{"role":"coordinator"},"constructor":1,"prototype":2,"a":"1"}');
    const { inputs } = read({ value });
    expect(inputs).toEqual({ a: '1' });
    expect((inputs as { role?: unknown }).role).toBeUndefined();
  });

  it('drops half characters and NUL from what is written and filled in', () => {
    const press = read({ text: 'a\u0000\ud800', value: { verb: 'x', text: '19\u00008506' } });
    expect([press.text, press.inputs.text]).toEqual(['a\ufffd', '198506']);
  });

  it.each([
    [
      '<at>Samråd</at> hjälp',
      [{ type: 'mention', text: '<at>Samråd</at>', mentioned: { id: '28:bot' } }],
      'hjälp',
    ],
    [
      'visa <at>Samråd</at>&nbsp;K-1',
      [{ type: 'mention', text: '<at>Samråd</at>', mentioned: { id: '28:bot' } }],
      'visa   K-1',
    ],
    [
      'fråga <at>Bo Ek</at>',
      [{ type: 'mention', text: '<at>Bo Ek</at>', mentioned: { id: '29:bo' } }],
      'fråga Bo Ek',
    ],
    ['<at>Samråd</at> hjälp', [], '<at>Samråd</at> hjälp'],
    [
      'a.b',
      [{ type: 'mention', text: '.', mentioned: { id: '28:bot' } }, null, { type: 'clientInfo' }],
      'a b',
    ],
  ])('removes the mention of the bot, by its entity only: %s', (text, entities, expected) => {
    expect(read({ text, entities }).text).toBe(expected);
  });

  it.each([
    [[{ contentType: 'text/html', content: '<p>x</p>' }], false],
    [[{ contentType: 'application/vnd.microsoft.card.adaptive' }], false],
    [[{ contentType: 'messageReference' }], false],
    [[{ contentType: 'image/png' }], true],
    [[{ contentType: 'application/vnd.microsoft.teams.file.download.info' }], true],
    [[{ contentType: 'text/html' }, { contentType: 'application/pdf' }], true],
    [[{}], true],
    [[], false],
  ])('sees files: %j', (attachments, hasFiles) => {
    expect(read({ attachments }).hasFiles).toBe(hasFiles);
  });

  it.each([
    [{ conversationType: 'personal' }, 'personal'],
    [{ conversationType: 'channel' }, 'channel'],
    [{ conversationType: 'groupChat' }, 'groupChat'],
    [{ conversationType: 'new-kind' }, 'groupChat'],
    [{}, 'groupChat'],
  ])('takes an unknown kind of conversation for one that others read: %j', (fields, kind) => {
    expect(read({ conversation: { id: 'a', ...fields } }).conversation.kind).toBe(kind);
  });
});

describe('the tenants an activity names', () => {
  const listed = new Set(['host', 'fk']);
  it.each([
    ['host', 'host', 'host', true],
    ['fk', 'host', 'fk', true],
    ['other', 'host', 'other', false],
    ['host', 'other', 'host', false],
    [undefined, 'host', 'host', true],
    ['fk', undefined, 'fk', true],
    [undefined, undefined, undefined, false],
  ])('sender %s in a conversation of %s', (sender, host, tenant, allowed) => {
    const incoming = read({
      channelData: { tenant: { id: sender } },
      conversation: { id: 'a', tenantId: host },
    });
    expect(tenantOf(incoming)).toBe(tenant);
    expect(onlyListedTenants(incoming, listed)).toBe(allowed);
  });
});
