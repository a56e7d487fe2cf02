import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../src/guard.ts';

type Line = { verdict: string; findings: { type: string; start: number; end: number }[] };

async function answers(chunks: readonly (Buffer | string)[]): Promise<Line[]> {
  const output = new PassThrough();
  const written: Buffer[] = [];
  output.on('data', (chunk: Buffer) => written.push(chunk));
  await run(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output);
  const text = Buffer.concat(written).toString('utf8');
  if (text !== '') expect(text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe('the guard on the command line', () => {
  it('answers each line with its verdict and findings, in order', async () => {
    const lines = await answers(['Vad gäller?\nHon heter Anneli.\nnr 850614-9882\n']);
    expect(lines).toEqual([
      { verdict: 'pass', findings: [] },
      { verdict: 'ask', findings: [{ type: 'person', start: 10, end: 16 }] },
      { verdict: 'block', findings: [{ type: 'personnummer', start: 3, end: 14 }] },
    ]);
  });

  it('reads CRLF, empty lines and a last line without its end', async () => {
    const lines = await answers(['Frisk luft.\r\n\r\nnr 850614-9882']);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'block']);
    expect(lines[2]!.findings[0]!.end).toBe(14);
  });

  it('answers nothing to nothing', async () => {
    expect(await answers([])).toEqual([]);
  });

  it('joins characters and lines that arrive in pieces', async () => {
    const bytes = Buffer.from('Åsa ringde\nväntar på Örjan\n');
    const lines = await answers([...bytes].map((byte) => Buffer.from([byte])));
    expect(lines.map(({ findings }) => findings.map(({ start, end }) => [start, end]))).toEqual([
      [[0, 3]],
      [[10, 15]],
    ]);
  });

  it('counts in UTF-16 units of the line as read', async () => {
    const [line] = await answers(['👩‍👧 nr 850614-9882\n']);
    expect(line!.findings).toEqual([{ type: 'personnummer', start: 9, end: 20 }]);
  });

  it('survives bytes that are no UTF-8', async () => {
    const lines = await answers([Buffer.from([0xff, 0xfe, 0x20, 0xc3]), '\nnr 850614-9882\n']);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['pass', 'block']);
  });

  it('refuses an over-long line and goes on', async () => {
    const lines = await answers([`${'a'.repeat(5000)}\n`, 'Vad gäller?\n']);
    expect(lines).toEqual([
      { verdict: 'block', findings: [{ type: 'unchecked', start: 0, end: 5000 }] },
      { verdict: 'pass', findings: [] },
    ]);
  });

  it('waits while the output is full', async () => {
    let held: (() => void) | undefined;
    let taken = 0;
    const output = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        held = done;
      },
    });
    const input = Readable.from(
      (function* () {
        for (let i = 0; i < 100; i += 1) {
          taken += 1;
          yield Buffer.from('Vad gäller?\n');
        }
      })(),
      { highWaterMark: 1 },
    );
    const running = run(input, output);
    await expect.poll(() => held !== undefined).toBe(true);
    const before = taken;
    expect(before).toBeLessThan(10);
    const release = setInterval(() => {
      const done = held;
      held = undefined;
      done?.();
    }, 0);
    await running;
    clearInterval(release);
    expect(taken).toBe(100);
  });
});
