import { type Association, personOf } from '../../src/domain/association.ts';
import { dayOf } from '../../src/domain/zone.ts';
import { openStore } from '../../src/store/database.ts';
import type { Card } from '../../src/teams/incoming.ts';
import { actionsOf, type Node } from '../support/fakeCards.ts';
import { createRandom } from './random.ts';
import { createAgenda } from './yearAgenda.ts';
import { type Deed, deedFor } from './yearDeeds.ts';
import { createYearHouse, incomingFrom } from './yearHouse.ts';
import { createMirror, type Notice } from './yearMirror.ts';
import { type Away, FIRST_DAY, LAST_DAY, type Life, makeLives, nextThere } from './yearPeople.ts';
import { question } from './yearQuestion.ts';
import { createRules } from './yearRules.ts';
import { makeAssociations, type Size, small, without } from './yearWorld.ts';

export type Options = {
  size?: Size;
  /** How many days of it; all where nothing is said. */
  days?: number;
  /** The database; in memory where none is named. */
  url?: string;
  /** Hears what people do and what the clock does. */
  tell?: (line: string) => void;
};

/** What became of one seed. The hash is of the whole log and of everything queued, in order. */
export type YearOutcome = {
  seed: number;
  hash: string;
  violations: readonly string[];
  deeds: number;
  changes: number;
  notices: number;
  /** How often each verb was kept in the log. */
  verbs: Readonly<Record<string, number>>;
  /** How often each of the equals was asked. */
  asked: Readonly<Record<string, number>>;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST = 20;
const start = new Date(`${FIRST_DAY}T06:00:00Z`);
const last = new Date(`${LAST_DAY}T23:00:00Z`);

/** One year of three associations from one seed: the real bot, and people who answer, forget, go away and leave. */
export async function simulateYear(
  seed: number,
  { size = small, days, url = 'sqlite::memory:', tell }: Options = {},
): Promise<YearOutcome> {
  const end = days === undefined ? last : new Date(start.getTime() + days * DAY);
  const [random, chance] = [createRandom(seed), createRandom(seed + 1_000_000)];
  let associations: readonly Association[] = await makeAssociations(random, size);
  const lives = makeLives(random, associations);
  const violations: string[] = [];
  const verbs: Record<string, number> = {};
  const counts = { deeds: 0, changes: 0, notices: 0 };
  const broken = (what: string) => {
    violations.push(what);
    tell?.(`BROKEN ${what}`);
  };
  const associationOf = (id: string) => associations.find((one) => one.id === id)!;

  const opened = await openStore(url);
  const mirror = createMirror(opened);
  const { consultations } = mirror;
  const rules = createRules(opened, associationOf, consultations, broken);
  const agenda = createAgenda();
  const house = createYearHouse(opened, chance, start, {
    looked: async () => {
      const { changes, notices } = await mirror.news();
      for (const { after, verb, at, events } of changes) {
        verbs[verb] = (verbs[verb] ?? 0) + 1;
        tell?.(
          `${at} ${after.association} ${after.reference} ${verb} → ${after.is} ${events.map((one) => Object.values(one).join(':')).join(' ')}`,
        );
      }
      counts.changes += changes.length;
      counts.notices += notices.length;
      await rules.committed(changes, notices, house.now);
      for (const notice of notices) hears(notice);
    },
    moved: rules.moved,
    logged: ({ event, kind, error, fault, place }) => {
      if (event === 'fault' || event === 'due-failed' || event === 'association-missing')
        broken(`the bot logs ${[event, kind, error, fault, place].filter(Boolean).join(' ')}`);
    },
  });

  /** When somebody does what they have seen: after a while of their own, and at work. */
  const later = (life: Life, run: () => Promise<void>, hours = life.paceHours * 2 * random.next()) => {
    const at = nextThere(associationOf(life.association), life, new Date(house.now.getTime() + hours * HOUR));
    // A few minutes in, so that not everything is done as the doors open.
    if (at) agenda.add(new Date(at.getTime() + random.whole(1, 30) * 60_000), run);
  };

  /** A message reaches somebody, or does not. */
  function hears({ association, person, consultation, told, kind }: Notice): void {
    const life = lives.get(`${association}/${person}`);
    if (!life || kind !== 'notify' || consultation === undefined || told === '') return;
    if (random.chance(life.loses)) return;
    later(life, () => looksAt(life, consultation));
  }

  async function looksAt(life: Life, id: string): Promise<void> {
    const [consultation, association] = [consultations.get(id), associationOf(life.association)];
    const person = personOf(association, life.person);
    if (!consultation || !person) return;
    const deed = deedFor({ random, association, person, consultation, now: house.now });
    if (!deed) return;
    await does(life, deed);
    // The answer shows what comes next; some go on at once.
    if (random.chance(0.6)) later(life, () => looksAt(life, id));
  }

  async function does(life: Life, deed: Deed): Promise<Card | undefined> {
    const person = personOf(associationOf(life.association), life.person);
    if (!person) return undefined;
    counts.deeds += 1;
    tell?.(
      `${house.now.toISOString()} ${life.association}/${life.person}: ${'verb' in deed ? `${deed.verb} ${String(deed.inputs.ref ?? '')}` : deed.text}`,
    );
    const id = random.id();
    const card = await house.hear(incomingFrom(person, id, deed));
    // Teams brings it again, by the same id or by another.
    if (random.chance(0.03)) await house.hear(incomingFrom(person, id, deed));
    if (random.chance(0.03)) await house.hear(incomingFrom(person, random.id(), deed));
    return card;
  }

  /** A question from a caseworker; a few are never sent. */
  async function asks(life: Life): Promise<void> {
    const association = associationOf(life.association);
    const person = personOf(association, life.person);
    if (!person) return;
    const known = new Set(consultations.keys());
    await does(life, { verb: 'request.preview', inputs: question(random, association, person) });
    const id = [...consultations.keys()].find((one) => !known.has(one));
    if (id !== undefined && random.chance(0.95)) await looksAt(life, id);
  }

  /** Says that somebody is away, in the bot's own word, and what is to become of their questions. */
  async function reports(by: Life, of: Life, { from, to, part, backup }: Away): Promise<void> {
    if (to < dayOf(house.now, 'Europe/Stockholm')) return;
    const day = part === 'morning' ? ' fm' : part === 'afternoon' ? ' em' : '';
    const who = by === of ? '' : ` ${of.person}`;
    const instead =
      backup === undefined || !personOf(associationOf(of.association), backup) ? '' : ` ${backup}`;
    const card = await does(by, {
      text: `frånvaro${who} ${from === to ? from : `${from} ${to}`}${day}${instead}`,
    });
    const choices = card
      ? actionsOf(card as Node).filter(({ action }) => action.verb === 'absence.legs')
      : [];
    if (choices.length === 0 || random.chance(0.3)) return;
    const { verb: _, ...inputs } = random.pick(choices).action.data as Record<string, unknown>;
    await does(by, { verb: 'absence.legs', inputs });
  }

  function plan(): void {
    for (const life of lives.values()) {
      if (life.digest) {
        // For some weeks: a summary each morning would be most of what a small year costs.
        const from = random.whole(0, 300) * 24;
        later(life, async () => void (await does(life, { text: 'sammanfattning på' })), from);
        later(life, async () => void (await does(life, { text: 'sammanfattning av' })), from + 40 * 24);
      }
      for (const away of life.aways) {
        const coordinator = [...lives.values()].find(
          (one) => one.association === life.association && one.person.startsWith('co-') && one !== life,
        );
        const by = away.said === 'by-coordinator' ? coordinator : away.said === 'never' ? undefined : life;
        if (!by) continue;
        const first = Date.parse(`${away.from}T06:30:00Z`);
        // Whoever is ill writes from home; who plans does so at work.
        const at = new Date(
          Math.max(start.getTime(), away.said === 'before' ? first - random.whole(3, 40) * DAY : first),
        );
        const when = away.said === 'that-day' ? at : nextThere(associationOf(by.association), by, at);
        if (when) agenda.add(when, () => reports(by, life, away));
      }
      const { leaves } = life;
      if (leaves?.removed)
        agenda.add(new Date(`${leaves.day}T05:00:00Z`), async () => {
          tell?.(`${house.now.toISOString()} ${life.association}/${life.person} is taken out of the file`);
          associations = associations.map((one) =>
            one.id === life.association ? without(one, life.person) : one,
          );
          house.load(associations);
        });
    }
    const owners = [...lives.values()].filter(({ person }) => person.startsWith('ca-'));
    for (let count = 0; count < size.consultations; count += 1) {
      const life = owners[count % owners.length]!;
      const at = new Date(start.getTime() + random.next() * (end.getTime() - start.getTime()));
      const there = nextThere(associationOf(life.association), life, at);
      if (there) agenda.add(new Date(there.getTime() + random.whole(0, 300) * 60_000), () => asks(life));
    }
    for (let at = start.getTime() + 7 * DAY; at < end.getTime(); at += 7 * DAY)
      agenda.add(new Date(at), async () => {
        await mirror.tidy();
        await rules.nothingLate(house.now);
      });
  }

  try {
    house.load(associations);
    plan();
    while (violations.length < MOST) {
      // One moment at a time: what somebody hears of by itself may be what they do next.
      const [due, planned] = [await house.nextDue(), agenda.first()];
      const at = due !== undefined && (!planned || due <= planned) ? due : planned;
      if (at === undefined || at > end) break;
      await house.moveTo(at < house.now ? house.now : at, at === due);
      if (at !== due) await agenda.take()();
    }
    if (violations.length < MOST) {
      await house.moveTo(end, true);
      await mirror.tidy();
      await rules.nothingLate(house.now);
      rules.shares(associations);
    }
    return { seed, hash: rules.hash(), violations, ...counts, verbs, asked: rules.asked() };
  } finally {
    await opened.close();
  }
}
