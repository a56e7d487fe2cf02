import type { Rung } from '../domain/ladder.ts';
import { absenceTexts } from '../texts/absence.ts';
import { type Frame, moment, personName } from './frame.ts';
import { type Element, quiet } from './parts.ts';

/** What happens to a question if nobody answers it, in one line. */
export function ladderLines(frame: Frame, rungs: readonly Rung[]): Element[] {
  if (rungs.length === 0) return [];
  const t = absenceTexts[frame.language];
  const said = rungs.map(({ is, at, to }) =>
    t.rung[is]({ who: personName(frame, to), when: moment(frame, at.toISOString()) }),
  );
  return [quiet(`${t.ladder}: ${said.join('; ')}.`)];
}
