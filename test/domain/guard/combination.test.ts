import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { combination, combinationsIn, tellingIn } from '../../../src/domain/guard/combination.ts';
import { complete, draft } from '../../../src/domain/guard/normalise.ts';
import { judge } from '../../../src/domain/guard/verdict.ts';
import { markedLines } from '../../../src/guardEvaluate.ts';
import fc from '../../support/property.ts';

const read = (text: string) => complete(draft(text));
const found = (text: string): boolean => combination(read(text)).length > 0;
const linesOf = (name: string) =>
  markedLines(readFileSync(join(import.meta.dirname, '..', '..', 'guardTexts', name), 'utf8'));

/** How many marked lines are found and how many clean ones are disturbed. */
function counted(name: string, counts: (line: number) => boolean = () => true) {
  const lines = linesOf(name).filter((_, i) => counts(i));
  const marked = lines.filter(({ marks }) => marks.some(({ type }) => type === 'combination'));
  const clean = lines.filter(({ marks }) => marks.length === 0);
  return {
    recall: marked.filter(({ text }) => found(text)).length / Math.max(1, marked.length),
    disturbed: clean.filter(({ text }) => found(text)).length / Math.max(1, clean.length),
  };
}

describe('marked texts', () => {
  // The weights were set on two lines of three; every third was held back and is measured apart.
  it.each([
    ['the lines the weights were set on', 'kombination.txt', (i: number) => i % 3 !== 0, 0.95],
    ['the lines held back', 'kombination.txt', (i: number) => i % 3 === 0, 0.7],
    ['the first unseen texts', 'kombination-osedda.txt', () => true, 0.45],
    ['the second unseen texts', 'kombination-osedda-2.txt', () => true, 0.8],
  ])('finds what it found in %s', (_, name, counts, floor) => {
    const { recall, disturbed } = counted(name, counts);
    expect(recall).toBeGreaterThanOrEqual(floor);
    expect(disturbed).toBeLessThanOrEqual(0.1);
  });

  it.each([
    'jourtelefon',
    'klistrat-mejl',
    'myndighet',
    'snabbchatt',
    'vården',
    'blandat-1',
    'blandat-2',
    'blandat-3',
    'blandat-4',
  ])('leaves the clean lines of %s alone', (name) => {
    expect(counted(`${name}.txt`).disturbed).toBeLessThanOrEqual(0.03);
  });
});

describe('combinations', () => {
  it.each<[string, readonly string[]]>([
    ['Hon är kommunens enda veterinär.', ['unique', 'role']],
    ['Klienten är mor till trillingar.', ['family']],
    ['Hon är änka efter brandchefen.', ['family', 'role']],
    ['Olyckan vid sågen i våras stod i tidningen.', ['event', 'place', 'known']],
    ['Han är en av två i länet med sjukdomen.', ['unique']],
    ['Hon kommer från Bhutan.', ['origin']],
    ['Han satt i byggnadsnämnden till 2022.', ['office']],
    ['Sjukskriven sedan den 3 maj 2023, dagen då taket föll in.', ['event']],
    ['Ni vet vem.', ['known']],
  ])('tells in what way: %s', (text, kinds) => {
    expect(tellingIn(text)).toEqual(expect.arrayContaining([...kinds]));
  });

  it('marks all that belongs together and nothing before it', () => {
    const text = 'Vi behöver ett intyg. Hon är prästen i byn, 47 år. Tack för hjälpen.';
    expect(combinationsIn(read(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      'prästen i byn, 47 år',
    ]);
  });

  it.each([
    'Det är den enda lösningen i kommunen.',
    'Personen är 62 år och har arbetat inom vård och omsorg.',
    'Ensamstående med två barn, bor i kommunen.',
    'Prästen vill ha ett möte.',
    'Rektorn säger att platsen finns kvar.',
    'Han vill bli brandman.',
    'Det har varit skriverier i media om vårdköerna.',
    'Kommunens enda psykolog är föräldraledig.',
    'Ni vet vem som äger frågan.',
    'Bilolycka 2019, sjukskriven från maj till oktober.',
  ])('is silent on %s', (text) => {
    expect(found(text)).toBe(false);
  });

  it('never changes the verdict', () => {
    expect(judge('Hon är kommunens enda veterinär.').verdict).toBe('pass');
  });
});

const ordinary = [
  'Sökanden har varit sjukskriven sedan i mars och saknar SGI.',
  'Depression och ångest, behandlas på öppenvårdsmottagningen.',
  'Försäkringskassan vill ha ett nytt utlåtande innan beslut.',
  'Hon har arbetat inom vård och omsorg i tio år.',
  'Man i 50-årsåldern, ensamstående med två barn, bor i kommunen.',
  'Arbetsförmedlingen skrev in honom den 3 april 2025.',
];
const weak = [
  'Hon bor i byn.',
  'Han är 47 år.',
  'Han är tvilling.',
  'Konkurs.',
  'Hon är rullstolsburen.',
  'Han är fotograf.',
  'Hon har fem barn.',
  'Mannen är från Kenya.',
  'Har en traktor.',
];

describe('properties', () => {
  it('leaves ordinary sentences alone when one weak sign is added', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ordinary), fc.constantFrom(...weak), fc.nat(), (lines, sign, where) => {
        const all = [...lines];
        all.splice(where % (lines.length + 1), 0, sign);
        expect(found(all.join(' '))).toBe(false);
      }),
    );
  });

  it('fails on no text and marks only what is in it, in order', () => {
    const word = fc.constantFrom(
      ...'enda ende prästen i byn 47 år, en av två barn vid 20 tidningen om honom olyckan vars fru vet vem 8B 1 . \n med den alla'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const view = read(given);
        let last = 0;
        for (const { start, end } of combination(view)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(view.text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
