import type { Consultation } from '../domain/consultation.ts';
import { agencyName, type Frame, listed, say, sight } from './frame.ts';
import { type Element, written } from './parts.ts';

/** What stood in the way of a common time, for those who can do something about it. */
export function obstaclesLine(frame: Frame, consultation: Consultation): Element | undefined {
  const { is, unmatched } = consultation;
  const { relations } = sight(frame, consultation);
  if (is !== 'ready' || !unmatched || !(relations.has('owner') || relations.has('coordinator')))
    return undefined;
  const t = say(frame);
  const names = (roles: readonly string[]) =>
    listed(
      roles.map((role) => agencyName(frame, role)),
      t.form.and,
    );
  const { silent, cannot } = unmatched;
  const said = [
    silent.length > 0 ? t.case.obstacles.silent(names(silent)) : '',
    cannot.length > 0 ? t.case.obstacles.cannot(names(cannot)) : '',
    silent.length + cannot.length === 0 ? t.case.obstacles.apart : '',
  ];
  return written(t.case.obstacles.title, said.filter(Boolean).join(' '));
}
