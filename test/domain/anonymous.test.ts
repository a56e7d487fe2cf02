import { describe, expect, it } from 'vitest';
import { aliasOf, isAlias, peopleIn, withAlias } from '../../src/domain/anonymous.ts';
import { aFullConsultation } from '../store/builders.ts';

const full = aFullConsultation();
/** The same with an id nothing else could be. */
const everybody = [...peopleIn(full)];

describe('a person made anonymous', () => {
  it('is an alias made of the opaque id, told from people', () => {
    expect(aliasOf('Ab-_56789012')).toBe('f-Ab-_5678');
    expect(isAlias(aliasOf('Ab-_56789012'))).toBe(true);
    for (const id of ['fk-eva', 'f-short', 'system', 'f-123456789', '']) expect(isAlias(id)).toBe(false);
  });

  it('is found wherever a consultation names people', () => {
    expect(everybody.sort()).toEqual(
      ['cw-maria', 'fk-1', 'fk-2', 'fk-3', 'fk-4', 'sam-1', 'soc-1', 'soc-2'].sort(),
    );
  });

  it.each(everybody)('is gone from every place, and nobody else is: %s', (person) => {
    const after = withAlias(full, person, 'f-12345678');
    expect(JSON.stringify(after)).not.toContain(`"${person}"`);
    expect(JSON.stringify(after)).toContain('"f-12345678"');
    const back = withAlias(after, 'f-12345678', person);
    expect(back).toEqual(full);
  });

  it('leaves alone what does not name them, an agency of the same id too', () => {
    expect(withAlias(full, 'fk', 'f-12345678')).toEqual(full);
    expect(withAlias(full, 'nobody', 'f-12345678')).toEqual(full);
  });
});
