import { isIP } from 'node:net';
import { isLoopback, isPrivateAddress } from './serviceUrl.ts';

/** Where Azure hands out tokens to what runs there without a secret: App Service names it and a header to show. */
export type IdentityEndpoint = { url: string; header: string };

/** The virtual machine's own: the same address in every Azure region, reachable from the machine alone. */
export const machineIdentityUrl = 'http://169.254.169.254/metadata/identity/oauth2/token';

/**
 * The request for a user-assigned managed identity's token: App Service (`api-version` 2019-08-01, with its header) when
 * the environment names an endpoint, else the machine's own metadata address (2018-02-01).
 */
export function identityRequest(
  botId: string,
  endpoint: IdentityEndpoint | undefined,
  machineUrl: string = machineIdentityUrl,
  resource = 'https://api.botframework.com',
): { url: string; headers: Record<string, string> } {
  const url = new URL(endpoint?.url ?? machineUrl);
  url.searchParams.set('api-version', endpoint ? '2019-08-01' : '2018-02-01');
  url.searchParams.set('resource', resource);
  url.searchParams.set('client_id', botId);
  return {
    url: url.href,
    headers: endpoint ? { 'X-IDENTITY-HEADER': endpoint.header } : { Metadata: 'true' },
  };
}

/** Whether an address is one at which a platform's own identity endpoint can stand: on this machine or beside it, or https. */
export function isIdentityAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (url.protocol === 'https:') return true;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'http:' && (isLoopback(host) || (isIP(host) !== 0 && isPrivateAddress(host)));
}
