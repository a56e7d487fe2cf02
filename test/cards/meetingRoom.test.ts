import { describe, expect, it } from 'vitest';
import { consultationCard } from '../../src/cards/consultationCard.ts';
import { allAccepted, type Case, does, monday, personNamed, sent, skargarden } from '../support/cases.ts';

/** FK and AF in Skärgården share no session: Tove, Hassan and Moa vote. */
const booked = (association: Case['association']): Case => {
  const asked = sent({ municipality: 'vallsund', agencies: ['fk', 'af'] }, { association, owner: 'cw-tove' });
  return ['cw-tove', 'fk-hassan', 'af-moa'].reduce(
    (at, who) => does(at, who, 'schedule.vote', { ballots: ['yes', 'yes', 'yes'] }),
    allAccepted(asked),
  );
};

const shown = ({ association, consultation }: Case, reader: string): string =>
  JSON.stringify(
    consultationCard(
      { association, reader: personNamed(association, reader), language: 'sv', now: monday },
      consultation,
      { content: false },
    ),
  );

describe('the card of a voted meeting', () => {
  it('opens the room for participants, and shows nobody else where it is', () => {
    const at = booked(skargarden);
    for (const who of ['cw-tove', 'fk-hassan', 'af-moa'])
      expect(shown(at, who)).toContain(`"url":"${skargarden.rooms[0]}"`);
    expect(shown(at, 'co-gun')).not.toContain(skargarden.rooms[0]);
    // Once it has ended the room may be another's.
    const { consultation } = at;
    const over = {
      ...at,
      consultation: { ...consultation, meeting: { ...consultation.meeting!, over: true } },
    };
    expect(shown(over, 'cw-tove')).not.toContain(skargarden.rooms[0]);
  });

  it('says who sends a link where there is no room', () => {
    const at = booked({ ...skargarden, rooms: [] });
    expect(shown(at, 'cw-tove')).toContain('skicka en egen Teams-inbjudan');
    expect(shown(at, 'af-moa')).toContain('Handläggaren skickar länken');
    expect(shown(at, 'co-gun')).not.toContain('länk');
  });
});
