import { z } from 'zod';
import { instantAt, minutesOfDay } from './domain/zone.ts';
import { isMailAddress, readSmtpUrl } from './mail/smtpUrl.ts';
import { isIdentityAddress } from './teams/managedIdentity.ts';
import { isLoopback } from './teams/serviceUrl.ts';

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = (schema: z.ZodType = z.string()) => z.preprocess(blank, schema.optional());
const text = () => z.preprocess(blank, z.string().optional());

/** `2026-09-07T09:00` and `2026-09-07 09:00` are Swedish time; with a zone, an instant. */
export function readInstant(said: string): Date | undefined {
  const wall = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(said);
  if (wall) {
    const minutes = minutesOfDay(wall[2]!);
    return minutes === undefined ? undefined : instantAt(wall[1]!, minutes, 'Europe/Stockholm');
  }
  const at = new Date(said);
  return /[zZ]|[+-]\d{2}:?\d{2}$/.test(said) && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** The settings as they stand in the environment: what each may hold by itself. */
export const environment = z.object({
  SAMRAD_MODE: z.preprocess(blank, z.enum(['local', 'test', 'production']).default('local')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3978)),
  HOST: text(),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(
        /^(sqlite:|postgres(ql)?:\/\/).+/,
        'must be sqlite:<path> or postgres://<user>@<host>/<database>',
      )
      .default('sqlite:.data/samrad.db'),
  ),
  ASSOCIATIONS: text(),
  SAMRAD_NOW: z.preprocess(
    blank,
    z
      .string()
      .transform((said, context) => {
        const at = readInstant(said);
        if (!at) context.addIssue('must be a time such as 2026-09-07 09:00, or an ISO instant with its zone');
        return at;
      })
      .optional(),
  ),
  PUBLIC_URL: optional(z.url()),
  BOT_ID: text(),
  BOT_PASSWORD: text(),
  BOT_TYPE: z.preprocess(
    blank,
    z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  ),
  BOT_CERTIFICATE: text(),
  IDENTITY_ENDPOINT: text(),
  IDENTITY_HEADER: text(),
  BOT_TENANT_ID: text(),
  BOT_SERVICE_HOSTS: text(),
  BOT_OPENID_METADATA: optional(z.url()),
  BOT_TOKEN_URL: optional(z.url()),
  RATE_PER_MINUTE: z.preprocess(blank, z.coerce.number().int().min(2).max(100_000).default(30)),
  SEND_PACE: z.preprocess(blank, z.enum(['on', 'off']).optional()),
  SMTP_URL: z.preprocess(
    blank,
    z
      .string()
      .transform((said, context) => {
        const server = readSmtpUrl(said);
        // What is wrong with it is not repeated: it may hold a password.
        if (!server)
          context.addIssue('must be smtp://<host>[:port] or smtps://…, with <user>:<password>@ if needed');
        return server;
      })
      .optional(),
  ),
  MAIL_FROM: z.preprocess(
    blank,
    z.string().refine(isMailAddress, 'must be an e-mail address and nothing else').optional(),
  ),
  GRAPH: z.preprocess(blank, z.enum(['on', 'off']).default('off')),
  GRAPH_URL: optional(z.url()),
  GRAPH_ORGANIZER: z.preprocess(
    blank,
    z.string().refine(isMailAddress, 'must be an e-mail address and nothing else').optional(),
  ),
  METRICS_TOKEN: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w.~+/=-]{24,}$/, 'must be at least 24 characters of a token (openssl rand -base64 32)')
      .optional(),
  ),
  DRAIN_SECONDS: z.preprocess(blank, z.coerce.number().min(0).max(60).default(0)),
});

