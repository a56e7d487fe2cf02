import { isIP } from 'node:net';
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
  const url = URL.parse(serviceUrl);
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

/** Whether a resolved address lies inside one's own machine or network, where no connector of Microsoft's lives. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) {
    const [a = 0, b = 0] = mapped.split('.').map(Number);
    if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
    if (a === 172) return b >= 16 && b <= 31;
    if (a === 100) return b >= 64 && b <= 127;
    return (a === 169 && b === 254) || (a === 192 && b === 168);
  }
  return mapped === '::' || mapped === '::1' || /^(f[cd]|fe[89ab]|ff|::ffff:)/i.test(mapped);
}

function isIpAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
