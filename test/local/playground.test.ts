import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../src/local/playground.ts';
import { freePort } from '../../src/local/ports.ts';
import { type Window, windowConfiguration, windowOf } from '../../src/local/windows.ts';

const folder = mkdtempSync(join(tmpdir(), 'samrad-window-'));
const bot = createServer((_, response) => response.end('{}'));
const association = { name: 'Provförbundet', agencies: [], people: [] };
const alex = {
  id: 'cw-alex',
  name: 'Alex Lind',
  role: 'caseworker' as const,
  agency: 'kommun',
  identities: [
    {
      tenantId: '11111111-1111-4111-8111-111111111111',
      aadObjectId: 'a0000000-0000-4000-8000-000000000001',
    },
  ],
};
let window: Window;
let playground: Playground;

beforeAll(async () => {
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  window = windowOf(association, 'caseworker', alex, await freePort(57_300, new Set(), () => {}));
  playground = await startPlayground({
    window,
    configuration: windowConfiguration(association, window),
    folder,
    botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
    ended: () => {},
  });
}, 60_000);

afterAll(async () => {
  await playground.stop();
  bot.close();
  rmSync(folder, { recursive: true });
});

/** What the bot does: posts a message in the person's chat. */
async function speak(text: string): Promise<void> {
  const response = await fetch(`${window.serviceUrl}/v3/conversations/${window.conversationId}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, from: { id: window.botId } }),
  });
  expect(response.status).toBe(201);
}

/** What a browser does when the page is opened: gathers what is told until `count` messages have come. */
async function openPage(count: number): Promise<{ told: string[]; configured: boolean; close(): void }> {
  let configured = false;
  await (await fetch(window.url)).arrayBuffer();
  const socket = new WebSocket(`${window.url.replace('http', 'ws')}_ws_conversation/v1/conversations/stream`);
  const told: string[] = [];
  const all = new Promise<boolean>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('the stream broke')));
    socket.addEventListener('message', ({ data }) => {
      told.push(JSON.parse(String(data)).message.text);
      if (told.length === count) resolve(configured);
    });
  });
  const response = await fetch(`${window.url}_internal/v1/config`);
  await response.arrayBuffer();
  configured = true;
  return { told, configured: await all, close: () => socket.close() };
}

describe('a local window', () => {
  it('keeps what the bot said before it was opened until the page can show it, and tells a reloaded page again', async () => {
    await speak('först');
    await speak('sedan');
    const first = await openPage(2);
    expect(first).toMatchObject({ told: ['först', 'sedan'], configured: true });
    first.close();
    const again = await openPage(2);
    expect(again.told).toEqual(['först', 'sedan']);
    again.close();
  }, 60_000);

  it('listens on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((card) => card !== undefined && !card.internal && card.family === 'IPv4');
    if (outside === undefined) return;
    const port = new URL(window.url).port;
    await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow('fetch failed');
  });

  it('ends when it is told to', async () => {
    await playground.stop();
    await expect(fetch(window.url)).rejects.toThrow('fetch failed');
  });
});

describe('finding a port', () => {
  it('says which one is busy and takes the next that is neither busy nor spoken for', async () => {
    const other = createSocketServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const busy: number[] = [];
    const found = await freePort(port, new Set([port + 1]), (one) => busy.push(one));
    expect(found).toBeGreaterThan(port + 1);
    expect(busy[0]).toBe(port);
    other.close();
  });
});
