import { taskOf } from './cards/todo.ts';
import { type Association, type Person, personOf } from './domain/association.ts';
import { type Consultation, legOf } from './domain/consultation.ts';
import { morningOf, nextOnDuty } from './domain/duty.ts';
import type { Facts } from './domain/life/step.ts';
import { dayOf } from './domain/zone.ts';
import { languageFor } from './features/language.ts';
import { tasksOf } from './features/overview/mine.ts';
import type { House } from './features/turn.ts';
import { absencesFrom } from './store/absences.ts';
import { findById, type Written } from './store/consultations.ts';
import { enqueue, type Queued } from './store/outbox.ts';
import { type PersonDue, personDuesUpTo, setPersonDue, takePersonDue } from './store/personDues.ts';
import type { Trx } from './store/schema.ts';

const MOST = 100;

type Who = { association: Association; person: Person };

/**
 * What the clock did is told in each recipient's working time. A step waits for one of those it concerns; whoever else
 * would hear of it and does not work now has their card brought up to date at once, and hears of it when they do.
 */
export function inHours({ association, absences, now }: Facts, written: Written): Written {
  const notices: Queued[] = [];
  const personDues: PersonDue[] = [];
  for (const notice of written.notices) {
    const person = personOf(association, notice.to.slice(association.id.length + 1));
    const next = person && nextOnDuty(association, person, absences(person.id), now);
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
        said: '',
      });
  }
  return { ...written, notices, personDues };
}

/** Does what people have asked for and is due at `now`, each taken once; returns how much. Nobody is spoken to off duty. */
export async function runPersonDues(house: House, now: Date): Promise<number> {
  const due = await personDuesUpTo(house.store, now.toISOString(), MOST);
  for (const one of due) {
    const who = whoIs(house, one.personKey);
    if (!who) await house.store.transact((trx) => takePersonDue(trx, one));
    else if (one.kind === 'remind') await remind(house, who, one, now);
    else if (one.kind === 'tell') await tell(house, who, one, now);
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

/** Whoever asked to be reminded is, if it still waits for them. */
async function remind(house: House, who: Who, due: PersonDue, now: Date): Promise<void> {
  const { association, person } = who;
  const at = nextOnDuty(association, person, await absencesOf(house, who, now), now);
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
  const { association, person } = who;
  const [id = '', ...news] = due.key.split(' ');
  const at = nextOnDuty(association, person, await absencesOf(house, who, now), now);
  const consultation = await findById(house.store, id);
  const left = consultation === undefined ? [] : news.filter((one) => stands(consultation, one));
  await house.store.transact(async (trx) => {
    if (!(await takePersonDue(trx, due)) || at === undefined || left.length === 0) return;
    if (at > now) await setPersonDue(trx, { ...due, dueAt: at.toISOString() });
    else await say(trx, due, now, 'notify', { consultation: id, news: left.join(' ') });
  });
}

/** Whether what is told of an agency is still so; a card shows the rest. */
function stands(consultation: Consultation, news: string): boolean {
  const [kind, agency] = news.split(':');
  const is = agency === undefined ? undefined : legOf(consultation, agency)?.is;
  if (kind === 'nobody' || kind === 'with-coordinator') return is === 'with-coordinator';
  return kind !== 'advice-late' || is === 'accepted';
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
