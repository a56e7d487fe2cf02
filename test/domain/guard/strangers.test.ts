import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';
import { asked, blocked, clean } from './strangersLines.ts';

describe('what strangers wrote', () => {
  it.each(blocked)('blocks in %j: %s', (text, surface) => {
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('block');
    const start = text.indexOf(surface);
    const told = findings.filter(
      (one) => one.type !== 'person' && one.start < start + surface.length && start < one.end,
    );
    expect(told, JSON.stringify(findings)).not.toEqual([]);
  });

  it.each(asked)('asks in %j: %s', (text, surface) => {
    const start = text.indexOf(surface);
    const told = judge(text).findings.filter(
      (one) => one.type === 'person' && one.start < start + surface.length && start < one.end,
    );
    expect(told).not.toEqual([]);
  });

  it.each(clean)('passes %j', (text) => {
    expect(judge(text).findings).toEqual([]);
  });
});
