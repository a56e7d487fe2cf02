import type { Item, Preparation } from '../domain/agenda.ts';
import { MUNICIPAL_AGENCY } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { agencyName, dayOfMonth, type Frame, hours, say } from './frame.ts';
import { actions, type Card, card, heading, line, link, plain, quiet, subheading } from './parts.ts';

/** No card carries more buttons than this (product §5). */
const MOST_BUTTONS = 6;

/** One person's agenda of one occasion (`session day`): their own consultations in order of time, without content. */
export function agendaCard(
  frame: Frame,
  occasion: string,
  own: readonly { consultation: Consultation; item: Item }[],
): Card {
  const t = say(frame).case.agenda;
  const [id = '', day = ''] = occasion.split(' ');
  const name = frame.association.sessions.find((one) => one.id === id)?.name ?? id;
  const title = t.title({ session: name, when: dayOfMonth(frame, day) });
  // Where there is room for one button each, it is the way into the meeting; `visa` does the rest.
  const both = own.length * 2 <= MOST_BUTTONS;
  const parts = own.flatMap(({ consultation: { reference }, item: { role, meeting, toPrepare } }, index) => {
    const when = hours(frame, meeting.start, meeting.end);
    const join = index < MOST_BUTTONS && meeting.link !== undefined && link(t.open(reference), meeting.link);
    return [
      subheading(`${when} · ${reference}`),
      line(role === MUNICIPAL_AGENCY ? t.asOwner : t.asAgency(agencyName(frame, role))),
      line(toPrepare.length === 0 ? t.prepared : toPrepare.map((one) => left(frame, one)).join(' ')),
      actions([both && plain('consultation.show', t.show(reference), { ref: reference }), join]),
    ];
  });
  return card(
    [
      heading(title),
      ...(own.length === 0 ? [line(t.nothing)] : [quiet(t.ownOnly), ...parts]),
      ...(own.length === 0 ? [] : [quiet(say(frame).case.meetingRules)]),
    ],
    own.length === 0 ? `${title}. ${t.nothing}` : `${title}. ${t.count(own.length)}`,
  );
}

function left(frame: Frame, one: Preparation): string {
  const t = say(frame).case.agenda;
  return one.is === 'rewrite' ? t.rewrite : t[one.is](agencyName(frame, one.agency));
}
