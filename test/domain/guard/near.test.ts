import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/domain/guard/matches.ts';
import { complete, draft } from '../../../src/domain/guard/normalise.ts';
import { trace } from '../../../src/domain/guard/traces.ts';

const word = fc.constantFrom(
  'ett',
  'ord',
  'och',
  'Anna',
  'konto',
  'sista',
  'fyra',
  'personnummer',
  '-',
  '.',
  ',',
);
const number = fc.constantFrom('1', '12-34', '985', '070', '850614', '12/4', '4444');
/** Long texts in which figures are rare, as in most. */
const long = fc
  .array(fc.oneof({ weight: 12, arbitrary: word }, { weight: 1, arbitrary: number }), {
    minLength: 150,
    maxLength: 500,
  })
  .map((words) => words.join(' '));

const told = (found: readonly RegExpExecArray[]) => found.map(({ index, 0: text }) => [index, text]);

describe('what is looked for near its traces', () => {
  it.each([
    ['figure', /\d[\d /-]{0,9}/g, trace.figure, undefined],
    ['three', /(?<!\d)\d{3}(?!\d)/g, trace.three, undefined],
    ['far before', /ord[^\d\n]{0,60}\d+/g, trace.figure, undefined],
    ['far behind', /(?<![\d-])\d\d[^\d]{0,60}ord/g, trace.figure, undefined],
    ['with its word', /sista fyra[^\d]{0,25}\d+/g, trace.figure, 'identity'],
  ] as const)('is found as in the whole text: %s', (_, pattern, traced, cue) => {
    fc.assert(
      fc.property(long, (text) => {
        const read = complete(draft(text));
        const within = read.near(traced, cue);
        expect(within !== undefined).toBe(text.length >= 512);
        expect(told(matches(pattern, read.text, within))).toEqual(told(matches(pattern, read.text)));
      }),
    );
  });
});
