import { type BotCertificate, daysLeft, signAssertion } from './certificate.ts';
import { type IdentityEndpoint, identityRequest } from './managedIdentity.ts';
import { isLoopback } from './serviceUrl.ts';
import type { DoorLog, Mode } from './settings.ts';

/** The token the bot shows the connector, or undefined in local mode. Given a token the connector has refused, a new one. */
export type Credentials = (refused?: string) => Promise<string | undefined>;

/** How the bot is registered; `MultiTenant` is no longer made since July 2025, but old ones go on. */
export type BotType = 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';

/** Whose tokens, and what the bot proves itself with: a secret, a certificate, or (UserAssignedMSI) where it runs. */
export type IdentitySettings = {
  mode: Mode;
  botType: BotType;
  botId: string | undefined;
  /** The tenant of a SingleTenant bot; the others have no use for one. */
  botTenantId?: string | undefined;
  botPassword?: string | undefined;
  botCertificate?: BotCertificate | undefined;
  identityEndpoint?: IdentityEndpoint | undefined;
  /** Only test mode may name another than Microsoft's, and only on this machine. */
  tokenUrl?: string | undefined;
  /** What the tokens are for, by its address; the Bot Framework when nothing is said. */
  resource?: string | undefined;
};

/** A client secret and where it is exchanged for tokens. */
export type SecretSettings = {
  mode: Mode;
  botId: string;
  password: string;
  tenantId: string;
  tokenUrl?: string | undefined;
  resource?: string | undefined;
  log?: DoorLog;
};

export const connectorResource = 'https://api.botframework.com';
const renewBeforeMs = 300_000;
const dayMs = 86_400_000;
/** So many days before its certificate's end the bot begins to say so. */
const warnDays = 30;

/** Local mode: the connector is on this machine and asks for nothing. */
export const noCredentials: Credentials = async () => undefined;

/**
 * The credentials of the bot as it is registered. Throws when the settings lack what its type needs; whoever reads the
 * settings has said so in words before.
 */
export function createCredentials(
  settings: IdentitySettings,
  log: DoorLog,
  now: () => number = Date.now,
): Credentials {
  const { mode, botType, botId, botPassword, botCertificate } = settings;
  if (mode === 'local') return noCredentials;
  if (!botId) throw new Error(`${mode} mode needs the bot's app id`);
  if (botType === 'UserAssignedMSI') return createManagedCredentials({ ...settings, botId, log }, now);
  // An old multi-tenant registration gets its tokens where Bot Framework lives, whatever tenant it was made in
  // (botframework-connector, `AuthenticationConstants.DefaultChannelAuthTenant`).
  const isOld = botType === 'MultiTenant' && settings.resource === undefined;
  const tenantId = isOld ? 'botframework.com' : settings.botTenantId;
  if (!tenantId) throw new Error('a SingleTenant bot needs its tenant');
  const { tokenUrl, resource } = settings;
  if (botCertificate && !botPassword)
    return createCertificateCredentials(
      { mode, botId, tenantId, tokenUrl, resource, certificate: botCertificate, log },
      now,
    );
  if (!botPassword || botCertificate) throw new Error('the bot needs either a secret or a certificate');
  return createSecretCredentials(
    { mode, botId, tenantId, tokenUrl, resource, password: botPassword, log },
    now,
  );
}

/** Tokens by client secret from the bot's own tenant (OAuth 2.0 client credentials, RFC 6749 4.4). */
export function createSecretCredentials(
  { mode, botId, password, tenantId, tokenUrl, resource, log }: SecretSettings,
  now: () => number = Date.now,
): Credentials {
  const address = checkedTokenUrl(mode, tokenUrl ?? entraUrl(tenantId));
  return keptToken(
    () => askToken(address, { ...grant(botId, resource), client_secret: password }, now, log),
    now,
  );
}

