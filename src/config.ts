import { resolve } from 'node:path';
import { z } from 'zod';
import { instantAt, minutesOfDay } from './domain/zone.ts';
import { defaultServiceHosts } from './teams/serviceUrl.ts';
import { connectorIssuer } from './teams/token.ts';

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

const environment = z.object({
  SAMRAD_MODE: z.preprocess(blank, z.enum(['local', 'test', 'production']).default('local')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3978)),
  HOST: text(),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(/^sqlite:.+/, 'must be sqlite:<path>')
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
  BOT_TYPE: z.preprocess(blank, z.enum(['SingleTenant', 'MultiTenant']).default('SingleTenant')),
  BOT_TENANT_ID: text(),
  BOT_SERVICE_HOSTS: text(),
  BOT_OPENID_METADATA: optional(z.url()),
  BOT_TOKEN_URL: optional(z.url()),
  SMTP_URL: text(),
  MAIL_FROM: text(),
  GRAPH: text(),
});

export type Config = {
  mode: 'local' | 'test' | 'production';
  port: number;
  host: string;
  databaseUrl: string;
  associations: string;
  now: Date | undefined;
  publicUrl: string | undefined;
  botId: string | undefined;
  botPassword: string | undefined;
  botTenantId: string | undefined;
  serviceHosts: readonly string[];
  openIdMetadata: string;
  tokenUrl: string | undefined;
  issuer: string;
  mailFrom: string;
};

const productionMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** What only one mode asks for, with the reason in words. */
function faultsOf(env: z.output<typeof environment>): string[] {
  const faults: string[] = [];
  const needs = (
    name: 'BOT_ID' | 'BOT_PASSWORD' | 'BOT_TENANT_ID' | 'ASSOCIATIONS' | 'PUBLIC_URL' | 'MAIL_FROM',
    why: string,
  ) => {
    if (!env[name]) faults.push(`${name}: missing; ${why}`);
  };
  if (env.SAMRAD_MODE !== 'local') {
    needs('BOT_ID', "the bot's application id");
    needs('BOT_PASSWORD', "the bot's client secret");
    needs('BOT_TENANT_ID', 'the tenant in which the bot is registered');
    needs('ASSOCIATIONS', 'a file or a folder of association files');
  }
  if (env.SAMRAD_MODE === 'production') {
    needs('PUBLIC_URL', 'the https address at which Teams reaches the bot');
    needs('MAIL_FROM', 'the address calendar entries name as organizer');
    if (env.PUBLIC_URL && !String(env.PUBLIC_URL).startsWith('https://'))
      faults.push('PUBLIC_URL: must be https');
    for (const name of ['SAMRAD_NOW', 'BOT_OPENID_METADATA', 'BOT_TOKEN_URL'] as const)
      if (env[name]) faults.push(`${name}: only for local and test mode`);
  }
  return faults;
}

/** Reads and checks all settings; every fault at once, in plain words. */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; faults: readonly string[] } {
  const parsed = environment.safeParse(variables);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    };
  const env = parsed.data;
  const faults = faultsOf(env);
  if (faults.length > 0) return { ok: false, faults };
  const mode = env.SAMRAD_MODE;
  return {
    ok: true,
    config: Object.freeze({
      mode,
      port: env.PORT,
      host: mode === 'production' ? (env.HOST ?? '0.0.0.0') : '127.0.0.1',
      databaseUrl: env.DATABASE_URL,
      associations: env.ASSOCIATIONS ?? resolve(import.meta.dirname, '..', 'env'),
      now: env.SAMRAD_NOW,
      publicUrl: (env.PUBLIC_URL as string | undefined)?.replace(/\/+$/, ''),
      botId: env.BOT_ID,
      botPassword: env.BOT_PASSWORD,
      botTenantId: env.BOT_TENANT_ID,
      serviceHosts:
        env.BOT_SERVICE_HOSTS?.split(',')
          .map((host) => host.trim())
          .filter(Boolean) ?? defaultServiceHosts,
      openIdMetadata: (env.BOT_OPENID_METADATA as string | undefined) ?? productionMetadata,
      tokenUrl: env.BOT_TOKEN_URL as string | undefined,
      issuer: connectorIssuer,
      mailFrom: env.MAIL_FROM ?? 'samrad@samrad.invalid',
    }),
  };
}
