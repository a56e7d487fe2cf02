import { isLoopback } from './serviceUrl.ts';
import type { DoorLog, Mode } from './settings.ts';

/** The token the bot shows the connector, or undefined in local mode. Given a token the connector has refused, a new one. */
export type Credentials = (refused?: string) => Promise<string | undefined>;

/** A client secret and where it is exchanged for tokens. */
export type SecretSettings = {
  mode: Mode;
  botId: string;
  password: string;
  tenantId: string;
  /** Only test mode may name another than Entra's, and only on this machine. */
  tokenUrl?: string;
  log?: DoorLog;
};

const scope = 'https://api.botframework.com/.default';
const renewBeforeMs = 300_000;

/** Local mode: the connector is on this machine and asks for nothing. */
export const noCredentials: Credentials = async () => undefined;

/**
 * Tokens by client secret from the bot's own tenant (OAuth 2.0 client credentials, RFC 6749 4.4): kept until five
 * minutes before they expire, fetched once for all who wait. Throws when the token server gives none.
 */
export function createSecretCredentials(settings: SecretSettings, now: () => number = Date.now): Credentials {
  const tokenUrl = checkedTokenUrl(settings);
  let kept: { token: string; until: number } | undefined;
  let flight: Promise<string> | undefined;

  const fetchToken = async () => {
    const response = await fetch(tokenUrl, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(8000),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: settings.botId,
        client_secret: settings.password,
        scope,
      }),
    });
    if (!response.ok) {
      settings.log?.({ event: 'token-refused', status: response.status });
      throw new Error(`token server answered ${response.status}`);
    }
    const { access_token: token, expires_in: seconds } = (await response.json()) as Record<string, unknown>;
    if (typeof token !== 'string' || !token) throw new TypeError('token server gave no token');
    kept = { token, until: now() + Number(seconds || 0) * 1000 - renewBeforeMs };
    return token;
  };

  return async (refused) => {
    if (kept && kept.token !== refused && now() < kept.until) return kept.token;
    flight ??= fetchToken().finally(() => {
      flight = undefined;
    });
    return flight;
  };
}

function checkedTokenUrl({ mode, tenantId, tokenUrl }: SecretSettings): string {
  const standard = `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  const url = new URL(tokenUrl ?? standard);
  const isOwnMachine = mode === 'test' && isLoopback(url.hostname) && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isOwnMachine) {
    throw new Error('the token address must be https, or this machine in test mode');
  }
  return url.href;
}
