import type { Association } from './association.ts';
import { type Consultation, type Leg, legOf } from './consultation.ts';
import type { Event } from './life/step.ts';
import { chooseFunction } from './routing.ts';

/** An event as the log keeps it: where a person was asked or said no, also in which function and by which rule. */
export type RoutedEvent = Event & { function?: string; rule?: number };

/**
 * What a leg is now says nothing of who was asked before, or by what; the log does. So whoever was asked, and whoever
 * said no, stands there with the function and the rule (from 0) that had led to them: the distribution of questions and
 * what speaks against a rule are counted from it.
 */
export const routedEvents = (
  association: Association,
  before: Consultation | undefined,
  after: Consultation,
  events: readonly Event[],
): readonly RoutedEvent[] =>
  events.map((event) => {
    if (event.is !== 'offered' && event.is !== 'declined') return event;
    const then = event.is === 'offered' ? after : (before ?? after);
    const leg = legOf(then, event.agency);
    if (leg === undefined) return event;
    const rule = ruleOf(leg) ?? chooseFunction(association, then.request, leg.agency, [])?.rule;
    return {
      ...event,
      ...(leg.function === undefined ? {} : { function: leg.function }),
      ...(rule === undefined ? {} : { rule }),
    };
  });

const ruleOf = ({ routing }: Leg): number | undefined => routing?.rule ?? routing?.before;
