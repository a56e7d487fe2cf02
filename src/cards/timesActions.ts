import { MUNICIPAL_AGENCY } from '../domain/association.ts';
import type { Consultation, Round, Slot } from '../domain/consultation.ts';
import { knowledges } from '../domain/freeBusy.ts';
import { keptPlace } from '../domain/life/queue.ts';
import { partVersion } from '../domain/transitions.ts';
import { MOST_TIMES } from '../domain/votes.ts';
import { at, timesAt, voteAt } from './carried.ts';
import { outcomeForm, presentForm, slotTitle, voteForm } from './fields.ts';
import { agencyName, type Frame, listed, say, sight } from './frame.ts';
import {
  button,
  choiceInput,
  type Element,
  line,
  link,
  plain,
  quiet,
  subheading,
  textInput,
  unfold,
} from './parts.ts';

type Section = { inputs: (Element | undefined)[]; buttons: (Element | undefined | false)[] };

/** Votes or free places, for whoever may use them. */
export function timesPart(frame: Frame, consultation: Consultation): Section {
  const { times, is } = consultation;
  if (is !== 'scheduling' || !times) return { inputs: [], buttons: [] };
  const t = say(frame).form;
  const { relations } = sight(frame, consultation);
  const seat = relations.has('owner') || relations.has('seat');
  const slots = times.slots.map((slot) => ({ value: slot.id, title: slotTitle(frame, slot) }));
  const data = timesAt(consultation);
  if (times.kind === 'places')
    return {
      inputs: [
        choiceInput('slot', times.dueAt ? t.keptPlace : t.places, slots, {
          expanded: true,
          value: slots[0]?.value,
        }),
      ],
      buttons: [button('schedule.book', t.book, data, 'positive'), ...searchButtons(frame, consultation)],
    };
  const mayBook = relations.has('owner') || relations.has('coordinator');
  return {
    inputs: [
      subheading(t.times),
      ...tally(frame, consultation, times),
      ...(seat ? voteForm(frame, times) : []),
    ],
    buttons: [
      seat && button('schedule.vote', t.vote, voteAt(consultation), 'positive'),
      mayBook &&
        unfold(
          t.bookMore,
          [choiceInput('slot', t.slot, slots, { expanded: true })],
          [button('schedule.book', t.book, data, 'positive')],
        ),
      ...searchButtons(frame, consultation),
    ],
  };
}

function searchButtons(frame: Frame, consultation: Consultation): (Element | false)[] {
  const { relations } = sight(frame, consultation);
  if (!relations.has('owner') && !relations.has('coordinator')) return [];
  const { times } = consultation;
  const t = say(frame).form;
  const data = timesAt(consultation);
  if (times?.kind !== 'vote' || times.proposed >= MOST_TIMES)
    return [plain('schedule.suggest', keptPlace(consultation) ? t.letGo : t.suggestTimes, data)];
  return [
    unfold(
      t.moreTimes,
      [line(t.moreTimesHint)],
      [
        plain('schedule.add', t.addTimes, at(consultation, partVersion(consultation, 'schedule.add'))),
        plain('schedule.suggest', t.suggestTimes, data),
      ],
    ),
  ];
}

function tally(frame: Frame, consultation: Consultation, times: Round): Element[] {
  const voters = [
    consultation.owner,
    ...consultation.legs.filter((leg) => leg.is === 'accepted').flatMap((leg) => leg.holder ?? []),
  ];
  return times.slots.flatMap((slot) => {
    const said = voters.map((person) => times.votes[person]?.[slot.id]);
    const count = (ballot: string | undefined) => said.filter((one) => one === ballot).length;
    const known = knownLine(frame, consultation, times, slot);
    const votes = line(
      say(frame).case.voteLine({
        time: slotTitle(frame, slot),
        yes: count('yes'),
        maybe: count('maybe'),
        no: count('no'),
        silent: count(undefined),
      }),
    );
    return known === '' ? [votes] : [votes, quiet(known)];
  });
}

/** What was known of those who have not answered it yet when a time was proposed: a vote says more than a calendar. */
function knownLine(
  frame: Frame,
  { owner, legs }: Consultation,
  { votes }: Round,
  { id, who = {} }: Slot,
): string {
  const { case: t, form } = say(frame);
  const voter = (role: string) =>
    role === MUNICIPAL_AGENCY ? owner : legs.find(({ agency }) => agency === role)?.holder;
  const silent = Object.entries(who).filter(([role]) => !votes[voter(role) ?? '']?.[id]);
  return knowledges
    .flatMap((one) => {
      const names = silent.filter(([, known]) => known === one).map(([role]) => agencyName(frame, role));
      return names.length > 0 ? [t.known[one](listed(names, form.and))] : [];
    })
    .join('; ');
}

/** Once booked: the link for participants, that it was held, and moving or calling it off. */
export function meetingButtons(
  frame: Frame,
  consultation: Consultation,
  may: { cancel: boolean },
): (Element | undefined | false)[] {
  const { meeting, is } = consultation;
  if (is !== 'booked' || !meeting) return [];
  const t = say(frame);
  const data = timesAt(consultation);
  const mine = sight(frame, consultation).meetingLink;
  // The same room is another meeting's next.
  const join = meeting.link !== undefined && mine && !meeting.over && link(t.case.joinMeeting, meeting.link);
  const held = unfold(
    t.form.heldMore,
    presentForm(frame, consultation),
    [button('meeting.held', t.form.held, data, 'positive')],
    meeting.over ? 'positive' : undefined,
  );
  return [
    join,
    held,
    unfold(
      t.form.moveMore,
      [textInput('reason', t.form.reason, { most: 300, lines: false })],
      [
        button('schedule.move', t.form.move, data),
        ...(may.cancel ? [button('schedule.cancel', t.form.unbook, data, 'destructive')] : []),
      ],
    ),
  ];
}

/** Recording the outcome, and correcting it. */
export function outcomeButtons(frame: Frame, consultation: Consultation): (Element | false)[] {
  const t = say(frame).form;
  const data = at(consultation, consultation.outcomes.length);
  if (consultation.is === 'held' || consultation.is === 'advised')
    return [
      unfold(t.outcomeMore, outcomeForm(frame, consultation), [
        button('outcome.record', t.outcome, data, 'positive'),
      ]),
    ];
  if (consultation.is !== 'recorded') return [];
  return [plain('consultation.form', t.correct, at(consultation, undefined, { form: 'outcome.record' }))];
}
