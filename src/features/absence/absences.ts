import { dayOfMonth, listed, personName, say } from '../../cards/frame.ts';
import {
  actions,
  button,
  type Card,
  card,
  choiceInput,
  dateInput,
  type Element,
  heading,
  line,
  notice,
  plain,
  quiet,
  unfold,
} from '../../cards/parts.ts';
import { personOf } from '../../domain/association.ts';
import type { Consultation } from '../../domain/consultation.ts';
import type { Absence, DayPart } from '../../domain/duty.ts';
import { type Leave, leave, legsLeft } from '../../domain/life/absence.ts';
import type { LifeRefusal } from '../../domain/life/step.ts';
import { ok, refuse } from '../../domain/result.ts';
import { dayOf } from '../../domain/zone.ts';
import { absenceOf, absencesFrom, dropAbsence, keepAbsence } from '../../store/absences.ts';
import { list } from '../../store/consultationList.ts';
import { change } from '../../store/consultations.ts';
import { recordAct } from '../../store/records.ts';
import { absenceTexts } from '../../texts/absence.ts';
import { type Read, readFacts } from '../facts.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';
import { writtenOf } from '../written.ts';

const SHOWN = 10;
const inWork = ['requested', 'ready', 'scheduling', 'booked'] as const;

const words = ({ language }: Turn) => absenceTexts[language];
const today = ({ now, association }: Turn): string => dayOf(now, association.timeZone);
const mayFor = ({ reader }: Turn, person: string): boolean =>
  reader.id === person || reader.role === 'coordinator';

/** The absences the reader may see, their own or everybody's for the coordinator, and the form for another. */
export async function showAbsences(turn: Turn, top?: Element): Promise<Reply> {
  const t = words(turn);
  const all = [
    ...(await absencesFrom(turn.house.store.db, turn.association.id, today(turn))).values(),
  ].flat();
  const mine = all.filter(({ person }) => mayFor(turn, person)).slice(0, SHOWN);
  return replyCard(
    card(
      [
        heading(t.title),
        top,
        quiet(t.intro),
        ...(mine.length === 0 ? [line(t.none)] : mine.flatMap((one) => absenceLines(turn, one))),
        actions([unfold(t.save, form(turn), [button('absence.add', t.save, {}, 'positive')])]),
      ],
      t.title,
    ),
  );
}

const spanOf = (turn: Turn, { from, to, part }: Omit<Absence, 'id'>) => ({
  from: dayOfMonth(turn, from),
  to: dayOfMonth(turn, to),
  part: words(turn).part[part],
});

function absenceLines(turn: Turn, one: Absence): (Element | undefined)[] {
  const t = words(turn);
  const said = t.line({ who: personName(turn, one.person), ...spanOf(turn, one) });
  const instead = one.backup === undefined ? '' : `, ${t.backup(personName(turn, one.backup))}`;
  return [line(`${said}${instead}`), actions([plain('absence.remove', t.remove, { id: one.id })])];
}

function form(turn: Turn): (Element | undefined)[] {
  const t = words(turn);
  const { association, reader } = turn;
  const choices = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, title: name }));
  const coordinator = reader.role === 'coordinator';
  const others = association.people.filter(({ role }) => role === 'member' || role === 'caseworker');
  const colleagues = others.filter(
    ({ id, agency }) => id !== reader.id && (coordinator || agency === reader.agency),
  );
  return [
    coordinator ? choiceInput('person', t.who, choices(association.people), { value: reader.id }) : undefined,
    dateInput('from', t.from, { required: true, min: today(turn) }),
    dateInput('to', t.to, { min: today(turn) }),
    choiceInput(
      'part',
      t.partLabel,
      (['day', 'morning', 'afternoon'] as const).map((value) => ({
        value,
        title: t.part[value] || t.partDay,
      })),
      { value: 'day' },
    ),
    colleagues.length > 0
      ? choiceInput('backup', t.instead, choices(colleagues), { placeholder: t.choose })
      : undefined,
  ];
}

type Said = {
  from: string;
  to: string;
  part: DayPart;
  person?: string | undefined;
  backup?: string | undefined;
};

