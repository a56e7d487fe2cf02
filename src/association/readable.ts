import { z } from 'zod';
import { roles } from '../domain/codes.ts';

const readable = z.string().optional().catch(undefined);
const readableList = z.array(readable).catch([]);
const each = <T extends z.ZodRawShape>(fields: T) =>
  z.array(z.object(fields).nullable().catch(null)).catch([]);
const identityRead = { tenantId: readable, aadObjectId: readable };

/**
 * As much of an association file as can be read, however faulty: what the references between its parts are
 * checked on, so that faults of form and faults of reference are told in one go.
 */
export const readableAssociation = z
  .object({
    id: readable,
    tenants: readableList,
    municipalities: each({ id: readable }),
    agencies: each({
      id: readable,
      remit: z.object({ owner: readable }).optional().catch(undefined),
    }),
    people: each({
      id: readable,
      role: z.enum(roles).optional().catch(undefined),
      agency: readable,
      municipalities: readableList,
      backup: readable,
      mail: readable,
      ...identityRead,
      identities: each(identityRead),
    }),
    functions: each({ id: readable, agency: readable, people: readableList, mailbox: readable }),
    rules: each({
      agency: readable,
      when: z.object({ municipality: readableList }).optional().catch(undefined),
      function: readable,
    }),
    sessions: each({
      id: readable,
      from: z.string().catch(''),
      to: z.string().catch(''),
      slotMinutes: z.number().catch(0),
      agencies: readableList,
      links: readableList,
      lobby: z.boolean().catch(false),
    }),
    rooms: readableList,
    targets: each({ from: readable, to: readable }),
  })
  .catch({
    id: undefined,
    tenants: [],
    municipalities: [],
    agencies: [],
    people: [],
    functions: [],
    rules: [],
    sessions: [],
    rooms: [],
    targets: [],
  });

export type ReadableAssociation = z.output<typeof readableAssociation>;
