import { expect, it } from 'vitest';
import { createLog, type Line } from '../src/log.ts';

it('writes the fields that are listed and no other, one line each', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date('2026-09-07T07:00:00Z'),
  );
  log({ event: 'turn', kind: 'message', ms: 12, outcome: undefined });
  log({ event: 'fault', place: 'a\nb\u2028' });
  // @ts-expect-error: the list is closed, and a field that is not on it does not compile.
  log({ event: 'turn', text: 'hemligt' });
  const unseen: Line & { text: string } = { event: 'turn', text: 'hemligt' };
  log(unseen);
  expect(
    lines
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([
    { at: '2026-09-07T07:00:00.000Z', event: 'turn', kind: 'message', ms: 12 },
    { at: '2026-09-07T07:00:00.000Z', event: 'fault', place: 'a\nb\u2028' },
    { at: '2026-09-07T07:00:00.000Z', event: 'turn' },
    { at: '2026-09-07T07:00:00.000Z', event: 'turn' },
  ]);
});