/** Keeps an absence, and asks what is to become of the open questions it concerns. */
export async function addAbsence(turn: Turn, said: Said): Promise<Reply> {
  const t = words(turn);
  const { association, reader, house } = turn;
  const person = personOf(association, said.person ?? reader.id);
  const backup = said.backup === undefined ? undefined : personOf(association, said.backup);
  const problem =
    person === undefined || !mayFor(turn, person.id)
      ? t.notYours
      : said.to < said.from
        ? t.backwards
        : said.to < today(turn)
          ? t.past
          : said.backup !== undefined && (backup?.agency !== person.agency || backup.id === person.id)
            ? t.wrongBackup
            : undefined;
  if (problem !== undefined || person === undefined) return showAbsences(turn, notice(problem ?? t.notYours));
  const { from, to, part } = said;
  // The same words or the same button again are the same absence.
  const id = house.idFrom(`absence ${association.id} ${person.id} ${from} ${to} ${part}`);
  const absence: Absence = { id, person: person.id, from, to, part, backup: backup?.id };
  await house.store.transact(async (trx) => {
    if (await absenceOf(trx, association.id, id)) return;
    await keepAbsence(trx, association.id, absence);
    await logged(turn, trx, 'absence.add', { to: person.id, first: from, last: to, part });
  });
  return replyCard(await savedCard(turn, absence));
}

const logged = (
  { house, association, reader, now }: Turn,
  trx: Parameters<typeof recordAct>[0],
  verb: string,
  detail: Record<string, string>,
) =>
  recordAct(trx, house.store.bytes, {
    kind: 'act',
    verb,
    association: association.id,
    consultation: undefined,
    actor: reader.id,
    at: now.toISOString(),
    detail,
  });

/** The open consultations with questions that would fall due while the person is away. */
async function concerned({ house, association }: Turn, absence: Absence): Promise<readonly Consultation[]> {
  const asked = await list(house.store, association.id, { person: absence.person, states: inWork });
  return asked.filter((one) => legsLeft(one, absence, association.timeZone).length > 0);
}

async function savedCard(turn: Turn, absence: Absence): Promise<Card> {
  const t = words(turn);
  const open = await concerned(turn, absence);
  const owned = await list(turn.house.store, turn.association.id, {
    owner: absence.person,
    states: [...inWork, 'held', 'advised'],
  });
  const saved = t.saved({ who: personName(turn, absence.person), ...spanOf(turn, absence) });
  const data = { id: absence.id };
  return card(
    [
      heading(t.title),
      notice(saved, 'good'),
      ...(open.length === 0 ? [line(t.nothing)] : [line(t.open(references(turn, open))), line(t.choice)]),
      owned.length > 0 && absence.person === turn.reader.id ? line(t.owns(owned.length)) : undefined,
      actions([
        open.length > 0 && plain('absence.legs', t.move, { ...data, how: 'move' }, 'positive'),
        open.length > 0 && plain('absence.legs', t.hold, { ...data, how: 'hold' }),
        plain('absence.remove', t.remove, data),
      ]),
    ],
    saved,
  );
}

const references = (turn: Turn, all: readonly Consultation[]): string =>
  listed(
    all.map(({ reference }) => reference),
    say(turn).form.and,
  );

/** Takes an absence back; what has moved on meanwhile stays with whoever has it. */
export async function removeAbsence(turn: Turn, id: string): Promise<Reply> {
  const t = words(turn);
  const { store } = turn.house;
  const found = await absenceOf(store.db, turn.association.id, id);
  if (!found) return showAbsences(turn, notice(t.gone));
  if (!mayFor(turn, found.person)) return showAbsences(turn, notice(t.notYours));
  await store.transact(async (trx) => {
    if (await dropAbsence(trx, turn.association.id, id))
      await logged(turn, trx, 'absence.remove', {
        to: found.person,
        first: found.from,
        last: found.to,
        part: found.part,
      });
  });
  return showAbsences(turn, notice(t.removed, 'good'));
}

/** Does with the open questions as the person has chosen, one consultation at a time. */
export async function leaveLegs(turn: Turn, id: string, how: Leave): Promise<Reply> {
  const t = words(turn);
  const { house, association, reader, now } = turn;
  const absence = await absenceOf(house.store.db, association.id, id);
  if (!absence) return showAbsences(turn, notice(t.gone));
  if (!mayFor(turn, absence.person)) return showAbsences(turn, notice(t.notYours));
  const done: Consultation[] = [];
  for (const { id: consultation } of await concerned(turn, absence)) {
    const result = await change<Read, LifeRefusal>(
      house.store,
      consultation,
      (trx) => readFacts(trx, house, turn, consultation),
      (current, facts) => {
        const stepped = leave(current, facts, absence, how);
        if (!stepped.ok) return stepped;
        const { after, events } = stepped.value;
        if (events.length === 0) return refuse({ code: 'stale' });
        return ok(writtenOf(facts, current, after, { verb: `absence.${how}`, actor: reader.id, events }));
      },
      now,
    );
    if (result.ok) done.push(result.value);
  }
  house.wake();
  const said = done.length === 0 ? t.nothing : (how === 'move' ? t.moved : t.held)(references(turn, done));
  return showAbsences(turn, notice(said, 'good'));
}
