import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

/** What a link opens: the reader's calendar entry, a consultation's file, or the file of all that is kept about the reader. */
export const linkKinds = ['calendar', 'consultation', 'own'] as const;

/** The kind of a link; one of one kind opens no other kind's door. */
export type LinkKind = (typeof linkKinds)[number];

const claims = z.object({
  kind: z.enum(linkKinds),
  association: z.string(),
  reader: z.string(),
  /** The id of the consultation it is about, if any. */
  consultation: z.string().optional(),
  /** The link's own id, where it may be used once only. */
  id: z.string().optional(),
});

/** Who may open what with a link. */
export type Claims = z.output<typeof claims>;

/** A link's last part: nothing in it can be read or altered (RFC 7516, A256GCM); good for `lifeMs` from `now`. */
export const seal = (secret: Uint8Array, said: Claims, lifeMs: number, now: Date): Promise<string> =>
  new EncryptJWT(said)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(new Date(now.getTime() + lifeMs))
    .encrypt(secret);

/** What was sealed; undefined when it was not sealed here, for one of these kinds, or its time is over at `now`. */
export async function open(
  secret: Uint8Array,
  kinds: readonly LinkKind[],
  token: string,
  now: Date,
): Promise<Claims | undefined> {
  const opened = await jwtDecrypt(token, secret, { currentDate: now, requiredClaims: ['exp'] }).catch(
    () => undefined,
  );
  const said = claims.safeParse(opened?.payload).data;
  return said && kinds.includes(said.kind) ? said : undefined;
}
