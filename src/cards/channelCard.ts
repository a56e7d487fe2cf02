import type { AgencyFunction, Person } from '../domain/association.ts';
import { type Consultation, isOpenLeg, type Leg } from '../domain/consultation.ts';
import type { News } from '../domain/notices.ts';
import { reachTexts } from '../texts/reach.ts';
import { at, showButton } from './carried.ts';
import { stateLine } from './consultationCard.ts';
import { agencyName, type Frame, legLine, say } from './frame.ts';
import { actions, button, type Card, card, type Element, heading, line, quiet, written } from './parts.ts';
import { taskOf } from './todo.ts';

/** Somebody to be mentioned, by the id Teams knows them by: `29:…`, or their Entra object id. */
export type Mentioned = { person: Person; id: string };

/**
 * What stands in a function's channel, where anybody may read it: reference, what to do, deadline and states. It has no
 * form, since every reader has the same card; what its buttons give is drawn for the presser. `frame.reader` is whoever
 * is asked. Once nothing waits any more nobody is mentioned.
 */
export function channelCard(
  frame: Frame,
  consultation: Consultation,
  leg: Leg | undefined,
  shown: { fn: AgencyFunction; news: readonly News[]; mentioned: Mentioned | undefined },
): Card {
  const t = say(frame);
  const words = reachTexts[frame.language];
  const title = t.case.title(consultation.reference);
  const task = taskOf(frame, consultation);
  const { text } = task;
  const waits = leg !== undefined && task.waits;
  const mentioned = waits ? shown.mentioned : undefined;
  const news = shown.news.map(({ kind, agency }) =>
    t.case.news[kind](agency ? agencyName(frame, agency) : ''),
  );
  const drawn = card(
    [
      heading(title),
      mentioned && mention(mentioned),
      ...(waits ? news.map((one) => line(one)) : []),
      written(t.case.state, stateLine(frame, consultation)),
      waits && written(t.case.yourTurn, text),
      leg && written(agencyName(frame, leg.agency), legLine(frame, leg)),
      waits && line(words.forFunction({ fn: shown.fn.name, open: isOpenLeg(leg) })),
      actions([
        showButton(frame, consultation, { content: false }),
        waits &&
          leg &&
          isOpenLeg(leg) &&
          button('respond.accept', t.form.accept, at(consultation, leg.version), 'positive'),
      ]),
      quiet(words.onlyYou),
    ],
    [title, ...(waits ? [text] : [])].join('. '),
  );
  return mentioned ? { ...drawn, msteams: { entities: [entity(mentioned)] } } : drawn;
}

/** Signs that Markdown or the mention's own tags would read. */
const plainName = ({ name }: Person): string => name.replace(/[<>&*_`[\]#~|\\{}]/g, '');

const tagged = (person: Person): string => `<at>${plainName(person)}</at>`;

// Not `line`: the tags must reach Teams as they are.
const mention = ({ person }: Mentioned): Element => ({
  type: 'TextBlock',
  text: tagged(person),
  wrap: true,
  spacing: 'small',
});

const entity = ({ person, id }: Mentioned) => ({
  type: 'mention',
  text: tagged(person),
  mentioned: { id, name: plainName(person) },
});
