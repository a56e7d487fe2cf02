import { type Association, agencyOf, coordinatorsOf, MUNICIPAL_AGENCY, personOf } from './association.ts';
import type { Consultation, Instant, Leg } from './consultation.ts';
import { dutyBefore } from './duty.ts';
import { followUpDays } from './followUps.ts';
import { followedUp } from './life/meeting.ts';
import { hasVoted } from './votes.ts';
import { dueAfterWorkingDays, halfTime, type WorkCalendar } from './workingTime.ts';
import { beginning, dayOf } from './zone.ts';

/** What a prompt says: `stalled` tells a coordinator that a consultation stands still. */
export type PromptNews = 'reminder' | 'stalled' | 'follow-up' | 'vote-reminder' | 'meeting-soon';

/**
 * Somebody is reminded, or told that something stands still, at `at` or when they next work, but not from `until` on.
 * What has been said is kept under `key` in the consultation; no person stands in it.
 */
export type Prompt = {
  key: string;
  at: Instant;
  until?: Instant | undefined;
  to: readonly string[];
  news: PromptNews;
  agency?: string | undefined;
};

/** Who is told after how many working days; the last step is taken again, each time after twice as long, until it helps. */
type Ladder = readonly { after: number; tell: 'actor' | 'coordinators' }[];

/**
 * The steps of whatever waits for one person, in the working days of the municipality (product §7: the owner is reminded
 * after two, the coordinator told after five).
 */
const ladders = {
  owner: [
    { after: 2, tell: 'actor' },
    { after: 5, tell: 'coordinators' },
  ],
  coordinator: [{ after: 2, tell: 'coordinators' }],
  /** Nobody can do anything about a full session but whoever arranges it. */
  full: [{ after: 5, tell: 'coordinators' }],
} as const satisfies Record<string, Ladder>;

/** Something that stands still until somebody acts. */
type Wait = { key: string; since: Instant; actors: readonly string[]; ladder: Ladder; agency?: string };

const asking = ['requested', 'ready', 'scheduling', 'booked', 'held', 'advised'];

/** All that is to be said of a consultation as it stands, said or not, earliest step of each first. */
export function promptsOf(association: Association, consultation: Consultation): readonly Prompt[] {
  if (consultation.sentAt === undefined) return [];
  const { is } = consultation;
  if (is === 'recorded' || is === 'closed') return followUpPrompts(association, consultation);
  if (!asking.includes(is)) return [];
  return [
    ...consultation.legs.flatMap((leg) => halfTimePrompt(association, leg)),
    ...votePrompts(association, consultation),
    ...meetingPrompts(association, consultation),
    ...waitsOf(consultation).flatMap((wait) => steps(association, consultation, wait)),
  ];
}

/** Half the time has passed without an answer, or without the advice that was promised. */
function halfTimePrompt(association: Association, leg: Leg): Prompt[] {
  const { agency, dueAt } = leg;
  const person = leg.is === 'offered' ? leg.asked : leg.is === 'accepted' ? leg.holder : undefined;
  const calendar = agencyOf(association, agency)?.calendar;
  if (person === undefined || dueAt === undefined || calendar === undefined) return [];
  const from = leg.is === 'offered' ? leg.askedAt : leg.since;
  const at = halfTime(calendar, new Date(from), new Date(dueAt)).toISOString();
  if (at >= dueAt) return [];
  return [{ key: `half/${agency}/${leg.version}`, at, until: dueAt, to: [person], news: 'reminder', agency }];
}

/** Half the time of a vote has passed: only who is silent is reminded. */
function votePrompts(association: Association, { is, owner, legs, times }: Consultation): Prompt[] {
  if (is !== 'scheduling' || times?.kind !== 'vote' || times.dueAt === undefined) return [];
  const { calendar } = agencyOf(association, MUNICIPAL_AGENCY)!;
  const at = halfTime(calendar, new Date(times.openedAt), new Date(times.dueAt)).toISOString();
  const seats = legs.filter((leg) => leg.is === 'accepted').flatMap(({ holder }) => holder ?? []);
  return [...new Set([owner, ...seats])]
    .map((person, place) => ({ person, place }))
    .filter(({ person }) => !hasVoted(times, person))
    .map(({ person, place }) => ({
      key: `vote/${times.version}/${times.proposed}/${place}`,
      at,
      until: times.dueAt,
      to: [person],
      news: 'vote-reminder',
    }));
}

/**
 * Everybody who is to come is reminded as they begin on the last day they work before the meeting's; whoever was told
 * that it is booked on that day or later is not told again.
 */
function meetingPrompts(association: Association, { is, since, meeting }: Consultation): Prompt[] {
  if (is !== 'booked' || meeting === undefined || meeting.over) return [];
  const { timeZone } = association;
  const day = dayOf(new Date(meeting.start), timeZone);
  return Object.entries(meeting.participants).flatMap(([role, id]): Prompt[] => {
    const person = personOf(association, id);
    const at = person && dutyBefore(association, person, day, 1);
    if (at === undefined || dayOf(new Date(since), timeZone) >= dayOf(at, timeZone)) return [];
    const key = `meet/${meeting.start}/${role}`;
    return [{ key, at: at.toISOString(), until: meeting.start, to: [id], news: 'meeting-soon' }];
  });
}

