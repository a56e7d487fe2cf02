import { isAlias } from '../domain/anonymous.ts';
import { agencyOf, personOf } from '../domain/association.ts';
import { system } from '../domain/life/step.ts';
import type { Logged, Picked, Why } from '../domain/logReview.ts';
import { recordTexts } from '../texts/records.ts';
import { agencyName, type Frame, moment, personName } from './frame.ts';
import { actions, type ButtonData, type Card, card, heading, line, notice, plain, quiet } from './parts.ts';

/** A row of the log as far as it is shown: ids and codes, never content. */
export type LogRow = Logged & { detail: Readonly<Record<string, unknown>> };

/** So many fit on a phone, and well within the size Teams takes. */
const ROWS = 12;

/** Who it was: name and agency, `anonymised` for whoever has left; '' where time itself acted. */
export function whoDid(frame: Frame, actor: string): string {
  if (actor === system.id) return '';
  const person = personOf(frame.association, actor);
  if (!person) return isAlias(actor) ? recordTexts[frame.language].anonymous : actor;
  return `${person.name} (${agencyName(frame, person.agency)})`;
}

/** What was done, in words; what a person said of a colleague's conflict of interest is not told. */
export function whatWasDone(frame: Frame, { verb, detail }: LogRow): string {
  const t = recordTexts[frame.language];
  const secret = verb === 'respond.decline' && ['conflict', 'recognised'].includes(String(detail.reason));
  const done = secret ? t.passedOn : (t.done[verb as keyof typeof t.done] ?? verb);
  const to = typeof detail.to === 'string' ? personName(frame, detail.to) || whoDid(frame, detail.to) : '';
  const agency = agencyOf(frame.association, agencyIn(detail) ?? '')?.name;
  const more = [to && t.to(to), agency && t.concerning(agency)].filter(Boolean).join(', ');
  return more === '' ? done : `${done} (${more})`;
}

/** The agency a row is about: as the person named it, else as it followed when time acted. */
function agencyIn(detail: LogRow['detail']): string | undefined {
  if (typeof detail.agency === 'string') return detail.agency;
  const events = Array.isArray(detail.events) ? (detail.events as { is?: string; agency?: string }[]) : [];
  return events.find(({ is }) => is === 'overdue')?.agency;
}

/** One page of a consultation's log, the newest row first. `page` counts from 1. */
export function logCard(frame: Frame, reference: string, rows: readonly LogRow[], page: number): Card {
  const t = recordTexts[frame.language];
  const title = t.title(reference);
  const { shown, from, to, buttons } = paged([...rows].reverse(), page, (number) => [
    'log.show',
    { ref: reference, page: number },
  ])(frame);
  return card(
    [
      heading(title),
      quiet(t.intro),
      ...shown.map((row) =>
        line(
          t.row({
            when: moment(frame, row.at),
            who: whoDid(frame, row.actor),
            what: whatWasDone(frame, row),
          }),
        ),
      ),
      rows.length === 0 ? line(t.empty) : rows.length > ROWS && quiet(t.page({ from, to, of: rows.length })),
      actions([...buttons, plain('consultation.show', t.back, { ref: reference })]),
    ],
    title,
  );
}

/** What a review shows besides its rows. */
export type ReviewHead = {
  /** `2026-09`. */
  month: string;
  readings: number;
  over: boolean;
  signed: boolean;
  last: { month: string; by: string; at: string } | undefined;
  previous: string;
};

/** A month's readings to look at, each with its reason, and whether somebody has. */
export function reviewCard(
  frame: Frame,
  head: ReviewHead,
  picked: readonly (Omit<Picked, 'row'> & { row: LogRow; reference: string | undefined })[],
  page: number,
): Card {
  const texts = recordTexts[frame.language];
  const t = texts.review;
  const title = t.title(head.month);
  const { shown, from, to, buttons } = paged(picked, page, (number) => [
    'log.sample',
    { month: head.month, page: number },
  ])(frame);
  const sign = head.over && !head.signed;
  return card(
    [
      heading(title),
      head.signed ? notice(t.signed, 'good') : !head.over && notice(t.notOver, 'accent'),
      line(t.intro({ readings: head.readings, listed: picked.length })),
      quiet(head.last ? t.last(lastOf(frame, head.last)) : t.never),
      ...shown.flatMap(({ row, reference, why }) => [
        line(
          `${reference ?? t.noReference}. ${texts.row({
            when: moment(frame, row.at),
            who: whoDid(frame, row.actor),
            what: whatWasDone(frame, row),
          })}`,
        ),
        quiet(why.map((one) => `${whyText(frame, one)}.`).join(' ')),
      ]),
      picked.length > ROWS && quiet(texts.page({ from, to, of: picked.length })),
      sign && quiet(t.signHint),
      actions([
        ...buttons,
        sign && plain('log.review', t.sign, { month: head.month }, 'positive'),
        plain('log.sample', t.show(head.previous), { month: head.previous }),
      ]),
    ],
    title,
  );
}

const lastOf = (frame: Frame, { month, by, at }: { month: string; by: string; at: string }) => ({
  month,
  who: whoDid(frame, by),
  when: moment(frame, at),
});

function whyText({ language }: Frame, why: Why): string {
  const t = recordTexts[language].review.why;
  return why.is === 'many' ? t.many(why.count) : t[why.is];
}

/** The rows of one page, and the buttons to the ones beside it. */
const paged =
  <T>(all: readonly T[], page: number, go: (page: number) => [string, ButtonData]) =>
  ({ language }: Frame) => {
    const t = recordTexts[language];
    const pages = Math.max(1, Math.ceil(all.length / ROWS));
    const now = Math.min(Math.max(page, 1), pages);
    const from = (now - 1) * ROWS;
    const shown = all.slice(from, from + ROWS);
    const button = (title: string, number: number) => plain(go(number)[0], title, go(number)[1]);
    return {
      shown,
      from: from + 1,
      to: from + shown.length,
      buttons: [now > 1 && button(t.newer, now - 1), now < pages && button(t.older, now + 1)],
    };
  };
