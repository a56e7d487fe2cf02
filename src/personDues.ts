import { taskOf } from './cards/todo.ts';
import { type Association, type Person, personOf } from './domain/association.ts';
import { morningOf, nextOnDuty } from './domain/duty.ts';
import type { Facts } from './domain/life/step.ts';
import { stillStands } from './domain/overtaken.ts';
import { addDays, beginning, dayOf } from './domain/zone.ts';
import { agendaFor } from './features/agenda.ts';
import { languageFor } from './features/language.ts';
import { tasksOf } from './features/overview/mine.ts';
import type { House } from './features/turn.ts';
import { newsOf } from './ladder.ts';
import { absencesFrom } from './store/absences.ts';
import { dropAgendaCard } from './store/agendaCards.ts';
import { findById, type Written } from './store/consultations.ts';
import { enqueue, type Queued } from './store/outbox.ts';
import { type PersonDue, personDuesUpTo, setPersonDue, takePersonDue } from './store/personDues.ts';
import { quietHoursOf } from './store/quietHours.ts';
import type { Trx } from './store/schema.ts';

const MOST = 100;

type Who = { association: Association; person: Person };

/**
 * What the clock did is told in each recipient's working time. A step waits for one of those it concerns; whoever else
 * would hear of it and does not work now has their card brought up to date at once, and hears of it when they do.
 */
export function inHours({ association, absences, quiet, now }: Facts, written: Written): Written {
  const notices: Queued[] = [];
  const personDues: PersonDue[] = [];
  for (const notice of written.notices) {
    const person = personOf(association, notice.to.slice(association.id.length + 1));
    const next =
      person && nextOnDuty(association, person, absences(person.id), now, undefined, quiet?.(person.id));
    if (notice.kind !== 'notify' || next?.getTime() === now.getTime()) {
      notices.push(notice);
      continue;
    }
    const { consultation, news } = notice.payload;
    notices.push({ ...notice, kind: 'refresh', payload: { consultation, news: '' } });
    // Somebody who is gone, or will not work for months, finds it on their card.
    if (next)
      personDues.push({
        personKey: notice.to,
        kind: 'tell',
        key: `${consultation} ${news}`,
        dueAt: next.toISOString(),
        said: now.toISOString(),
      });
  }
  return { ...written, notices, personDues: [...(written.personDues ?? []), ...personDues] };
}

/** Does what people have asked for and is due at `now`, each taken once; returns how much. Nobody is spoken to off duty. */
export async function runPersonDues(house: House, now: Date): Promise<number> {
  const due = await personDuesUpTo(house.store, now.toISOString(), MOST);
  for (const one of due) {
    const who = whoIs(house, one.personKey);
    if (!who) await house.store.transact((trx) => takePersonDue(trx, one));
    else if (one.kind === 'remind') await remind(house, who, one, now);
    else if (one.kind === 'tell') await tell(house, who, one, now);
    else if (one.kind === 'agenda') await agenda(house, who, one, now);
    else await digest(house, who, one, now);
  }
  return due.length;
}

function whoIs({ associations }: House, personKey: string): Who | undefined {
  const [id, personId] = personKey.split('/') as [string, string];
  const association = associations.find((one) => one.id === id);
  const person = association?.people.find((one) => one.id === personId);
  return association && person && { association, person };
}

const absencesOf = async (house: House, { association, person }: Who, now: Date) =>
  (await absencesFrom(house.store.db, association.id, dayOf(now, association.timeZone))).get(person.id) ?? [];

/** When somebody may be told something: as they work, and not in the hours they want quiet. */
async function tellAt(house: House, who: Who, now: Date): Promise<Date | undefined> {
  const { association, person } = who;
  const quiet = await quietHoursOf(house.store.db, `${association.id}/${person.id}`);
  return nextOnDuty(association, person, await absencesOf(house, who, now), now, undefined, quiet);
}

/** Whoever asked to be reminded is, if it still waits for them. */
async function remind(house: House, who: Who, due: PersonDue, now: Date): Promise<void> {
  const { association, person } = who;
  const at = await tellAt(house, who, now);
  const consultation = await findById(house.store, due.key);
  const frame = { association, reader: person, language: await languageFor(house, association, person), now };
  const waits = at !== undefined && consultation !== undefined && taskOf(frame, consultation).waits;
  await house.store.transact(async (trx) => {
    if (!(await takePersonDue(trx, due)) || !waits) return;
    if (at > now) await setPersonDue(trx, { ...due, dueAt: at.toISOString() });
    else await say(trx, due, now, 'notify', { consultation: due.key, news: 'reminder' });
  });
}

