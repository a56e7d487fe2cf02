import { BlockList, isIP } from 'node:net';
import type { Mode } from './settings.ts';

/** Which connector addresses the bot may believe and speak to. */
export type ServiceRule = { mode: Mode; serviceHosts: readonly string[] };

/** Microsoft's own connector host, for all regions of the public cloud. */
export const defaultServiceHosts: readonly string[] = ['smba.trafficmanager.net'];

/**
 * The address as a URL when the rule allows it, else undefined. Asked both when an activity comes in and when something
 * is sent, since the bot posts with its own token to whatever address it has stored (OWASP ASVS 5.0 1.3.6).
 */
export function allowedService(serviceUrl: string, { mode, serviceHosts }: ServiceRule): URL | undefined {
  // A backslash, a blank or a letter beyond ASCII is read as another address by one reader than by the next.
  const url = /^https?:\/\/[!-[\]-~]+$/i.test(serviceUrl) ? URL.parse(serviceUrl) : null;
  if (!url || url.username || url.password || url.search || url.hash) return undefined;
  const loopback = isLoopback(url.hostname);
  if (mode === 'production') {
    if (url.protocol !== 'https:' || loopback || isIpAddress(url.hostname)) return undefined;
  } else if (!loopback || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (mode === 'local') return url;
  // A test's connector gets a port by chance, so a loopback entry without port stands for every port.
  const onList = serviceHosts.some(
    (entry) => entry.toLowerCase() === url.host || (loopback && entry.toLowerCase() === url.hostname),
  );
  return onList ? url : undefined;
}

/** Whether a host name or address, as `URL.hostname` or a listening host gives it, is this machine itself. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * Whether a resolved address is one at which no connector of Microsoft's lives: one's own machine or network, or a range
 * set aside for something else than the public internet (IANA's special-purpose registries, RFC 6890).
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address.replace(/%.*$/, ''));
  return family === 0 || notPublic.check(address.replace(/%.*$/, ''), family === 4 ? 'ipv4' : 'ipv6');
}

const notPublic = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // IPv4 in the clothes of IPv6 (compatible, translated, 6to4, Teredo), then what IPv6 keeps to itself. A mapped address
  // (::ffff:a.b.c.d) is judged by the IPv4 it holds: BlockList does so by itself.
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2001::/32',
  '2002::/16',
  '100::/64',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/9',
  'ff00::/8',
]) {
  const [net = '', prefix] = range.split('/');
  notPublic.addSubnet(net, Number(prefix), isIP(net) === 4 ? 'ipv4' : 'ipv6');
}

function isIpAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
