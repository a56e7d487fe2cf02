import { createHash, randomUUID } from 'node:crypto';
import type http from 'node:http';
import { startConnector } from './fakeConnector.ts';
import { mintToken, type TokenChanges } from './fakeIdentity.ts';
import { activityOf, type PostOptions, post, type Seat, seat } from './fakeSeat.ts';
import { type Fault, type Identity, newWorld, type Place } from './fakeWorld.ts';

export type { Node } from './fakeCards.ts';
export { cardText } from './fakeCards.ts';
export type { Fault, Message, Place, Turn } from './fakeWorld.ts';

/** A person, seated in the personal chat with the bot; `in(place)` is the same person elsewhere. */
export type Person = Identity & Seat & { in(place: Place): Seat };

/** Both sides of the wire, on this machine. */
export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>;

/**
 * Starts a stand-in for Teams, its connector, and its two identity servers. Without `appId` activities carry no token
 * (local mode). Tell it where the bot is with `connect`.
 */
export async function startFakeTeams({
  appId,
  tenantId = randomUUID(),
}: {
  appId?: string;
  tenantId?: string;
} = {}) {
  const world = newWorld(appId, tenantId);
  const stop = await startConnector(world);
  const { botId, origin, serviceUrl, requests, lint, faults, places } = world;

  const newPlace = (kind: Place['kind'], people: Identity[]): Place => {
    const place = { id: `19:${randomUUID()}@thread.v2`, kind, people, tenantId, messages: [], bot: true };
    places.set(place.id, place);
    return place;
  };

  return {
    appId,
    botId,
    tenantId,
    origin,
    serviceUrl,
    /** For `BOT_SERVICE_HOSTS`, `BOT_OPENID_METADATA` and `BOT_TOKEN_URL`. */
    serviceHost: new URL(origin).host,
    openIdMetadata: `${origin}/openidconfiguration`,
    tokenUrl: `${origin}/oauth2/v2.0/token`,
    /** Every request the bot has made, oldest first. */
    requests,
    /** What Teams would refuse in the cards seen so far; a test's last line may expect it to be empty. */
    lint,
    connect: (address: string | number) => {
      world.botUrl = typeof address === 'number' ? `http://127.0.0.1:${address}/api/messages` : address;
    },
    person(about: {
      name: string;
      aadObjectId?: string;
      tenantId?: string;
      locale?: string;
      installed?: boolean;
    }): Person {
      const { name, aadObjectId = randomUUID(), locale = 'sv-SE' } = about;
      const hash = createHash('sha256').update(aadObjectId).digest('base64url');
      const who: Identity = {
        id: `29:1${hash}`,
        name,
        aadObjectId,
        tenantId: about.tenantId ?? tenantId,
        locale,
      };
      const place: Place = {
        id: `a:1${hash}`,
        kind: 'personal',
        people: [who],
        tenantId: who.tenantId,
        messages: [],
        bot: about.installed ?? true,
      };
      places.set(place.id, place);
      const chat = seat(world, who, place);
      return Object.defineProperties(
        { ...who, in: (elsewhere: Place) => seat(world, who, elsewhere) },
        Object.getOwnPropertyDescriptors(chat),
      ) as Person;
    },
    groupChat: (people: Identity[]) => newPlace('groupChat', people),
    channel: (people: Identity[]) => newPlace('channel', people),
    token: (changes?: TokenChanges) => mintToken(appId ?? '', serviceUrl, changes),
    post: (
      activity: unknown,
      options?: { token?: PostOptions['token']; headers?: http.OutgoingHttpHeaders },
    ) => post(world, activity, options),
    /** A plain message of this person's, as an activity to alter and `post`. */
    activity: (who: Person, fields: Record<string, unknown> = {}) => ({
      ...activityOf(world, who, who.place, 'message'),
      text: 'hej',
      ...fields,
    }),
    fault: (fault: Fault) => void faults.push({ times: 1, skip: 0, ...fault }),
    clearFaults: () => void faults.splice(0),
    stop,
  };
}
