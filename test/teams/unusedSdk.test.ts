import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createTurn } from '../../src/teams/adapter.ts';
import type { Incoming } from '../../src/teams/incoming.ts';

const require = createRequire(import.meta.url);
const isLoaded = (part: string) => Object.keys(require.cache).some((file) => file.includes(part));
const dialogs = '/botbuilder-dialogs/lib/prompts/';

it('loads the SDK’s way of signing users in when something of it is asked for, and for no turn', async () => {
  const turn = createTurn(async () => ({ is: 'nothing' }));
  const conversation = { serviceUrl: 'https://smba.example/', id: 'a:1', kind: 'personal' as const };
  const incoming = { conversation: { ...conversation, tenantId: 't', botId: '28:bot' }, userId: '29:1' };
  const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl: conversation.serviceUrl };
  expect(await turn(activity as never, incoming as Incoming)).toEqual({ status: 200 });
  expect(isLoaded(dialogs)).toBe(false);
  const { AuthenticationManager } = require('@microsoft/teams-ai/lib/authentication/Authentication.js');
  expect(() => new AuthenticationManager({}, { settings: {} })).toThrow('Authentication settings');
  expect(isLoaded(dialogs)).toBe(true);
});
