import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { startBot } from '../support/runningBot.ts';
import { selfSigned } from './selfSigned.ts';

it('a running bot speaks with a certificate alone, and says in its log that it is soon to end', async () => {
  const day = 86_400_000;
  const { keyPem, certificatePem, publicKey } = selfSigned(
    new Date(Date.now() - day),
    new Date(Date.now() + 20 * day + 3_600_000),
  );
  const directory = mkdtempSync(join(tmpdir(), 'samrad-proof-'));
  const path = join(directory, 'bot.pem');
  writeFileSync(path, keyPem + certificatePem, { mode: 0o600 });
  const bot = await startBot({ env: { BOT_PASSWORD: '', BOT_CERTIFICATE: path } });
  try {
    const maria = bot.cast()['cw-maria']!;
    await maria.say('hjälp');
    await maria.waitFor(/ny/);
    const asked = bot.teams.requests.filter(({ op }) => op === 'token');
    expect(asked).toHaveLength(1);
    const form = new URLSearchParams(String(asked[0]?.body));
    expect(form.has('client_secret')).toBe(false);
    await jwtVerify(form.get('client_assertion') ?? '', publicKey, {
      algorithms: ['PS256'],
      audience: bot.teams.tokenUrl,
    });
    expect(bot.log.filter(({ event }) => event === 'certificate-expires')).toMatchObject([{ count: 20 }]);
    expect(bot.stdout).not.toContain(form.get('client_assertion'));
    expect(bot.stderr).toBe('');
  } finally {
    await bot.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}, 60_000);
