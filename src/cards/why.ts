import { relationToLeg } from '../domain/access.ts';
import { type Consultation, isActive, type Leg, type Routing } from '../domain/consultation.ts';
import { agencyName, type Frame, functionName, listed, personName, say, sight } from './frame.ts';
import { actions, type Card, card, heading, line, plain, written } from './parts.ts';

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

/** Why each person was asked: all of it for owner and coordinator, a member's own leg for the member. */
export function whyCard(frame: Frame, consultation: Consultation): Card {
  const t = say(frame);
  const { relations } = sight(frame, consultation);
  const all = relations.has('owner') || relations.has('coordinator');
  const mine = (leg: Leg) =>
    all || relationToLeg(frame.association, consultation, leg, frame.reader) !== undefined;
  const lines = consultation.legs
    .filter(isActive)
    .filter(mine)
    .flatMap((leg) => {
      if (!leg.routing || !leg.function) return [];
      const who = personName(frame, leg.holder ?? leg.asked);
      return [written(`${agencyName(frame, leg.agency)}, ${who}`, whyLine(frame, leg.function, leg.routing))];
    });
  const title = `${t.case.title(consultation.reference)}: ${t.case.why}`;
  return card(
    [
      heading(title),
      ...(lines.length > 0 ? lines : [line(t.case.noWhy)]),
      actions([plain('consultation.show', t.form.back, { ref: consultation.reference })]),
    ],
    title,
  );
}