/** What was put off is told, unless it has been overtaken. */
async function tell(house: House, who: Who, due: PersonDue, now: Date): Promise<void> {
  const { person } = who;
  const [id = '', ...news] = due.key.split(' ');
  const stands = (said: string) =>
    consultation !== undefined &&
    newsOf(said).some((one) => stillStands(consultation, one, person.id, due.said));
  const at = await tellAt(house, who, now);
  const consultation = await findById(house.store, id);
  const left = news.filter(stands);
  await house.store.transact(async (trx) => {
    if (!(await takePersonDue(trx, due)) || at === undefined || left.length === 0) return;
    if (at > now) await setPersonDue(trx, { ...due, dueAt: at.toISOString() });
    else await say(trx, due, now, 'notify', { consultation: id, news: left.join(' ') });
  });
}

/**
 * What somebody is part of at an occasion of a session, once; when it has changed since, the message they have is brought
 * up to date, and it is let go of when the day is over. Whoever has nothing hears nothing.
 */
async function agenda(house: House, who: Who, due: PersonDue, now: Date): Promise<void> {
  const { association, person } = who;
  const day = due.key.split(' ')[1]!;
  const over = beginning(addDays(day, 1), association.timeZone);
  const language = await languageFor(house, association, person);
  const items = await agendaFor({ house, association, reader: person, language, now }, due.key);
  const shows = items.map(({ consultation: { reference }, item }) => JSON.stringify([reference, item]));
  const said = shows.length === 0 ? '' : house.idFrom(shows.join('\n'));
  const today = dayOf(now, association.timeZone);
  // Whoever has heard today that all of it is booked gets an agenda when they next begin to work.
  const isNews = items.some(
    ({ consultation: { since } }) => dayOf(new Date(since), association.timeZone) < today,
  );
  const waits = due.said === '' && !isNews;
  const at = await tellAt(house, who, waits ? beginning(addDays(today, 1), association.timeZone) : now);
  await house.store.transact(async (trx) => {
    if (!(await takePersonDue(trx, due))) return;
    if (now >= over || at === undefined) return await dropAgendaCard(trx, due.personKey, due.key);
    if (said !== due.said && at > now)
      return await setPersonDue(trx, { ...due, dueAt: (at < over ? at : over).toISOString() });
    if (said !== due.said) await say(trx, due, now, 'agenda', { occasion: due.key });
    if (said !== '' || due.said !== '') await setPersonDue(trx, { ...due, dueAt: over.toISOString(), said });
  });
}

/** The morning's summary: nothing when nothing waits, or nothing else than last time. */
async function digest(house: House, who: Who, due: PersonDue, now: Date): Promise<void> {
  const { association, person } = who;
  const absences = await absencesOf(house, who, now);
  const onDuty = nextOnDuty(association, person, absences, now)?.getTime() === now.getTime();
  const language = await languageFor(house, association, person);
  const tasks = await tasksOf({ house, association, reader: person, language, now });
  const about = tasks.map(({ consultation, task }) => `${consultation.reference} ${task.text}`);
  const said = tasks.length === 0 ? '' : house.idFrom(about.join('\n'));
  const next = morningOf(association, person, absences, now);
  await house.store.transact(async (trx) => {
    if (!(await takePersonDue(trx, due))) return;
    const tells = onDuty && said !== '' && said !== due.said;
    // Somebody who will not work for months is asked again when they write.
    if (next) await setPersonDue(trx, { ...due, dueAt: next.toISOString(), said: tells ? said : due.said });
    if (tells) await say(trx, due, now, 'digest', {});
  });
}

const say = (trx: Trx, { personKey, key, dueAt }: PersonDue, now: Date, kind: string, payload: object) =>
  enqueue(
    trx,
    [{ key: `${kind}:${personKey}:${key}:${dueAt}`, to: personKey, kind, payload: { ...payload } }],
    now.toISOString(),
  );
