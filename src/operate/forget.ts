import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAssociations } from '../association/load.ts';
import { peopleIn } from '../domain/anonymous.ts';
import type { Association } from '../domain/association.ts';
import { type Consultation, isOpenLeg, outcomeOf, type State } from '../domain/consultation.ts';
import { followedUp } from '../domain/life/meeting.ts';
import { list } from '../store/consultationList.ts';
import { openStore, type Store } from '../store/database.ts';
import { forgetPerson, isKnown } from '../store/forget.ts';

const ended: readonly State[] = ['closed', 'withdrawn', 'cancelled'];
const settled: readonly State[] = ['recorded', ...ended];

/**
 * Whether a consultation still waits for this person: their own until the last of `followUps` follow-ups, a seat until
 * the outcome stands.
 */
export function holdsWork(consultation: Consultation, person: string, followUps: number): boolean {
  const { is, owner, legs, meeting } = consultation;
  const follows =
    is === 'closed' &&
    outcomeOf(consultation)?.result !== 'wrong-question' &&
    followedUp(consultation) < followUps;
  if (owner === person && (follows || !ended.includes(is))) return true;
  if (settled.includes(is)) return false;
  const seat = legs.some(({ holder }) => holder === person);
  const asked = legs.some((leg) => isOpenLeg(leg) && leg.asked === person);
  return seat || asked || Object.values(meeting?.participants ?? {}).includes(person);
}

/** How it went: `held` names the consultations that still wait for the person. */
export type Forgotten =
  | { is: 'forgotten'; consultations: number }
  | { is: 'held'; references: readonly string[] }
  | { is: 'unknown' };

/** Makes a user anonymous in everything that is kept; refused while they hold open work. `at` is an ISO instant. */
export async function forget(
  store: Store,
  { id: association, followUp }: Pick<Association, 'id' | 'followUp'>,
  person: string,
  at: string,
): Promise<Forgotten> {
  const all = await list(store, association, {});
  const held = all.filter((one) => holdsWork(one, person, followUp.length));
  if (held.length > 0) return { is: 'held', references: held.map(({ reference }) => reference) };
  const known = (await isKnown(store, association, person)) || all.some((one) => peopleIn(one).has(person));
  if (!known) return { is: 'unknown' };
  return { is: 'forgotten', consultations: await forgetPerson(store, association, person, at) };
}

const usage = 'npm run forget -- <association> <person>';

/** The command, on the database of DATABASE_URL and the files of ASSOCIATIONS; 1 as exit code when nothing was done. */
export async function run(
  args = process.argv.slice(3),
  env: Readonly<Record<string, string | undefined>> = process.env,
  now = new Date(),
): Promise<void> {
  try {
    process.stdout.write(`${await carriedOut(args, env, now)}\n`);
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'unknown'}\n`);
    process.exitCode = 1;
  }
}

async function carriedOut(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<string> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [associationId, person] = positionals;
  if (!associationId || !person || positionals.length !== 2) throw new Error(usage);
  const loaded = await loadAssociations(env.ASSOCIATIONS || resolve(import.meta.dirname, '..', '..', 'env'));
  if (!loaded.ok) throw new Error('The association files have faults; start the bot to see which.');
  const association = loaded.associations.find(({ id }) => id === associationId);
  if (!association) throw new Error(`There is no association "${associationId}".`);
  if (association.people.some(({ id }) => id === person))
    throw new Error(
      `"${person}" still stands in the association file. Take them out of it and restart the bot.`,
    );
  const store = await openStore(env.DATABASE_URL || 'sqlite:.data/samrad.db');
  try {
    const result = await forget(store, association, person, now.toISOString());
    if (result.is === 'unknown') throw new Error(`Nothing is kept about "${person}".`);
    if (result.is === 'held')
      throw new Error(
        `"${person}" still has work in ${result.references.join(', ')}. Hand it over first, in the chat.`,
      );
    return `Forgotten. Consultations that named them: ${result.consultations}.`;
  } finally {
    await store.close();
  }
}
