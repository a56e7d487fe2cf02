import type { Association, Person } from './association.ts';
import { type Consultation, isOpenLeg, type Leg } from './consultation.ts';
import { candidates } from './routing.ts';

/**
 * What a person is to one consultation. `candidate`: may answer for an open leg; `seat`: has accepted;
 * `adviser`: has advised; `colleague`: shares the function of a leg that somebody else answers for (sees states, no
 * content); `previous-owner`: may take an own hand-over back within 24 hours.
 */
export type Relation =
  | 'owner'
  | 'coordinator'
  | 'candidate'
  | 'seat'
  | 'adviser'
  | 'colleague'
  | 'previous-owner';

const DAY = 24 * 60 * 60 * 1000;

/** The relation of one person to one leg; undefined for strangers and for those whose access has ended. */
export function relationToLeg(
  association: Association,
  consultation: Consultation,
  leg: Leg,
  person: Person,
): 'candidate' | 'seat' | 'adviser' | 'colleague' | undefined {
  if (person.role !== 'member' || person.agency !== leg.agency || leg.barred.includes(person.id))
    return undefined;
  if (leg.holder === person.id && leg.is === 'accepted') return 'seat';
  if (leg.holder === person.id && leg.is === 'advised') return 'adviser';
  const inFunction =
    leg.asked === person.id ||
    (leg.function !== undefined &&
      candidates(association, leg.function, consultation.request.municipality).some(
        ({ id }) => id === person.id,
      ));
  if (!inFunction) return undefined;
  return isOpenLeg(leg) ? 'candidate' : 'colleague';
}

/** Everything a person is to a consultation at `now`; empty for a stranger. What was never sent is its owner's alone. */
export function relationsOf(
  association: Association,
  consultation: Consultation,
  person: Person,
  now: Date,
): ReadonlySet<Relation> {
  const relations = new Set<Relation>();
  if (consultation.association !== association.id) return relations;
  if (consultation.owner === person.id) relations.add('owner');
  if (consultation.sentAt === undefined) return relations;
  if (person.role === 'coordinator') relations.add('coordinator');
  const { handover } = consultation;
  if (handover?.from === person.id && now.getTime() - Date.parse(handover.at) < DAY)
    relations.add('previous-owner');
  for (const leg of consultation.legs) {
    const relation = relationToLeg(association, consultation, leg, person);
    if (relation) relations.add(relation);
  }
  return relations;
}

/** What one reader may see of a consultation (product §5, "Who sees what"). */
export type Sight = {
  relations: ReadonlySet<Relation>;
  /** Question, background, strength and the coded fields except gender. */
  content: boolean;
  /** Advice and clarifications of all legs. */
  advice: boolean;
  /** Decline texts and who was asked before. */
  declines: boolean;
  ownerName: boolean;
  meetingLink: boolean;
};

export function sightOf(
  association: Association,
  consultation: Consultation,
  person: Person,
  now: Date,
): Sight {
  const relations = relationsOf(association, consultation, person, now);
  const has = (...some: Relation[]) => some.some((relation) => relations.has(relation));
  const { sealed } = consultation;
  const joined = has('coordinator') && consultation.joined.includes(person.id) && !sealed;
  const recipient = has('candidate', 'seat', 'adviser') && !sealed;
  return {
    relations,
    content: has('owner') || joined || recipient,
    advice: has('owner') || joined || (has('seat', 'adviser') && !sealed),
    declines: has('owner', 'coordinator'),
    ownerName: has('owner', 'coordinator', 'seat', 'adviser'),
    meetingLink: Object.values(consultation.meeting?.participants ?? {}).includes(person.id),
  };
}

/** Whether a reader may have a consultation as a file: its owner, and a coordinator who may read its content. */
export const mayExport = ({ relations, content }: Sight): boolean =>
  relations.has('owner') || (relations.has('coordinator') && content);

/** k = population × share of the age band × 0.03: how many people a reader may have in mind (product §6). */
export function anonymitySet(population: number, ageBand: keyof typeof AGE_SHARE): number {
  return population * AGE_SHARE[ageBand] * 0.03;
}

const AGE_SHARE = { '18-24': 0.08, '25-29': 0.06, '30-59': 0.38, '60+': 0.3 } as const;

/** Whether recipients may be told the municipality: not where too few people would fit. */
export function municipalityMayBeNamed(
  association: Association,
  { request }: { request: Pick<Consultation['request'], 'municipality' | 'ageBand'> },
): boolean {
  const place = association.municipalities.find(({ id }) => id === request.municipality);
  return place !== undefined && anonymitySet(place.population, request.ageBand) >= association.smallestCell;
}
