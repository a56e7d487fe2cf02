import { resolve } from 'node:path';
import { environment, faultsOf } from './environment.ts';
import { graphResource } from './graph/freeBusy.ts';
import type { SmtpServer } from './mail/smtpUrl.ts';
import { type BotCertificate, type CertificateFault, readCertificate } from './teams/certificate.ts';
import type { BotType } from './teams/credentials.ts';
import type { IdentityEndpoint } from './teams/managedIdentity.ts';
import { defaultServiceHosts } from './teams/serviceUrl.ts';
import { connectorIssuer } from './teams/token.ts';

export type Config = {
  mode: 'local' | 'test' | 'production';
  port: number;
  host: string;
  databaseUrl: string;
  associations: string;
  now: Date | undefined;
  publicUrl: string | undefined;
  botId: string | undefined;
  botType: BotType;
  botPassword: string | undefined;
  botCertificate: BotCertificate | undefined;
  /** Where the platform hands out a managed identity's tokens; undefined on a virtual machine. */
  identityEndpoint: IdentityEndpoint | undefined;
  botTenantId: string | undefined;
  serviceHosts: readonly string[];
  openIdMetadata: string;
  tokenUrl: string | undefined;
  issuer: string;
  /** What a person may send in a minute, and whether what the bot sends keeps below Teams' limits. */
  limits: { perMinute: number; paced: boolean };
  mailFrom: string;
  /** Undefined: no mail is sent. */
  smtp: SmtpServer | undefined;
  /** Whose calendars are read when times are proposed, and where; whose mailbox meetings are put into, if any. */
  graph: { url: string; tenantId: string; organizer: string | undefined } | undefined;
  /** Who carries it may read `/metrics`. */
  metricsToken: string | undefined;
  /** How long the bot goes on after it has said that it stops, so that whoever stands in front has noticed. */
  drainMs: number;
};

const productionMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const certificateFaults: Record<CertificateFault, string> = {
  'no-file': 'there is no such file, or it cannot be read',
  'no-key': 'the file holds no private key that can be read (PEM, -----BEGIN PRIVATE KEY-----)',
  'key-locked':
    'the private key is locked with a passphrase; the file must hold it unlocked, readable by the bot alone',
  'not-rsa': 'the key must be RSA, of at least 2048 bits',
  'no-certificate': 'the file holds no certificate beside its key (PEM, -----BEGIN CERTIFICATE-----)',
  mismatch: 'no certificate in the file belongs to its private key',
  'not-yet': 'the certificate is not valid yet',
  expired: 'the certificate has expired; make a new one and register it in Entra',
};

/** Reads and checks all settings, the certificate's file too; every fault at once, in plain words. */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  at: Date = new Date(),
): { ok: true; config: Config } | { ok: false; faults: readonly string[] } {
  const parsed = environment.safeParse(variables);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    };
  const env = parsed.data;
  const faults = faultsOf(env);
  const isNeeded = env.SAMRAD_MODE !== 'local';
  const certificate = env.BOT_CERTIFICATE && isNeeded ? readCertificate(env.BOT_CERTIFICATE, at) : undefined;
  if (certificate && !certificate.ok)
    faults.push(`BOT_CERTIFICATE: ${certificateFaults[certificate.refusal.code]} (${env.BOT_CERTIFICATE})`);
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
      botType: env.BOT_TYPE,
      botPassword: env.BOT_PASSWORD,
      botCertificate: certificate?.ok ? certificate.value : undefined,
      identityEndpoint:
        env.IDENTITY_ENDPOINT && env.IDENTITY_HEADER
          ? { url: env.IDENTITY_ENDPOINT, header: env.IDENTITY_HEADER }
          : undefined,
      botTenantId: env.BOT_TENANT_ID,
      serviceHosts:
        env.BOT_SERVICE_HOSTS?.split(',')
          .map((host) => host.trim())
          .filter(Boolean) ?? defaultServiceHosts,
      openIdMetadata: (env.BOT_OPENID_METADATA as string | undefined) ?? productionMetadata,
      tokenUrl: env.BOT_TOKEN_URL as string | undefined,
      issuer: connectorIssuer,
      limits: {
        // Whoever tries the bot on their own machine is everybody at once.
        perMinute: env.RATE_PER_MINUTE * (mode === 'local' ? 10 : 1),
        paced: env.SEND_PACE === undefined ? mode !== 'local' : env.SEND_PACE === 'on',
      },
      graph:
        env.GRAPH === 'on' && env.BOT_TENANT_ID
          ? {
              url: String(env.GRAPH_URL ?? graphResource).replace(/\/+$/, ''),
              tenantId: env.BOT_TENANT_ID,
              organizer: env.GRAPH_ORGANIZER as string | undefined,
            }
          : undefined,
      mailFrom: (env.MAIL_FROM as string | undefined) ?? 'samrad@samrad.invalid',
      smtp: env.SMTP_URL as SmtpServer | undefined,
      metricsToken: env.METRICS_TOKEN as string | undefined,
      drainMs: env.DRAIN_SECONDS * 1000,
    }),
  };
}
