/** A mail server: where it is, and as whom. `secure`: TLS from the first byte (smtps). */
export type SmtpServer = {
  host: string;
  port: number;
  secure: boolean;
  auth: { user: string; pass: string } | undefined;
};

/** `smtp://host`, `smtps://user:password@host:465`; undefined when it is anything else. */
export function readSmtpUrl(said: string): SmtpServer | undefined {
  const url = URL.parse(said);
  const host = url?.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!url || !host || !/^smtps?:$/.test(url.protocol)) return undefined;
  // Options behind a question mark would be read by nobody; better to say so than to leave them out in silence.
  if (/^\/?$/.test(url.pathname) === false || url.search || url.hash) return undefined;
  if ((url.username === '') !== (url.password === '')) return undefined;
  const secure = url.protocol === 'smtps:';
  const auth = credentials(url);
  if (auth === 'unreadable') return undefined;
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, auth };
}

function credentials({ username, password }: URL): SmtpServer['auth'] | 'unreadable' {
  if (username === '') return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return 'unreadable';
  }
}

/** An address and nothing beside it: no name, no second address, nothing a mail header would read as its own. */
export const isMailAddress = (said: string): boolean =>
  said.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(said);
