import { EmulatorValidation } from 'botframework-connector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { appId, openedDoor } from '../teams/openedDoor.ts';
import { junk } from './junk.ts';

const only4xx = /^(0|400|401|404|405|408|413|415|431)$/;

describe('a running bot under junk', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot();
  }, 60_000);
  afterAll(() => bot.stop());

  it('stays ready, answers 4xx, and takes no more room', async () => {
    const before = bot.decided();
    const report = await junk({ url: bot.url, requests: 2000, seed: 1, slow: 50, pid: bot.pid, appId });
    console.log(`junk: ${JSON.stringify(report)}`);
    expect(report.unexpected).toEqual([]);
    for (const status of Object.keys(report.statuses)) expect(status).toMatch(only4xx);
    for (const status of [400, 401, 404, 405, 413, 415])
      expect(report.statuses[status], `${status}`).toBeGreaterThan(0);
    expect(report.ready.failed).toBe(0);
    expect(report.ready.asked).toBeGreaterThan(10);
    if (report.memory) expect(report.memory.last - report.memory.first).toBeLessThan(150);
    expect(bot.decided()).toEqual(before);
    expect(bot.stderr).toBe('');
    expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
    expect(bot.stdout).not.toMatch(/Bearer|eyJ/);
    // A flood of junk is no flood of lines.
    expect(bot.log.length).toBeLessThan(400);
  }, 120_000);
});

describe('a door under junk', () => {
  it('keeps nothing of it, neither here nor in the SDK’s own lists', async () => {
    const opened = await openedDoor({
      routes: [
        { path: '/readyz', respond: async () => ({ status: 200, type: 'application/json', body: '{}' }) },
      ],
    });
    const url = `http://127.0.0.1:${opened.door.port}`;
    const issuers = () => {
      const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
      return Array.isArray(issuer) ? issuer.length : 1;
    };
    const sockets = () =>
      process.getActiveResourcesInfo().filter((name) => name.startsWith('TCPSocket')).length;
    const before = { issuers: issuers(), sockets: sockets() };
    const report = await junk({ url, requests: 500, seed: 100_000, slow: 20, appId });
    expect(report.unexpected).toEqual([]);
    expect(opened.incoming).toEqual([]);
    expect(issuers()).toBe(before.issuers);
    await expect.poll(sockets, { timeout: 10_000 }).toBeLessThanOrEqual(before.sockets);
    // An unknown key is looked for once, not once a token.
    expect(opened.teams.requests.filter(({ op }) => op === 'keys').length).toBeLessThanOrEqual(2);
    await opened.close();
  }, 60_000);
});
