import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';
import { markedLines } from '../../../src/guardEvaluate.ts';
import { morePairs } from './morePairs.ts';
import { pairs } from './pairs.ts';

describe.each(Object.entries({ ...pairs, ...morePairs }))('%s', (_, { found, clean }) => {
  it('are eight of each and more', () => {
    expect(found.length).toBeGreaterThanOrEqual(8);
    expect(clean.length).toBeGreaterThanOrEqual(8);
  });

  it.each(found)('finds from end to end: %s', (line) => {
    const one = markedLines(line.replaceAll('\n', '¶'))[0]!;
    const text = one.text.replaceAll('¶', '\n');
    const spans = judge(text).findings.filter(({ type }) => type !== 'combination');
    expect(spans.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)).toEqual(
      one.marks.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`),
    );
  });

  it.each(clean)('lets pass: %s', (text) => {
    const { findings } = judge(text);
    expect(findings.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)).toEqual([]);
  });
});
