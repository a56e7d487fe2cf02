import { z } from 'zod';
import type { Person } from '../domain/association.ts';
import type { Ask } from './request.ts';

/** How long an address is believed. */
const addressMs = 24 * 3_600_000;

/** A person's object id in the tenant where they have a mailbox; undefined for guests and people of other tenants. */
export function homeId({ guest, identities }: Person, tenantId: string): string | undefined {
  const home = tenantId.toLowerCase();
  return guest ? undefined : identities.find((one) => one.tenantId === home)?.aadObjectId;
}

const users = z.object({
  value: z.array(
    z.object({ id: z.string(), mail: z.string().nullish(), userPrincipalName: z.string().nullish() }),
  ),
});

/** The addresses Graph knows these people by, by object id (lower case), of those it knows. At most 15 ids at once. */
export async function addressesOf(ask: Ask, ids: readonly string[]): Promise<Map<string, string>> {
  const filter = encodeURIComponent(`id in (${ids.map((id) => `'${id}'`).join(',')})`);
  const { body } = await ask(`/v1.0/users?$filter=${filter}&$select=id,mail,userPrincipalName`);
  return new Map(
    users.parse(body).value.flatMap(({ id, mail, userPrincipalName }) => {
      const address = mail || userPrincipalName;
      return address ? [[id.toLowerCase(), address] as const] : [];
    }),
  );
}

export type Mailbox = { address: string; until: number };

/** A memory of addresses that forgets after a day. */
export const mailboxUntil = (address: string, now: number): Mailbox => ({
  address,
  until: now + addressMs,
});

/** Finds out one person's address, and remembers it; undefined when the directory has none. */
export function createAddresses(now: () => number): (ask: Ask, id: string) => Promise<string | undefined> {
  const known = new Map<string, Mailbox>();
  return async (ask, id) => {
    const kept = known.get(id);
    if (kept && kept.until > now()) return kept.address;
    const address = (await addressesOf(ask, [id])).get(id.toLowerCase());
    if (address !== undefined) known.set(id, mailboxUntil(address, now()));
    return address;
  };
}
