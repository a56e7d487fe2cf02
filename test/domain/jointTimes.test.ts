import { describe, expect, test } from 'vitest';
import { everyJointTime, jointTimes, type RolePeople } from '../../src/domain/jointTimes.ts';
import type { Span } from '../../src/domain/spans.ts';
import { instantAt } from '../../src/domain/zone.ts';
import { bruteForce, proposed, scenes } from '../support/jointTimesOracle.ts';
import fc from '../support/property.ts';
import { wallOf } from '../support/stockholmClock.ts';

const timeZone = 'Europe/Stockholm';
const at = (text: string) => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), timeZone);
};
const minute = (text: string) => at(text).getTime() / 60_000;
const span = (from: string, to: string): Span => ({ start: minute(from), end: minute(to) });
const clock = (n: number) => {
  const wall = wallOf(n);
  const [hours, minutes] = [Math.floor(wall.minute / 60), wall.minute % 60];
  return `${wall.day} ${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};

describe('joint times', () => {
  const monday = span('2026-09-07 09:00', '2026-09-07 11:30');
  const tuesday = span('2026-09-08 13:00', '2026-09-08 15:30');
  const friday = span('2026-09-11 09:00', '2026-09-11 10:00');
  const role = (name: string, free: readonly Span[], required = true): RolePeople => ({
    role: name,
    required,
    people: [{ id: `${name}-one`, free }],
  });
  const times = (input: Parameters<typeof jointTimes>[0]) =>
    jointTimes(input).map(({ start }) => clock(start.getTime() / 60_000));

  test('the earliest on days of their own', () => {
    const roles = [role('kommun', [monday, tuesday, friday]), role('fk', [friday, monday, tuesday])];
    expect(jointTimes({ roles, minutes: 45, count: 2 })).toEqual([
      {
        start: at('2026-09-07 09:00'),
        end: at('2026-09-07 09:45'),
        who: { kommun: ['kommun-one'], fk: ['fk-one'] },
        because: { optional: 0, unsure: 2, fresh: true, usual: true },
      },
      {
        start: at('2026-09-08 13:00'),
        end: at('2026-09-08 13:45'),
        who: { kommun: ['kommun-one'], fk: ['fk-one'] },
        because: { optional: 0, unsure: 2, fresh: true, usual: true },
      },
    ]);
  });

  test('when days run out, four hours apart', () => {
    const whole = span('2026-09-07 08:00', '2026-09-07 17:00');
    expect(times({ roles: [role('kommun', [whole])], minutes: 60, count: 5 })).toEqual([
      '2026-09-07 09:00',
      '2026-09-07 13:00',
    ]);
  });

  test('the days are Stockholm’s, not the server’s or UTC’s', () => {
    const roles = [role('kommun', [span('2026-09-07 22:00', '2026-09-08 03:00')])];
    expect(times({ roles, minutes: 60, count: 2 })).toEqual(['2026-09-07 22:00', '2026-09-08 00:00']);
    expect(times({ roles, minutes: 60, count: 2, timeZone: 'UTC' })).toEqual([
      '2026-09-07 22:00',
      '2026-09-08 02:00',
    ]);
  });

  test('a time the optional role can comes before an earlier one it cannot', () => {
    const optional = role('primarvard', [span('2026-09-07 10:10', '2026-09-07 11:30')], false);
    const roles = [role('kommun', [monday, tuesday]), optional];
    expect(times({ roles, minutes: 45, count: 1 })).toEqual(['2026-09-07 10:15']);
    const [first, second] = jointTimes({ roles, minutes: 45, count: 2 });
    expect(first?.who.primarvard).toEqual(['primarvard-one']);
    expect(second?.who.primarvard).toEqual([]);
  });

  test('what is sure comes before what is only not known, and usual hours before others', () => {
    const known = { ...role('fk', []), people: [{ id: 'fk-one', free: [friday], sure: true }] };
    const asked = { ...known, people: [...known.people, { id: 'fk-two', free: [monday, tuesday, friday] }] };
    const roles = [role('kommun', [monday, tuesday, friday]), asked];
    const proposals = jointTimes({ roles, minutes: 45, count: 1 });
    expect(proposals[0]).toMatchObject({
      start: at('2026-09-11 09:00'),
      who: { fk: ['fk-one', 'fk-two'] },
      because: { unsure: 1 },
    });
    const early = span('2026-09-07 08:00', '2026-09-07 09:00');
    const late = span('2026-09-14 13:00', '2026-09-14 14:00');
    expect(times({ roles: [role('kommun', [early, late])], minutes: 60, count: 1 })).toEqual([
      '2026-09-14 13:00',
    ]);
    // A usual hour is one on the wall, also on the Sunday the clocks go back.
    const sunday = span('2026-10-25 09:00', '2026-10-25 10:00');
    expect(jointTimes({ roles: [role('kommun', [sunday])], minutes: 60, count: 1 })[0]?.because.usual).toBe(
      true,
    );
  });

  test('the choice is made out of every time there is', () => {
    const roles = [role('kommun', [span('2026-09-07 09:00', '2026-09-07 10:20')])];
    const all = everyJointTime({ roles, minutes: 45 }).map(clock);
    expect(all).toEqual(['2026-09-07 09:00', '2026-09-07 09:15', '2026-09-07 09:30']);
  });

  test('any one of a role will do, but one and the same for the whole meeting', () => {
    const two: RolePeople = {
      role: 'fk',
      required: true,
      people: [
        { id: 'a', free: [span('2026-09-07 09:00', '2026-09-07 09:30')] },
        { id: 'b', free: [span('2026-09-07 09:30', '2026-09-07 11:00')] },
      ],
    };
    const found = jointTimes({ roles: [role('kommun', [monday]), two], minutes: 45, count: 1 });
    expect(found.map(({ start, who }) => [clock(start.getTime() / 60_000), who.fk])).toEqual([
      ['2026-09-07 09:30', ['b']],
    ]);
    expect(times({ roles: [{ ...two, accepted: 'a' }], minutes: 45, count: 1 })).toEqual([]);
    expect(times({ roles: [{ ...two, accepted: 'a' }], minutes: 30, count: 1 })).toEqual([
      '2026-09-07 09:00',
    ]);
    expect(times({ roles: [{ ...two, accepted: 'gone' }], minutes: 30, count: 1 })).toEqual([]);
  });

  test('a time tried before is not tried again, nor one that overlaps it', () => {
    const roles = [role('kommun', [monday])];
    const exclude = [at('2026-09-07 09:00')];
    expect(times({ roles, minutes: 45, count: 1, exclude })).toEqual(['2026-09-07 09:45']);
  });

  test('a day on which nothing has been proposed comes first, but not before who can', () => {
    const exclude = [at('2026-09-07 09:00')];
    const wanted = { minutes: 45, count: 1, exclude };
    const roles = [role('kommun', [monday, tuesday])];
    expect(times({ ...wanted, roles })).toEqual(['2026-09-08 13:00']);
    const welcome = role('primarvard', [monday], false);
    expect(times({ ...wanted, roles: [...roles, welcome] })).toEqual(['2026-09-07 09:45']);
  });

  test('no required role, nobody in one, or no grid: no proposals', () => {
    expect(times({ roles: [], minutes: 45, count: 3 })).toEqual([]);
    expect(times({ roles: [role('fk', [monday], false)], minutes: 45, count: 3 })).toEqual([]);
    expect(
      times({ roles: [role('kommun', [monday]), { ...role('fk', []), people: [] }], minutes: 45, count: 3 }),
    ).toEqual([]);
    expect(times({ roles: [role('kommun', [monday])], minutes: 45, count: 0 })).toEqual([]);
    for (const wrong of [{ minutes: 0 }, { minutes: 1.5 }, { minutes: 45, gridMinutes: 0 }]) {
      expect(() => jointTimes({ roles: [], count: 3, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('joint times against every minute of every person', () => {
  test('the same proposals with the same people for the same reasons', () => {
    let found = 0;
    fc.assert(
      fc.property(scenes, (scene) => {
        const times = proposed(scene);
        found += times.length;
        expect(times).toEqual(bruteForce(scene));
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(2000);
  }, 60_000);
});
