import type { Routing } from '../domain/consultation.ts';
import { type Frame, functionName, listed, say } from './frame.ts';

/** Why a person was asked, in a sentence: the rule that matched, and what set them before the others. */
export function whyLine(frame: Frame, functionId: string, routing: Routing): string {
  const { why } = say(frame).talk;
  const because = routing.because.map((one) => why.because[one]);
  const chosen = why.chosen[routing.chosen]({ open: routing.openLegs });
  if (routing.rule === undefined) return chosen;
  const rule = why.rule({
    fn: functionName(frame, functionId),
    number: routing.rule + 1,
    because: listed(because, say(frame).form.and),
  });
  return `${rule}; ${chosen}`;
}