function waitsOf(consultation: Consultation): Wait[] {
  const { is, owner, legs, since, sealed, times, queue, meeting } = consultation;
  const forOwner = (key: string, from: Instant, agency?: string): Wait => ({
    key,
    since: from,
    actors: [owner],
    ladder: ladders.owner,
    ...(agency === undefined ? {} : { agency }),
  });
  const waits = legs.flatMap((leg): Wait[] => legWait(consultation, leg, forOwner));
  if (sealed) {
    const recognised = legs.flatMap(({ declines }) =>
      declines.filter(({ reason }) => reason === 'recognised'),
    );
    waits.push(
      forOwner(
        'rewrite',
        recognised
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? since,
      ),
    );
  }
  if (is === 'ready' && queue) waits.push({ key: 'queue', since, actors: [], ladder: ladders.full });
  else if (is === 'ready') waits.push(forOwner('times', since));
  if (is === 'scheduling' && times?.kind === 'places')
    waits.push(forOwner(`take/${times.version}`, times.openedAt));
  if (is === 'booked' && meeting?.over === true) waits.push(forOwner('confirm', meeting.end));
  if (is === 'held') {
    waits.push(forOwner('record', since));
    // Whoever holds a seat beside the owner is reminded once.
    for (const { agency, holder } of legs)
      if (holder !== undefined && holder !== owner)
        waits.push({ key: `record/${agency}`, since, actors: [holder], ladder: ladders.owner.slice(0, 1) });
  }
  if (is === 'advised') waits.push(forOwner('record', since));
  return waits;
}

function legWait(
  consultation: Consultation,
  { is, agency, since, dueAt, holder }: Leg,
  forOwner: (key: string, from: Instant, agency?: string) => Wait,
): Wait[] {
  if (is === 'waiting') return [forOwner(`clarify/${agency}`, since, agency)];
  if (is === 'declined') return [forOwner(`decide/${agency}`, since, agency)];
  if (is === 'with-coordinator')
    return [{ key: `assign/${agency}`, since, actors: [], ladder: ladders.coordinator, agency }];
  // The advice that was promised did not come in time.
  if (
    is === 'accepted' &&
    consultation.request.purpose === 'advice' &&
    dueAt === undefined &&
    consultation.is === 'requested'
  )
    return [
      {
        key: `advice/${agency}`,
        since,
        actors: holder === undefined ? [] : [holder],
        ladder: ladders.owner,
        agency,
      },
    ];
  return [];
}

/** The steps of a wait up to the first that has not been taken. */
function steps(association: Association, consultation: Consultation, wait: Wait): Prompt[] {
  const { calendar } = agencyOf(association, MUNICIPAL_AGENCY)!;
  const coordinators = coordinatorsOf(association).map(({ id }) => id);
  const prompts: Prompt[] = [];
  for (let step = 0; ; step += 1) {
    const rung = wait.ladder[step];
    const last = wait.ladder.at(-1)!;
    // Whoever holds a seat beside the owner is reminded once.
    if (rung === undefined && last.tell === 'actor') return prompts;
    const after = rung?.after ?? last.after * 2 ** (step - wait.ladder.length + 1);
    const tell = (rung ?? last).tell;
    const key = `${wait.key}/${wait.since}/${step}`;
    prompts.push({
      key,
      at: workingDaysAfter(calendar, wait.since, after),
      to: tell === 'actor' ? wait.actors : coordinators,
      news: tell === 'actor' ? 'reminder' : 'stalled',
      agency: wait.agency,
    });
    if (!consultation.prompted.includes(key)) return prompts;
  }
}

const workingDaysAfter = (calendar: WorkCalendar, since: Instant, days: number): Instant =>
  dueAfterWorkingDays(calendar, new Date(since), days).toISOString();

/**
 * The owner is asked what became of it on the day, again after five working days, and then the coordinator is told. The
 * days count from the answer before this one where that came later: nobody is behind with what they were not asked yet.
 */
function followUpPrompts(association: Association, consultation: Consultation): Prompt[] {
  const { calendar } = agencyOf(association, MUNICIPAL_AGENCY)!;
  const given = followedUp(consultation);
  const day = followUpDays(association, consultation)[given];
  if (day === undefined) return [];
  const begins = beginning(day, association.timeZone).toISOString();
  const before = given === 0 ? '' : (consultation.followUps.at(-1)?.at ?? '');
  const from = before > begins ? before : begins;
  const of = (step: number): Pick<Prompt, 'key'> => ({
    key: `follow-up/${consultation.roundOfCase}/${day}/${step}`,
  });
  const coordinators = coordinatorsOf(association).map(({ id }) => id);
  return [
    { ...of(0), at: from, to: [consultation.owner], news: 'follow-up' },
    { ...of(1), at: workingDaysAfter(calendar, from, 5), to: [consultation.owner], news: 'follow-up' },
    { ...of(2), at: workingDaysAfter(calendar, from, 10), to: coordinators, news: 'stalled' },
  ];
}

/** What is left to be said, and what has been said that is still of consequence. */
export const openPrompts = (association: Association, consultation: Consultation): readonly Prompt[] =>
  promptsOf(association, consultation).filter(({ key }) => !consultation.prompted.includes(key));
