import { describe, expect, it } from 'vitest';
import { judge, judgeFields, longestText, mask } from '../../../src/domain/guard/verdict.ts';
import fc from '../../support/property.ts';

describe('judge', () => {
  it('refuses an over-long text whole and unread', () => {
    const text = 'a '.repeat(longestText / 2);
    expect(judge(text).verdict).toBe('pass');
    expect(judge(`${text}a`)).toEqual({
      verdict: 'block',
      findings: [{ type: 'unchecked', start: 0, end: longestText + 1 }],
    });
  });

  it('refuses a text on which a detector fails', () => {
    const failing = (): never => {
      throw new Error('broken');
    };
    expect(judge('Vad händer nu?', [failing])).toEqual({
      verdict: 'block',
      findings: [{ type: 'unchecked', start: 0, end: 14 }],
    });
  });

  it('lets the worst finding decide', () => {
    expect(judge('Anneli ringde från 070-1740612.').verdict).toBe('block');
    expect(judge('Anneli ringde.').verdict).toBe('ask');
    expect(judge('Någon ringde.').verdict).toBe('pass');
  });
});

describe('mask', () => {
  it('puts the label in brackets where each finding stood', () => {
    const text = 'Anneli, 850614-9882, väntar.';
    expect(mask(text, judge(text).findings, (type) => type)).toBe('[person], [personnummer], väntar.');
  });

  it('hides every character of every finding, also of overlapping ones', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 10 })), { maxLength: 5 }),
        (text, places) => {
          const findings = places
            .map(([start, length]) => ({
              type: 'phone' as const,
              start,
              end: Math.min(text.length, start + length),
            }))
            .filter(({ start, end }) => start < end);
          const kept =
            [...text].length === text.length
              ? text.split('').filter((_, i) => !findings.some(({ start, end }) => i >= start && i < end))
              : undefined;
          const masked = mask(text, findings, () => '\u0000');
          if (kept !== undefined) expect(masked.replaceAll('[\u0000]', '')).toBe(kept.join(''));
        },
      ),
    );
  });
});

describe('judgeFields', () => {
  it('judges each field by itself', () => {
    const judged = judgeFields({
      question: 'Vad gäller för AE?',
      background: 'Nås på 070-1740612.',
      strength: '',
    });
    expect(judged.question!.verdict).toBe('pass');
    expect(judged.background!.verdict).toBe('block');
    expect(judged.strength!.verdict).toBe('pass');
  });

  it.each([
    ['a personal number', 'Hon skrev 850614', '9882 enligt intyget'],
    ['a personal number with its dash', 'Hon skrev 850614-', '9882 enligt intyget'],
    ['a telephone number', 'Nås på 070-174', '06 12 efter lunch'],
    ['an e-mail address', 'Mejla kim.exempel@', 'example.com om svar'],
    ['a street', 'Bor på Exempelga', 'tan 14 sedan i maj'],
  ])('blocks both fields over which %s is split', (_, question, background) => {
    const judged = judgeFields({ question, background });
    expect(judged.question!.verdict).toBe('block');
    expect(judged.background!.verdict).toBe('block');
    const [first] = judged.question!.findings.slice(-1);
    expect(first!.end).toBe(question.length);
    expect(judged.background!.findings[0]!.start).toBe(0);
  });

  it('reads past empty fields and over three fields', () => {
    const judged = judgeFields({ question: 'nr 8506', background: '', strength: '14', other: '9882' });
    expect(['question', 'strength', 'other'].map((name) => judged[name]!.verdict)).toEqual([
      'block',
      'block',
      'block',
    ]);
    expect(judged.background!.verdict).toBe('pass');
  });

  it('leaves clean neighbours alone', () => {
    const judged = judgeFields({
      question: 'Hur länge räcker intyget från 2025-02-01?',
      background: '12 veckor arbetsträning, 25 procent.',
      strength: '2019 avslutades studierna.',
    });
    expect(Object.values(judged).map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
  });
});
