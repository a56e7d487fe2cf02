import { type Association, personOf } from '../../src/domain/association.ts';
import { legOf } from '../../src/domain/consultation.ts';
import { type Absence, isOnDuty, nextOnDuty } from '../../src/domain/duty.ts';
import { promptsOf } from '../../src/domain/prompts.ts';
import { dayOf } from '../../src/domain/zone.ts';
import { absencesFrom } from '../../src/store/absences.ts';
import type { Store } from '../../src/store/database.ts';
import type { Change, Notice } from './yearMirror.ts';

/** The third rule: whatever happens by itself happens to people in their working time. */
export function createHours(
  store: Store,
  associationOf: (id: string) => Association,
  broken: (what: string) => void,
) {
  const lastTold = new Map<string, number>();

  /** 3: whoever hears of something by itself hears of it at work, and of the same once at a time. */
  async function heard(
    { association: id, person, key, told, consultation, personal }: Notice,
    now: Date,
  ): Promise<void> {
    const about = `${id}/${person} ${consultation} ${told}`;
    // What somebody has asked to be reminded of may come together with what they are reminded of anyway.
    if (!personal && lastTold.get(about) === now.getTime())
      broken(`3 ${now.toISOString()} ${about} is told twice (${key})`);
    if (!personal) lastTold.set(about, now.getTime());
    const association = associationOf(id);
    const who = personOf(association, person);
    const absent = await absencesFrom(store.db, id, dayOf(now, association.timeZone));
    const away: readonly Absence[] = absent.get(person) ?? [];
    if (who && !isOnDuty(association, who, away, now))
      broken(`3 ${now.toISOString()} ${id}/${person} is told "${told}" off duty (${key})`);
  }

  /** 3: whoever is asked after a silence works then; and a prompt that tells nobody has nobody left to tell in time. */
  async function stepped({ before, after, verb, events }: Change, now: Date): Promise<void> {
    if (before === undefined) return;
    const association = associationOf(after.association);
    const absent = await absencesFrom(store.db, association.id, dayOf(now, association.timeZone));
    const works = (id: string, until?: Date) => {
      const person = personOf(association, id);
      return person && nextOnDuty(association, person, absent.get(id) ?? [], now, until);
    };
    for (const event of events) {
      const asked = event.is === 'offered' ? legOf(after, event.agency)?.asked : undefined;
      if (asked !== undefined && works(asked)?.getTime() !== now.getTime())
        broken(`3 ${now.toISOString()} ${after.reference}: ${asked} is asked off duty`);
    }
    if (verb !== 'prompt' || events.length > 0) return;
    for (const { key, to, until } of promptsOf(association, before))
      if (after.prompted.includes(key) && !before.prompted.includes(key))
        for (const one of to)
          if (works(one, until === undefined ? undefined : new Date(until)))
            broken(`3 ${now.toISOString()} ${after.reference}: nobody is told ${key}, and ${one} could be`);
  }

  return { heard, stepped };
}
