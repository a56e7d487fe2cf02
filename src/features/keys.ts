import type { Association, Person } from '../domain/association.ts';

/** Where a person's messages and saved choices are kept. */
export const personKey = (association: Association, person: string): string => `${association.id}/${person}`;

/** Where what goes into a person's calendar is addressed to: nothing in their chat waits for a mail server. */
export const entryKey = (association: Association, person: string): string =>
  `${association.id}/entry:${person}`;

/** A person across associations: whoever is in two is booked once. */
export const identityKey = ({ identities }: Person): string => {
  const first = [...identities].map(({ tenantId, aadObjectId }) => `${tenantId}/${aadObjectId}`).sort()[0];
  return first ?? '';
};

/** A meeting room is booked as a person is: once at a time, whichever association's file names it. */
export const roomKey = (link: string): string => `room ${link}`;
