import type { Answer, Card, Incoming } from '../../src/teams/incoming.ts';
import { type DoorRoute, type DoorSettings, openDoor } from '../../src/teams/server.ts';
import { connectorIssuer } from '../../src/teams/token.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';

export const appId = '3f0c1c4e-0000-4000-8000-00000000b0b0';
export const hostTenant = '3f0c1c4e-0000-4000-8000-0000000000aa';

/** An open door in test mode with a fake Teams before it and a house behind it that only notes what came in. */
export async function openedDoor(
  but: Partial<DoorSettings> & {
    handle?: (incoming: Incoming) => Promise<Answer>;
    routes?: DoorRoute[];
    teams?: FakeTeams;
  } = {},
) {
  const { handle = async () => ({ is: 'nothing' }), routes = [], ...settings } = but;
  const teams = but.teams ?? (await startFakeTeams({ appId, tenantId: hostTenant }));
  const incoming: Incoming[] = [];
  const log: Record<string, unknown>[] = [];
  const door = await openDoor(
    {
      mode: 'test',
      host: '127.0.0.1',
      port: 0,
      botId: appId,
      tenants: new Set([hostTenant]),
      serviceHosts: [teams.serviceHost],
      openIdMetadata: teams.openIdMetadata,
      issuer: connectorIssuer,
      ...settings,
    },
    async (one) => {
      incoming.push(one);
      return handle(one);
    },
    routes,
    (line) => log.push(line),
  );
  teams.connect(door.port);
  return {
    teams,
    door,
    incoming,
    log,
    maria: teams.person({ name: 'Maria Ek' }),
    close: async () => {
      await teams.stop();
      await door.close();
    },
  };
}

export const aCard = (text: string, more: Partial<Card> = {}): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  ...more,
});
