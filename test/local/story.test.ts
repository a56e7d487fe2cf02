import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenWindow, openWindow } from '../support/browser.ts';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const root = join(import.meta.dirname, '..', '..');

if (!existsSync(chromium))
  console.warn(`No Chromium at ${chromium}: the local Teams client is not driven (set CHROMIUM).`);

describe.skipIf(!existsSync(chromium))('the local Teams client in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-story-'));
  let local: ChildProcess;
  let output = '';
  const open: OpenWindow[] = [];

  beforeAll(async () => {
    local = spawn(process.execPath, ['src/start.mjs', 'local'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '45978',
        INDEX_PORT: '45977',
        PLAYGROUND_PORT: '45151',
        DATABASE_URL: `sqlite:${join(folder, 'samrad.db')}`,
        SAMRAD_NOW: '2026-09-07 10:00',
      },
    });
    local.stdout!.on('data', (chunk) => (output += String(chunk)));
    await vi.waitFor(() => expect(output).toContain('Ctrl-C'), { timeout: 90_000, interval: 200 });
  }, 100_000);

  afterAll(async () => {
    await Promise.all(open.map((window) => window.close()));
    local.kill('SIGTERM');
    await new Promise((resolve) => local.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const windowOf = async (name: string): Promise<OpenWindow> => {
    const url =
      new RegExp(`${name}\\s+(http://\\S+)`).exec(output)?.[1] ?? expect.fail(`no window for ${name}`);
    const window = await openWindow(url, { narrow: true });
    open.push(window);
    return window;
  };

  it('carries a question from the caseworker’s window to the agency’s, and the answer back', async () => {
    const maria = await windowOf('Maria Lund');
    await maria.say('ny');
    await maria.see('Din fråga');
    for (const gate of [
      'Är det akut fara för någons liv eller hälsa?',
      'Har personen skyddade personuppgifter?',
      'Handlar frågan om oro för ett barn?',
    ])
      await maria.fill(gate, 'Nej');
    await maria.fill('Ålder', '25–29 år');
    await maria.fill('Din fråga', 'Vilket underlag behövs för att pröva arbetsträning?');
    await maria.press('Granska');
    await maria.see('De här frågas');
    await maria.press('Skicka');
    await maria.see('Vi väntar på');

    const eva = await windowOf('Eva Dahl');
    await eva.see('Ny fråga till Försäkringskassan');
    expect(await eva.text()).not.toContain('arbetsträning');
    await eva.press('Visa frågan');
    await eva.see('Vilket underlag behövs för att pröva arbetsträning?');
    await eva.press('Acceptera');
    await eva.see('accepterat av Eva Dahl');
    await maria.see('Försäkringskassan har accepterat.');
    expect(await maria.text()).toContain('(1/3)');

    // Whoever has no window is refused as Teams refuses, and it is told; no other window takes what is theirs.
    const omar = await windowOf('Omar Aziz');
    await omar.see('Ny fråga till Arbetsförmedlingen');
    await omar.say('frånvaro 7–11 september');
    await omar.press('Låt någon annan svara');
    await maria.see('Frågan till Lena Björk: ej nåbar i egen chatt');
  }, 90_000);
});
