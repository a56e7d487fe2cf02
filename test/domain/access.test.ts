import { describe, expect, it } from 'vitest';
import { anonymitySet, municipalityMayBeNamed, relationsOf, sightOf } from '../../src/domain/access.ts';
import {
  accepted,
  aDraft,
  allAccepted,
  type Case,
  does,
  later,
  personNamed,
  sent,
  skargarden,
} from '../support/cases.ts';

const of = ({ association, consultation, now }: Case, id: string) => [
  ...relationsOf(association, consultation, personNamed(association, id), now),
];
const sight = ({ association, consultation, now }: Case, id: string) => {
  const { relations: _relations, ...rest } = sightOf(
    association,
    consultation,
    personNamed(association, id),
    now,
  );
  return rest;
};
const nothing = { content: false, advice: false, declines: false, ownerName: false, meetingLink: false };

const at = does(accepted(sent(), 'fk'), 'psyk-sara', 'respond.advise');

describe('relations', () => {
  it.each([
    ['cw-maria', ['owner']],
    ['co-karin', ['coordinator']],
    ['fk-eva', ['seat']],
    ['fk-lars', ['colleague']],
    ['psyk-sara', ['adviser']],
    ['af-omar', ['candidate']],
    ['af-lena', ['candidate']],
    ['pv-anna', []],
    ['cw-vera', []],
    ['ob-per', []],
  ])('%s is %j', (id, relations) => {
    expect(of(at, id)).toEqual(relations);
  });

  it('nobody of the function for another municipality, unless asked by name', () => {
    const young = sent(
      { municipality: 'norrskar', agencies: ['fk'] },
      { association: skargarden, owner: 'cw-ida' },
    );
    expect(of(young, 'fk-ylva')).toEqual([]);
    expect(of(does(young, 'co-gun', 'leg.assign', { agency: 'fk', to: 'fk-ylva' }), 'fk-ylva')).toEqual([
      'candidate',
    ]);
  });

  it('a draft is its owner’s alone, and stays so when it is withdrawn unsent', () => {
    for (const draft of [aDraft(), does(aDraft(), 'cw-maria', 'request.withdraw')])
      for (const { id } of draft.association.people)
        expect(of(draft, id)).toEqual(id === 'cw-maria' ? ['owner'] : []);
  });

  it('associations are sealed from each other', () => {
    const everybody = skargarden.people.map(
      (person) => relationsOf(skargarden, at.consultation, person, at.now).size,
    );
    expect(Math.max(...everybody)).toBe(0);
  });

  it('a hand-over leaves a way back for 24 hours', () => {
    const over = does(at, 'cw-maria', 'consultation.handover', { to: 'cw-vera' });
    expect(of(over, 'cw-maria')).toEqual(['previous-owner']);
    expect(sight(over, 'cw-maria')).toEqual(nothing);
    expect(of(later(over, 24), 'cw-maria')).toEqual([]);
  });
});

describe('who sees what', () => {
  it.each([
    ['cw-maria', { content: true, advice: true, declines: true, ownerName: true }],
    ['co-karin', { declines: true, ownerName: true }],
    ['fk-eva', { content: true, advice: true, ownerName: true }],
    ['psyk-sara', { content: true, advice: true, ownerName: true }],
    ['af-omar', { content: true }],
    ['fk-lars', {}],
    ['ob-per', {}],
    ['cw-vera', {}],
  ])('%s', (id, seen) => {
    expect(sight(at, id)).toEqual({ ...nothing, ...seen });
  });

  it('the coordinator the content once joined', () => {
    expect(sight(does(at, 'co-karin', 'consultation.join'), 'co-karin')).toMatchObject({
      content: true,
      advice: true,
    });
  });

  it('the link only those who take part in the meeting', () => {
    const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
    const seeing = booked.association.people
      .filter(({ id }) => sight(booked, id).meetingLink)
      .map(({ id }) => id);
    expect(seeing).toEqual(['cw-maria', 'fk-eva', 'af-omar', 'psyk-sara']);
  });

  it('whose leg has lapsed sees states, no content', () => {
    const gone = does(at, 'cw-maria', 'request.withdraw');
    expect(of(gone, 'af-omar')).toEqual(['colleague']);
    expect(sight(gone, 'af-omar')).toEqual(nothing);
  });

  it.each(['conflict', 'recognised'] as const)(
    'after %s the access ends at once, also to the meeting',
    (reason) => {
      const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
      const left = does(booked, 'fk-eva', 'respond.decline', { reason });
      expect(of(left, 'fk-eva')).toEqual([]);
      expect(sight(left, 'fk-eva')).toEqual(nothing);
    },
  );

  it('recognised closes the text to everybody but the owner until it is rewritten', () => {
    const joined = does(at, 'co-karin', 'consultation.join');
    const closed = does(joined, 'af-omar', 'respond.decline', { reason: 'recognised' });
    for (const id of ['co-karin', 'fk-eva', 'psyk-sara', 'af-lena'])
      expect(sight(closed, id)).toMatchObject({ content: false, advice: false });
    expect(sight(closed, 'cw-maria')).toMatchObject({ content: true, advice: true });
    const open = does(closed, 'cw-maria', 'request.edit');
    for (const id of ['co-karin', 'fk-eva', 'psyk-sara', 'af-lena'])
      expect(sight(open, id)).toMatchObject({ content: true });
    expect(sight(open, 'af-omar')).toEqual(nothing);
  });
});

describe('small municipalities', () => {
  it('k is population × share of the age band × 0.03', () => {
    expect(anonymitySet(10_000, '18-24')).toBeCloseTo(24);
    expect(anonymitySet(10_000, '25-29')).toBeCloseTo(18);
    expect(anonymitySet(10_000, '30-59')).toBeCloseTo(114);
    expect(anonymitySet(10_000, '60+')).toBeCloseTo(90);
  });

  it.each([
    [2777, '25-29', false],
    [2778, '25-29', true],
    [2083, '18-24', false],
    [2084, '18-24', true],
    [556, '60+', true],
  ] as const)('of %i inhabitants, %s: named %s', (population, ageBand, named) => {
    const one = sent({ ageBand });
    const municipalities = one.association.municipalities.map((place) => ({ ...place, population }));
    const association = { ...one.association, municipalities };
    expect(municipalityMayBeNamed(association, one.consultation)).toBe(named);
  });
});