/** Tokens by a statement signed with the certificate's key; says in the log when the certificate nears its end. */
function createCertificateCredentials(
  settings: {
    mode: Mode;
    botId: string;
    tenantId: string;
    tokenUrl: string | undefined;
    resource: string | undefined;
    certificate: BotCertificate;
    log: DoorLog;
  },
  now: () => number,
): Credentials {
  const { mode, botId, tenantId, resource, certificate, log } = settings;
  const address = checkedTokenUrl(mode, settings.tokenUrl ?? entraUrl(tenantId));
  let saidAt = Number.NEGATIVE_INFINITY;
  const warn = () => {
    const days = daysLeft(certificate, now());
    if (days >= warnDays || now() - saidAt < dayMs) return;
    saidAt = now();
    log({ event: 'certificate-expires', count: days });
  };
  warn();
  return keptToken(async () => {
    warn();
    const assertion = await signAssertion(certificate, { botId, tokenUrl: address, now: now() });
    const form = {
      ...grant(botId, resource),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
    return askToken(address, form, now, log);
  }, now);
}

function createManagedCredentials(
  {
    mode,
    botId,
    identityEndpoint,
    tokenUrl,
    resource = connectorResource,
    log,
  }: Pick<IdentitySettings, 'mode' | 'identityEndpoint' | 'tokenUrl' | 'resource'> & {
    botId: string;
    log: DoorLog;
  },
  now: () => number,
): Credentials {
  const machine = tokenUrl === undefined ? undefined : checkedTokenUrl(mode, tokenUrl);
  const { url, headers } = identityRequest(botId, identityEndpoint, machine, resource);
  return keptToken(() => readToken(url, { headers }, now, log), now);
}

type Token = { token: string; expiresAt: number };

/** Keeps a token until five minutes before it expires, and fetches one once for all who wait. */
function keptToken(fetchToken: () => Promise<Token>, now: () => number): Credentials {
  let kept: Token | undefined;
  let flight: Promise<string> | undefined;
  const renew = async () => {
    kept = await fetchToken();
    return kept.token;
  };
  return async (refused) => {
    if (kept && kept.token !== refused && now() < kept.expiresAt - renewBeforeMs) return kept.token;
    flight ??= renew().finally(() => {
      flight = undefined;
    });
    return flight;
  };
}

const grant = (botId: string, resource = connectorResource) => ({
  grant_type: 'client_credentials',
  client_id: botId,
  scope: `${resource}/.default`,
});

const askToken = (url: string, form: Record<string, string>, now: () => number, log?: DoorLog) =>
  readToken(url, { method: 'POST', body: new URLSearchParams(form) }, now, log);

/** Throws when the server gives no token; nothing of its answer is repeated. */
async function readToken(
  url: string,
  request: RequestInit,
  now: () => number,
  log?: DoorLog,
): Promise<Token> {
  const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(8000) });
  if (!response.ok) {
    log?.({ event: 'token-refused', status: response.status });
    throw new Error(`token server answered ${response.status}`);
  }
  const { access_token: token, ...told } = (await response.json()) as Record<string, unknown>;
  if (typeof token !== 'string' || !token) throw new TypeError('token server gave no token');
  return { token, expiresAt: expiryOf(told, now()) };
}

// Entra says how long a token lives, a managed identity until when (seconds since 1970, as text); one that says neither
// is not kept.
function expiryOf(told: Record<string, unknown>, now: number): number {
  const [life, until] = [Number(told.expires_in), Number(told.expires_on)];
  if (life > 0) return now + life * 1000;
  return until > 0 ? until * 1000 : now;
}

const entraUrl = (tenantId: string): string =>
  `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;

function checkedTokenUrl(mode: Mode, address: string): string {
  const url = new URL(address);
  const isOwnMachine = mode === 'test' && isLoopback(url.hostname) && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isOwnMachine)
    throw new Error('the token address must be https, or this machine in test mode');
  return url.href;
}