/** What only one mode asks for, with the reason in words. */
export function faultsOf(env: z.output<typeof environment>): string[] {
  const faults: string[] = [];
  const needs = (
    name: 'BOT_ID' | 'BOT_TENANT_ID' | 'ASSOCIATIONS' | 'PUBLIC_URL' | 'MAIL_FROM',
    why: string,
  ) => {
    if (!env[name]) faults.push(`${name}: missing; ${why}`);
  };
  if (env.SAMRAD_MODE !== 'local') {
    needs('BOT_ID', "the bot's application id");
    faults.push(...proofFaults(env));
    if (env.BOT_TYPE === 'SingleTenant') needs('BOT_TENANT_ID', 'the tenant in which the bot is registered');
    needs('ASSOCIATIONS', 'a file or a folder of association files');
  }
  faults.push(...graphFaults(env));
  if (env.SAMRAD_MODE === 'production') {
    needs('PUBLIC_URL', 'the https address at which Teams reaches the bot');
    needs('MAIL_FROM', 'the address mail is sent from, and calendar entries name as organizer');
    if (env.PUBLIC_URL && !String(env.PUBLIC_URL).startsWith('https://'))
      faults.push('PUBLIC_URL: must be https');
    for (const name of [
      'SAMRAD_NOW',
      'BOT_OPENID_METADATA',
      'BOT_TOKEN_URL',
      'SEND_PACE',
      'GRAPH_URL',
    ] as const)
      if (env[name]) faults.push(`${name}: only for local and test mode`);
  }
  return faults;
}

/** Calendars are those of one tenant, and in local mode there is none but a stand-in. */
function graphFaults({
  GRAPH,
  GRAPH_URL,
  GRAPH_ORGANIZER,
  SAMRAD_MODE,
  BOT_TYPE,
  BOT_TENANT_ID,
}: z.output<typeof environment>): string[] {
  if (GRAPH === 'off')
    return GRAPH_ORGANIZER ? ['GRAPH_ORGANIZER: only with GRAPH=on; meetings are put into its calendar'] : [];
  const faults: string[] = [];
  const isAskedFor = SAMRAD_MODE !== 'local' && BOT_TYPE === 'SingleTenant';
  if (!BOT_TENANT_ID && !isAskedFor)
    faults.push('BOT_TENANT_ID: missing; GRAPH=on reads the calendars of this tenant');
  const host = GRAPH_URL === undefined ? '' : new URL(String(GRAPH_URL)).hostname;
  if (GRAPH_URL !== undefined && !isLoopback(host)) faults.push('GRAPH_URL: must be on this machine');
  if (SAMRAD_MODE === 'local' && GRAPH_URL === undefined)
    faults.push('GRAPH: in local mode only with GRAPH_URL, a stand-in on this machine');
  return faults;
}

/** The bot proves who it is in exactly one way. */
function proofFaults(env: z.output<typeof environment>): string[] {
  if (env.BOT_TYPE !== 'UserAssignedMSI') {
    if (env.BOT_PASSWORD && env.BOT_CERTIFICATE)
      return ['BOT_CERTIFICATE: set together with BOT_PASSWORD; keep one of them and leave the other blank'];
    return env.BOT_PASSWORD || env.BOT_CERTIFICATE
      ? []
      : ["BOT_PASSWORD: missing; the bot's client secret, or BOT_CERTIFICATE in its place"];
  }
  const faults = (['BOT_PASSWORD', 'BOT_CERTIFICATE'] as const)
    .filter((name) => env[name])
    .map((name) => `${name}: a managed identity (BOT_TYPE=UserAssignedMSI) has none; leave it blank`);
  if (!env.IDENTITY_ENDPOINT !== !env.IDENTITY_HEADER)
    faults.push(
      'IDENTITY_ENDPOINT: set by App Service together with IDENTITY_HEADER; here is only one of them',
    );
  if (env.IDENTITY_ENDPOINT && !isIdentityAddress(env.IDENTITY_ENDPOINT))
    faults.push('IDENTITY_ENDPOINT: must be https, or an address on this machine or its own network');
  return faults;
}
