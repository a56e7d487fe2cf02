import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Mode } from './settings.ts';

const policyWith = (formAction: 'none' | 'self') =>
  `default-src 'none'; base-uri 'none'; form-action '${formAction}'; frame-ancestors 'none'`;
const policy = policyWith('none');

/**
 * What every answer carries (OWASP ASVS 5.0 3.4): nothing is kept, framed, guessed at or read by another origin, and a
 * page may load nothing. In production also that the address is https, for a year (RFC 6797).
 */
export const securityHeaders = (mode: Mode): Readonly<Record<string, string>> => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(mode === 'production' ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
});

/**
 * A page of ours may have its own styles, named by what they are (CSP 3, hash sources), and send its form to where it
 * came from; nothing else gets any.
 */
export function policyOf(type: string, body: string): Record<string, string> {
  const styles = type.startsWith('text/html') ? [...body.matchAll(/<style>([\s\S]*?)<\/style>/g)] : [];
  if (styles.length === 0) return {};
  const hashes = styles.map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const own = policyWith(body.includes('<form ') ? 'self' : 'none');
  return { 'Content-Security-Policy': `${own}; style-src ${hashes.join(' ')}` };
}

const reasons = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

/** Puts the headers on every answer of a server, those included that Node gives on its own to what is no request. */
export function guardServer(server: Server, mode: Mode): void {
  const headers = Object.entries(securityHeaders(mode));
  const mark = (_request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  server.prependListener('request', mark);
  server.prependListener('checkContinue', mark);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    mark(request, response);
    response.writeHead(417, { Connection: 'close', 'Content-Length': 0 });
    response.end();
    request.resume();
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Half an answer may already be on its way, or nobody there to read one.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return socket.destroy();
    const status = statusOf(error.code);
    const lines = headers.map(([name, value]) => `${name}: ${value}`);
    const end = ['Content-Length: 0', 'Connection: close', '', ''];
    socket.end([`HTTP/1.1 ${status} ${reasons[status]}`, ...lines, ...end].join('\r\n'));
    setTimeout(() => socket.destroy(), 1000).unref();
  });
}

function statusOf(code: string | undefined): 400 | 408 | 431 {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
