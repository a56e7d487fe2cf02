import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../src/teams/token.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { appId } from './openedDoor.ts';

const hour = 3_600_000;
let teams: FakeTeams;
let clock: { now: number };
let lines: object[];
beforeEach(async () => {
  teams = await startFakeTeams({ appId });
  clock = { now: Date.now() };
  lines = [];
});
afterEach(() => teams.stop());

const verifier = (mode: 'test' | 'production' = 'test') =>
  createTokenVerifier({
    mode,
    botId: appId,
    openIdMetadata: teams.openIdMetadata,
    log: (line) => lines.push(line),
    now: () => clock.now,
  });
const fetches = () => teams.requests.filter(({ op }) => op === 'keys').length;
const inSeconds = () => Math.floor(clock.now / 1000);
const fresh = (changes = {}) =>
  teams.token({ claims: { nbf: inSeconds() - 60, exp: inSeconds() + 3600 }, ...changes });
const code = async (verify: ReturnType<typeof verifier>, token: string) => {
  const verified = await verify(token);
  return verified.ok ? 'good' : verified.refusal.code;
};

describe('the published keys', () => {
  it('are read once for all who come at once, and again after a day', async () => {
    const verify = verifier();
    const tokens = [1, 2, 3].map((n) => teams.token({ claims: { n } }));
    expect(await Promise.all(tokens.map((token) => code(verify, token)))).toEqual(['good', 'good', 'good']);
    expect(fetches()).toBe(1);
    clock.now += 23 * hour;
    expect(await code(verify, fresh())).toBe('good');
    expect(fetches()).toBe(1);
    clock.now += 2 * hour;
    expect(await code(verify, fresh())).toBe('good');
    expect(fetches()).toBe(2);
  });

  it.each([
    ['test', 61_000],
    ['production', hour + 1000],
  ] as const)('are read again for an unknown key, in %s at most every %i ms', async (mode, wait) => {
    const verify = verifier(mode);
    const unpublished = () => fresh({ key: 'unpublished' });
    await verify(fresh());
    for (let n = 0; n < 20; n += 1) expect(await code(verify, unpublished())).toBe('unknown-key');
    expect(fetches()).toBe(1);
    clock.now += wait;
    for (let n = 0; n < 20; n += 1) expect(await code(verify, unpublished())).toBe('unknown-key');
    expect(fetches()).toBe(2);
  });

  it('that cannot be read turn a token away with a line in the log, and are tried again after five seconds', async () => {
    const verify = verifier();
    teams.fault({ op: 'metadata', status: 500 });
    for (let n = 0; n < 20; n += 1) expect(await code(verify, fresh())).toBe('keys-unavailable');
    expect(lines).toEqual([{ event: 'keys-unavailable', reason: 'Error' }]);
    clock.now += 6000;
    expect(await code(verify, fresh())).toBe('good');
  });

  it('serve on for five days when their server is away, no longer', async () => {
    const verify = verifier();
    await verify(fresh());
    teams.fault({ op: 'keys', status: 500, times: 99 });
    clock.now += 4 * 24 * hour;
    expect(await code(verify, fresh())).toBe('good');
    clock.now += 25 * hour;
    expect(await code(verify, fresh())).toBe('keys-unavailable');
  });

  it('are not asked for by junk', async () => {
    const verify = verifier();
    const junk = [
      '',
      'a.b.c',
      `${fresh()}.x`,
      fresh({ claims: { iss: 'x' } }),
      fresh({ claims: { aud: 'x' } }),
      fresh({ alg: 'none' }),
    ];
    for (const token of junk) expect(await code(verify, token)).not.toBe('good');
    expect(teams.requests).toEqual([]);
  });
});

describe('a token seen before', () => {
  it('is believed until it expires, without the tolerance of a first look being added up', async () => {
    const verify = verifier();
    const token = fresh();
    expect(await code(verify, token)).toBe('good');
    clock.now += hour + 299_000;
    expect(await code(verify, token)).toBe('good');
    clock.now += 2000;
    expect(await code(verify, token)).toBe('ERR_JWT_EXPIRED');
  });

  it('is believed no longer than the keys it was verified with', async () => {
    const verify = verifier();
    const long = fresh({ claims: { nbf: inSeconds(), exp: inSeconds() + 40 * 24 * 3600 } });
    expect(await code(verify, long)).toBe('good');
    teams.fault({ op: 'keys', status: 500, times: 99 });
    clock.now += 6 * 24 * hour;
    expect(await code(verify, long)).toBe('keys-unavailable');
  });

  it('is told from another with the same claims and another signature', async () => {
    const verify = verifier();
    const token = fresh();
    await verify(token);
    const forged = `${token.slice(0, token.lastIndexOf('.') + 1)}${'A'.repeat(342)}`;
    expect(await code(verify, forged)).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });
});
