import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/cards/frame.ts';
import { type LogRow, logCard, reviewCard, whatWasDone, whoDid } from '../../src/cards/logCard.ts';
import { languages } from '../../src/domain/codes.ts';
import { verbs } from '../../src/domain/transitions.ts';
import { monday } from '../store/builders.ts';
import { klaralvdalen, personNamed } from '../support/cases.ts';
import { actionsOf, faultsOf } from '../support/fakeCards.ts';
import { cardText } from '../support/fakeTeams.ts';

const frame = (language: Frame['language'] = 'sv'): Frame => ({
  association: klaralvdalen,
  reader: personNamed(klaralvdalen, 'co-karin'),
  language,
  now: monday,
});

const row = (position: number, but: Partial<LogRow> = {}): LogRow => ({
  position,
  consultation: 'c-1',
  at: '2026-09-07T07:00:00.000Z',
  actor: 'fk-eva',
  kind: 'reading',
  verb: 'content',
  detail: {},
  ...but,
});

const rows = (count: number): LogRow[] =>
  Array.from({ length: count }, (_, index) =>
    row(index + 1, { at: `2026-09-07T07:${String(index).padStart(2, '0')}:00.000Z` }),
  );

const buttons = (card: unknown): string[] =>
  actionsOf(card as never).map(({ action }) => String(action.title));

describe('a row of the log', () => {
  it('says who it was: by name, as anonymous, by id once out of the file, and nobody when time acted', () => {
    expect(whoDid(frame(), 'fk-eva')).toBe('Eva Dahl (Försäkringskassan)');
    expect(whoDid(frame(), 'f-Ab-_5678')).toBe('anonymiserad användare');
    expect(whoDid(frame('en'), 'f-Ab-_5678')).toBe('anonymous user');
    expect(whoDid(frame(), 'fk-gone')).toBe('fk-gone');
    expect(whoDid(frame(), 'system')).toBe('');
  });

  it.each(languages)('has a word for every verb: %s', (language) => {
    for (const verb of verbs) {
      if (verb === 'consultation.show') continue;
      const said = whatWasDone(frame(language), row(1, { verb }));
      expect(said).not.toBe(verb);
      expect(said.length).toBeGreaterThan(4);
    }
  });

  it('says to whom and about which agency, where it was', () => {
    const said = (verb: string, detail: LogRow['detail']) => whatWasDone(frame(), row(1, { verb, detail }));
    expect(said('consultation.handover', { to: 'cw-johan' })).toBe('överlät samrådet (till Johan Nyström)');
    expect(said('leg.assign', { to: 'af-lena', agency: 'af' })).toBe(
      'valde vem som ska svara (till Lena Björk, gäller Arbetsförmedlingen)',
    );
    expect(said('answer-due', { events: [{ is: 'overdue', agency: 'af', by: 'af-omar' }] })).toContain(
      'gäller Arbetsförmedlingen',
    );
    expect(said('consultation.handover', { to: 'f-Ab-_5678' })).toContain('till anonymiserad användare');
  });

  it('does not tell a conflict of interest from any other way of passing it on', () => {
    const said = (reason: string) =>
      whatWasDone(frame(), row(1, { verb: 'respond.decline', detail: { reason } }));
    expect(said('conflict')).toBe(said('recognised'));
    expect(said('conflict')).toBe('lämnade frågan vidare');
    expect(said('no-time')).toBe('avböjde');
  });
});

describe('the log of a consultation', () => {
  it('shows twelve rows a page, newest first, and the way to the others', () => {
    const first = logCard(frame(), 'K-BCDFG-H', rows(25), 1);
    const shown = cardText(first as never)
      .split('\n')
      .filter((line) => /kl\. /.test(line));
    expect(shown).toHaveLength(12);
    expect(shown[0]).toContain('kl. 09.24');
    expect(buttons(first)).toEqual(['Äldre', 'Till samrådet']);
    const middle = logCard(frame(), 'K-BCDFG-H', rows(25), 2);
    expect(buttons(middle)).toEqual(['Nyare', 'Äldre', 'Till samrådet']);
    const last = logCard(frame(), 'K-BCDFG-H', rows(25), 3);
    expect(cardText(last as never)).toContain('Rad 25–25 av 25');
    expect(buttons(last)).toEqual(['Nyare', 'Till samrådet']);
    // A page that is no longer there is the last one.
    expect(logCard(frame(), 'K-BCDFG-H', rows(25), 99)).toEqual(last);
    expect(cardText(logCard(frame(), 'K-BCDFG-H', [], 1) as never)).toContain('Loggen är tom.');
    for (const card of [first, middle, last]) expect(faultsOf(card as never)).toEqual([]);
  });
});

describe('the review of a month', () => {
  const head = {
    month: '2026-08',
    readings: 40,
    over: true,
    signed: false,
    last: undefined,
    previous: '2026-07',
  };
  const picked = rows(14).map((one) => ({
    row: one,
    reference: one.position === 14 ? undefined : 'K-BCDFG-H',
    why: [{ is: 'sample' } as const, { is: 'many', count: 23 } as const],
  }));

  it('says what is listed and why, and what has no reference any more', () => {
    const second = reviewCard(frame(), head, picked, 2);
    const text = cardText(second as never);
    expect(text).toContain('40 läsningar den månaden. Här är de 14 raderna att titta på');
    expect(text).toContain(
      'gallrat samråd. mån 7 sep kl. 09.13: Eva Dahl (Försäkringskassan) läste innehållet',
    );
    expect(text).toContain('Slumpvis vald. Läste 23 samråd samma dag.');
    expect(buttons(second)).toEqual(['Nyare', 'Granskad', 'Visa 2026-07']);
    expect(faultsOf(second as never)).toEqual([]);
  });

  it('can be signed once the month is over, and once', () => {
    expect(buttons(reviewCard(frame(), { ...head, over: false }, [], 1))).toEqual(['Visa 2026-07']);
    expect(buttons(reviewCard(frame(), { ...head, signed: true }, [], 1))).toEqual(['Visa 2026-07']);
    const none = cardText(reviewCard(frame(), { ...head, readings: 0 }, [], 1) as never);
    expect(none).toContain('Ingen läste något den månaden.');
    const last = { month: '2026-07', by: 'co-karin', at: '2026-08-03T07:00:00.000Z' };
    expect(cardText(reviewCard(frame(), { ...head, last }, [], 1) as never)).toContain(
      'Senast granskat: 2026-07, av Karin Berg (Kommunen) mån 3 aug kl. 09.00.',
    );
  });
});
