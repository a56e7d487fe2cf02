import { draft, press } from '../soak/deeds.ts';
import type { FakeTeams, Person } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot, startBot } from '../support/runningBot.ts';

/** A consultation asked of two agencies, one of which has accepted; another in another association; who may do what. */
export type Scene = {
  bot: RunningBot;
  teams: FakeTeams;
  url: string;
  /** As it is in the Authorization header of every activity of Teams'. */
  token: string;
  reference: string;
  elsewhere: string;
  owner: Person;
  coordinator: Person;
  /** Asked, has not answered. */
  candidate: Person;
  /** Has accepted. */
  seat: Person;
  /** Of both associations, with no part in either consultation. */
  outsiders: readonly Person[];
};

const monday = '2026-09-07T09:00';

/** Starts a bot of its own in test mode and brings it so far. `end` it by stopping the bot. */
export async function openScene(): Promise<Scene> {
  const [near, far] = [example('klaralvdalen'), example('skargarden')];
  const bot = await startBot({ associations: [near, far], now: monday });
  try {
    const here = await seated(bot, near);
    const there = await seated(bot, far);
    const reference = await asked(here['cw-maria']!, {});
    const elsewhere = await asked(there['cw-ida']!, { municipality: 'norrskar' });
    await press(here['fk-eva']!, 'respond.accept', { ref: reference });
    await bot.drained();
    const holder = ['af-omar', 'af-lena'].find((id) => JSON.stringify(here[id]!.cards).includes(reference));
    if (!holder) throw new Error('nobody was asked');
    const outside = ['psyk-sara', 'pv-anna', 'ob-per'].map((id) => here[id]!);
    return {
      bot,
      teams: bot.teams,
      url: bot.url,
      token: `Bearer ${bot.teams.token({ claims: { exp: Math.floor(Date.now() / 1000) + 40_000 } })}`,
      reference,
      elsewhere,
      owner: here['cw-maria']!,
      coordinator: here['co-karin']!,
      candidate: here[holder]!,
      seat: here['fk-eva']!,
      outsiders: [...outside, there['psyk-aino']!, there['ob-ulf']!],
    };
  } catch (error) {
    await bot.stop();
    throw error;
  }
}

async function seated(bot: RunningBot, association: AssociationFile): Promise<Record<string, Person>> {
  const people = bot.cast(association);
  await Promise.all(Object.values(people).map((one) => one.install()));
  return people;
}

async function asked(owner: Person, fields: Record<string, string>): Promise<string> {
  const made = await draft(owner, undefined, { agencies: 'fk,af', ...fields });
  if (!('reference' in made)) throw new Error(`no draft: ${made.answer}`);
  await press(owner, 'request.send', { ref: made.reference });
  return made.reference;
}

/** The stand-in for Teams keeps all it has seen; a long run must not. */
export function forgetSeen({ teams, ...scene }: Scene): void {
  teams.requests.splice(0);
  for (const person of [scene.owner, scene.coordinator, scene.candidate, scene.seat, ...scene.outsiders])
    person.place.messages.splice(0);
}
