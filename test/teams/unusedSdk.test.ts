import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import '../../src/teams/adapter.ts';

const require = createRequire(import.meta.url);
const isLoaded = (name: string) => Object.keys(require.cache).some((file) => file.includes(name));

it('loads the SDK’s way of signing users in when something of it is asked for, and not before', () => {
  expect(isLoaded('teams-ai')).toBe(true);
  expect(isLoaded('botbuilder-dialogs')).toBe(false);
  const { userInSignInFlow } = require('@microsoft/teams-ai/lib/authentication/BotAuthenticationBase.js');
  expect(userInSignInFlow({ user: { __InSignInFlow__: 'graph' } })).toBe('graph');
  expect(isLoaded('botbuilder-dialogs')).toBe(true);
  const { AuthenticationManager } = require('@microsoft/teams-ai/lib/authentication/Authentication.js');
  expect(() => new AuthenticationManager({}, { settings: {} })).toThrow('Authentication settings');
});
