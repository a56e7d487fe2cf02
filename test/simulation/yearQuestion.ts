import { type Association, askable, type Person } from '../../src/domain/association.ts';
import * as codes from '../../src/domain/codes.ts';
import type { Random } from './random.ts';
import { EQUALS } from './yearWorld.ts';

/** What people write: the guard lets it through, and nobody reads it. */
export const texts = [
  'Vilken väg finns vidare?',
  'Vi har provat det mesta hittills.',
  'Vad gäller för insatsen?',
];

/** What a caseworker asks, as the form brings it. */
export function question(random: Random, association: Association, person: Person): Record<string, unknown> {
  const all = askable(association).map(({ id }) => id);
  const asked = all.filter((id) => random.chance(id === EQUALS ? 0.75 : 0.6));
  return {
    form: random.id(),
    acute: 'false',
    protectedIdentity: 'false',
    childConcern: 'false',
    basis: 'deidentified',
    municipality: random.pick(person.municipalities),
    ageBand: random.pick(codes.ageBands),
    agencies: (asked.length > 0 ? asked : [random.pick(all)]).join(','),
    question: random.pick(texts),
    template: random.pick(codes.templates),
    purpose: random.chance(0.75) ? 'meeting' : 'advice',
    urgency: random.chance(0.8) ? 'normal' : 'soon',
    certificate: random.pick(codes.certificates),
  };
}
