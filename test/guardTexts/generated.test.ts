import { describe, expect, it } from 'vitest';
import { blocks, type FindingType } from '../../src/domain/guard/finding.ts';
import { judge, judgeFields } from '../../src/domain/guard/verdict.ts';
import fc from '../support/property.ts';
import { type Disguise, disguises, numberDisguises } from './disguises.ts';
import { negatives } from './negatives.ts';
import { type Positive, positives } from './positives.ts';

const seed = 20_261_122;
const perType = 100;
/** Numbers can also be read wrong, said and spaced out. */
const worn = (type: string): readonly Disguise[] =>
  type === 'personnummer' || type === 'phone' ? [...disguises, ...numberDisguises] : disguises;

/** Whether something that blocks was found in what was disguised. */
function found({ before, surface, after }: Positive, disguise: Disguise, nth: number): boolean {
  const put = disguise.put(surface, nth);
  const start = before.length;
  return judge(before + put + after).findings.some(
    (finding) => blocks(finding.type) && finding.start < start + put.length && start < finding.end,
  );
}

describe('made-up identifiers', () => {
  it('are at least a thousand in thirty disguises and more', () => {
    expect(Object.keys(positives).length * perType).toBeGreaterThanOrEqual(1000);
    expect(disguises.length).toBeGreaterThanOrEqual(30);
    expect(new Set([...disguises, ...numberDisguises].map(({ name }) => name)).size).toBe(
      disguises.length + numberDisguises.length,
    );
  });

  it.each(Object.keys(positives))('are found in every disguise: %s', { timeout: 120_000 }, (type) => {
    const samples = fc.sample(positives[type]!, { numRuns: perType, seed });
    const missed = worn(type).flatMap((disguise) =>
      samples.flatMap((sample, nth) =>
        found(sample, disguise, nth)
          ? []
          : [`${disguise.name}: ${sample.before}${disguise.put(sample.surface, nth)}`],
      ),
    );
    expect(
      missed.length / (samples.length * worn(type).length),
      missed.slice(0, 5).join('\n'),
    ).toBeLessThanOrEqual(0.005);
  });

  it('would count as missed where nothing of them is left', () => {
    const [sample] = fc.sample(positives.phone!, { numRuns: 1, seed });
    expect(found(sample!, { name: 'gone', put: () => 'imorgon' }, 0)).toBe(false);
  });
});

describe('clean sentences', () => {
  const perKind = 1150;

  it('are twenty thousand', () => {
    expect(Object.keys(negatives).length * perKind).toBeGreaterThanOrEqual(20_000);
  });

  it.each(Object.keys(negatives))('pass: %s', { timeout: 120_000 }, (kind) => {
    const disturbed = fc
      .sample(negatives[kind]!, { numRuns: perKind, seed })
      .filter((text) => judge(text).verdict !== 'pass');
    expect(disturbed.length / perKind, disturbed.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.01);
  });
});

describe('a personal number in two fields', () => {
  const halves = fc.constantFrom(
    ['850614', '9882'],
    ['19850614', '9882'],
    ['940917', '2385'],
    ['85 06 14', '98 82'],
    ['åttiofem noll sex fjorton', 'nio åtta åtta två'],
  );
  const clean = fc.constantFrom(
    'Hon vill prova arbetsträning',
    'Vad krävs i intyget',
    'Sjukskriven sedan mars, fem avslag',
    'FK 7804 är inskickad',
  );

  it('is found whatever stands between, in any order, past other fields', () => {
    fc.assert(
      fc.property(halves, clean, clean, clean, fc.boolean(), (pair, first, second, third, turned) => {
        const [one, two] = turned ? [pair[1]!, pair[0]!] : [pair[0]!, pair[1]!];
        const judged = judgeFields({
          question: `${first} ${one} tror vi.`,
          background: third,
          strength: `${second}, ${two} alltså.`,
        });
        expect(judged.question!.verdict).toBe('block');
        expect(judged.strength!.verdict).toBe('block');
        expect(judged.background!.verdict).toBe('pass');
        const types = [...judged.question!.findings, ...judged.strength!.findings].map(({ type }) => type);
        expect(types).toContain('personnummer' satisfies FindingType);
      }),
    );
  });

  it('is not seen in a date and a figure of other things', () => {
    const judged = judgeFields({
      question: 'Hur länge gäller intyget från 250312?',
      background: 'Utbetalning 4127 kr i april, FK 7804 skickad 2025.',
    });
    expect(Object.values(judged).map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });
});
