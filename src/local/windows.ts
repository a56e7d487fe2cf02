import type { Agency, Association, Person } from '../domain/association.ts';

/** One invented person of an association, as far as a window needs it. */
export type LocalPerson = Pick<Person, 'id' | 'name' | 'role' | 'agency' | 'identities'>;

/** An association as far as the windows need it. */
export type LocalAssociation = Pick<Association, 'name'> & {
  agencies: readonly Pick<Agency, 'id' | 'name' | 'kind'>[];
  people: readonly LocalPerson[];
};

/** The five parts that get a window of their own. */
const windowRoles = ['caseworker', 'fk', 'af', 'psychiatry', 'coordinator'] as const;

/** Which part a window plays. */
export type WindowRole = (typeof windowRoles)[number];

/**
 * One Agents Playground window. `serviceUrl`, `conversationId` and `botId` are exactly what the window sends in
 * its activities, so that the bot can speak in it before it has been opened; `userId` is `from.id` there.
 */
export type Window = {
  person: string;
  name: string;
  role: WindowRole;
  agency: string;
  url: string;
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  aadObjectId: string;
  userId: string;
  botId: string;
};

/** The bot's id in every local window. */
const localBotId = '28:samrad';

/** The person who plays each part: the first of its role or agency kind; a part nobody has is left out. */
export function peopleByRole(from: LocalAssociation): { role: WindowRole; person: LocalPerson }[] {
  return windowRoles.flatMap((role) => {
    const person = from.people.find((one) => plays(from, one, role));
    return person === undefined ? [] : [{ role, person }];
  });
}

function plays(from: LocalAssociation, person: LocalPerson, role: WindowRole): boolean {
  if (role === 'caseworker' || role === 'coordinator') return person.role === role;
  const kind = from.agencies.find((agency) => agency.id === person.agency)?.kind;
  return person.role === 'member' && kind === role;
}

/** Describes the window of one person on one port; nothing is started. */
export function windowOf(
  from: LocalAssociation,
  role: WindowRole,
  person: LocalPerson,
  port: number,
): Window {
  return {
    person: person.id,
    name: person.name,
    role,
    agency: from.agencies.find((agency) => agency.id === person.agency)?.name ?? from.name,
    url: `http://127.0.0.1:${port}/`,
    serviceUrl: `http://127.0.0.1:${port}/_connector`,
    conversationId: `personal-chat-${person.id}`,
    ...identityOf(person),
    userId: userIdOf(person),
    botId: localBotId,
  };
}

/** The first of a person's identities; an association file without any is refused before it comes here. */
function identityOf(person: LocalPerson): { tenantId: string; aadObjectId: string } {
  const identity = person.identities[0];
  if (identity === undefined) throw new Error(`${person.id} has no identity`);
  return identity;
}

const userIdOf = (person: { id: string }) => `29:${person.id}`;

/**
 * The Playground's `.m365agentsplayground.yml` for one window, as JSON (which is YAML). Its format wants exactly
 * five users besides the current one; the other windows' people come first.
 */
export function windowConfiguration(from: LocalAssociation, window: Window): string {
  const seated = peopleByRole(from).map(({ person }) => person);
  const everyone = [...seated, ...from.people.filter((person) => !seated.includes(person))];
  const others = everyone
    .filter((person) => person.id !== window.person)
    .slice(0, 5)
    .map((person) => user({ ...person, ...identityOf(person) }));
  while (others.length < 5) {
    const number = others.length + 1;
    const aadObjectId = `00000000-0000-4000-8000-00000000000${number}`;
    others.push(user({ id: `spare-${number}`, name: `Åhörare ${number}`, aadObjectId }));
  }
  return `${JSON.stringify(
    {
      version: '0.1.1',
      tenantId: window.tenantId,
      bot: { id: window.botId, name: 'Samråd' },
      currentUser: user({ ...window, id: window.person }),
      users: others,
      personalChat: { id: window.conversationId },
      groupChat: { id: `group-chat-${window.person}`, name: 'Gruppchatt' },
      team: {
        id: `team-${window.person}`,
        name: from.name,
        aadGroupId: '22222222-2222-4222-8222-222222222222',
        channels: [{ id: `channel-${window.person}`, name: 'Samverkan' }],
      },
    },
    null,
    2,
  )}\n`;
}

function user(person: { id: string; name: string; aadObjectId: string }) {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  const email = `${person.id}@example.org`;
  return {
    id: userIdOf(person),
    name: person.name,
    userPrincipleName: email,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' ') || givenName,
    email,
  };
}
