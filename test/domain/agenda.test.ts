import { describe, expect, it } from 'vitest';
import { agendaDues, itemFor, occasionOf } from '../../src/domain/agenda.ts';
import { dutyBefore } from '../../src/domain/duty.ts';
import { meetingEnded } from '../../src/domain/life/silence.ts';
import { stillStands } from '../../src/domain/overtaken.ts';
import { openPrompts } from '../../src/domain/prompts.ts';
import {
  allAccepted,
  type Case,
  clock,
  does,
  falls,
  later,
  legIn,
  news,
  nextDue,
  personNamed,
  sent,
} from '../support/cases.ts';

const ready = allAccepted(sent());
const booked = does(ready, 'fk-eva', 'schedule.book', { slot: 'slot-2' });
const occasion = 'konsultationstid 2026-09-10';
const dues = (before: Case | undefined, { association, consultation, now }: Case) =>
  agendaDues(association, before?.consultation, consultation, now);

describe('an agenda', () => {
  it('is due for each participant as they begin two working days before, and at once when booked later', () => {
    expect(occasionOf(booked.consultation.meeting!, booked.association)).toBe(occasion);
    const at = '2026-09-08T06:00:00.000Z';
    expect(dues(ready, booked)).toEqual(
      ['cw-maria', 'fk-eva', 'af-omar', 'psyk-sara'].map((person) => ({ person, occasion, at })),
    );
    const [late] = dues(ready, later(booked, '2026-09-09T09:00:00.000Z'));
    expect(late?.at).toBe('2026-09-09T09:00:00.000Z');
  });

  it('is looked at again by whoever was and whoever is to come, until the meeting is over', () => {
    const moved = does(booked, 'psyk-sara', 'schedule.move');
    expect(dues(booked, moved).map(({ person }) => person)).toContain('psyk-sara');
    const handed = does(booked, 'cw-maria', 'consultation.handover', { to: 'cw-vera' });
    expect(dues(booked, handed).map(({ person }) => person)).toEqual(
      expect.arrayContaining(['cw-maria', 'cw-vera']),
    );
    expect(dues(booked, later(handed, booked.consultation.meeting!.end))).toEqual([]);
    expect(dues(undefined, ready)).toEqual([]);
  });

  it('holds what a person is to come to, whom they are there for and what is left; never what others are', () => {
    const item = (person: string, at = booked) => itemFor(at.association, at.consultation, person, occasion);
    expect(item('cw-maria')).toMatchObject({ role: 'kommun', toPrepare: [] });
    expect(item('fk-eva')).toMatchObject({ role: 'fk' });
    for (const nobody of ['fk-lars', 'co-karin', 'cw-johan']) expect(item(nobody)).toBeUndefined();
    expect(itemFor(booked.association, booked.consultation, 'fk-eva', 'konsultationstid 2026-09-24')).toBe(
      undefined,
    );
    const more = does(booked, 'cw-maria', 'leg.add', { agency: 'primarvard' });
    expect(item('fk-eva', more)?.toPrepare).toEqual([{ is: 'unanswered', agency: 'primarvard' }]);
    const asking = does(more, legIn(more, 'primarvard').asked!, 'respond.ask');
    expect(item('cw-maria', asking)?.toPrepare).toEqual([{ is: 'answer', agency: 'primarvard' }]);
    expect(item('fk-eva', asking)?.toPrepare).toEqual([{ is: 'unanswered', agency: 'primarvard' }]);
  });
});

describe('the reminder before a meeting', () => {
  const prompt = (at: Case, when: string) => nextDue(later(at, when), ['prompt']);

  it('is told to each participant once as they begin the working day before', () => {
    expect(prompt(booked, '2026-09-09T05:59:00.000Z')).toBeUndefined();
    const reminded: string[] = [];
    let at = later(booked, '2026-09-09T06:00:00.000Z');
    for (let next = nextDue(at, ['prompt']); next; next = nextDue(at, ['prompt'])) {
      reminded.push(...Object.entries(news(at, next, clock.id)).map(([to, said]) => `${to} ${said}`));
      at = next;
    }
    expect(reminded.sort()).toEqual(
      ['af-omar', 'cw-maria', 'fk-eva', 'psyk-sara'].map((to) => `${to} meeting-soon`),
    );
  });

  it('comes on the last day somebody works before it, and still in time when they were away then', () => {
    const lena = personNamed(booked.association, 'af-lena');
    expect(dutyBefore(booked.association, lena, '2026-09-10', 1)?.toISOString()).toBe(
      '2026-09-08T06:00:00.000Z',
    );
    const ill = { person: 'fk-eva', from: '2026-09-09', to: '2026-09-09', part: 'day' } as const;
    const away = { ...booked, absences: { 'fk-eva': [{ ...ill, id: 'a', backup: undefined }] } };
    const told = (when: string) => {
      let at: Case = later(away, when);
      for (let next = nextDue(at, ['prompt']); next; next = nextDue(at, ['prompt'])) at = next;
      return at.consultation.prompted.some((key) => key.endsWith('/fk'));
    };
    expect(told('2026-09-09T15:00:00.000Z')).toBe(false);
    expect(told('2026-09-10T06:00:00.000Z')).toBe(true);
  });

  it('is nobody’s who was told that it is booked on that day or later', () => {
    const late = later(ready, '2026-09-09T05:30:00.000Z');
    const same = does(late, 'fk-eva', 'schedule.book', { slot: 'slot-2' });
    expect(openPrompts(same.association, same.consultation)).toEqual([]);
    expect(openPrompts(booked.association, booked.consultation)).toHaveLength(4);
  });
});

describe('what was put off until somebody works', () => {
  const stands = (
    { consultation }: Case,
    kind: Parameters<typeof stillStands>[1]['kind'],
    who = 'cw-maria',
  ) => stillStands(consultation, { kind, agency: undefined }, who, '');

  it('is told only while it is so', () => {
    const over = falls(later(booked, booked.consultation.meeting!.end), meetingEnded);
    const held = does(over, 'cw-maria', 'meeting.held');
    expect([ready, booked, over, held].map((at) => stands(at, 'booked'))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([booked, over, held].map((at) => stands(at, 'meeting-over'))).toEqual([false, true, false]);
    expect([ready, booked].map((at) => stands(at, 'times'))).toEqual([true, false]);
    expect(stands(ready, 'no-times')).toBe(false);
  });

  it('is not told of another round, or another booking, than the one it was about', () => {
    const { consultation } = booked;
    const news = { kind: 'booked', agency: undefined } as const;
    expect(stillStands(consultation, news, 'fk-eva', consultation.since)).toBe(true);
    expect(stillStands(consultation, news, 'fk-eva', '2026-09-01T00:00:00.000Z')).toBe(false);
    const times = { kind: 'times', agency: undefined } as const;
    const { openedAt } = ready.consultation.times!;
    expect(stillStands(ready.consultation, times, 'fk-eva', openedAt)).toBe(true);
    expect(stillStands(ready.consultation, times, 'fk-eva', '2026-09-01T00:00:00.000Z')).toBe(false);
  });
});
