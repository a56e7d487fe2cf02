import net from 'node:net';

/** A letter as the server took it; `headers` by lower-case name, decoded, a name that stands twice as a longer list. */
export type Received = {
  from: string;
  to: readonly string[];
  raw: string;
  headers: Readonly<Record<string, readonly string[]>>;
  text: string;
};

/** Where a conversation goes wrong. `end` is after the letter's last line; with `keep` it has been taken by then. */
export type SmtpFault = {
  at: 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end';
  /** An answer in place of the right one; without it the line is cut. */
  reply?: string;
  keep?: boolean;
  times?: number;
};

export type SmtpServer = Awaited<ReturnType<typeof startSmtpServer>>;

/** A mail server on this machine that takes every letter, but for the faults it is told of (RFC 5321, as far as needed). */
export async function startSmtpServer() {
  const letters: Received[] = [];
  const logins: string[] = [];
  const faults: (SmtpFault & { times: number })[] = [];
  const counted = { connections: 0 };
  const open = new Set<net.Socket>();

  const server = net.createServer((socket) => {
    counted.connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    let from = '';
    let to: string[] = [];
    let waiting = '';
    let inLetter = false;
    const answer = (at: SmtpFault['at'], right: string, act = () => {}) => {
      const fault = faults.find((one) => one.at === at && one.times > 0);
      if (fault) fault.times -= 1;
      if (!fault || fault.keep) act();
      if (fault && fault.reply === undefined) return socket.destroy();
      socket.write(`${fault?.reply ?? right}\r\n`);
    };
    const command = (line: string) => {
      const [verb = '', ...rest] = line.split(' ');
      if (verb === 'EHLO') return answer('EHLO', '250-samrad.test\r\n250 AUTH PLAIN');
      if (verb === 'AUTH')
        return answer('AUTH', '235 2.7.0 ok', () =>
          logins.push(
            Buffer.from(rest[1] ?? '', 'base64')
              .toString()
              .split('\0')
              .slice(1)
              .join(':'),
          ),
        );
      if (verb === 'MAIL') return answer('MAIL', '250 ok', () => (from = addressIn(line)));
      if (verb === 'RCPT') return answer('RCPT', '250 ok', () => to.push(addressIn(line)));
      if (verb === 'DATA') return answer('DATA', '354 go on', () => (inLetter = true));
      socket.write(verb === 'QUIT' ? '221 bye\r\n' : '502 5.5.1 what?\r\n');
      if (verb === 'QUIT') socket.end();
    };
    const letterIn = (text: string): void => {
      const end = text.indexOf('\r\n.\r\n');
      if (end < 0) return;
      const raw = text.slice(0, end).replace(/^\.\./gm, '.');
      waiting = text.slice(end + 5);
      inLetter = false;
      answer('end', '250 2.0.0 taken', () => letters.push({ from, to, raw, ...readLetter(raw) }));
      to = [];
    };
    answer('greeting', '220 samrad.test ESMTP');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      waiting += chunk;
      while (!inLetter && waiting.includes('\r\n')) {
        const end = waiting.indexOf('\r\n');
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        command(line);
      }
      if (inLetter) letterIn(waiting);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    letters,
    logins,
    counted,
    fault: (fault: SmtpFault) => void faults.push({ times: 1, ...fault }),
    clearFaults: () => void faults.splice(0),
    stop: async (): Promise<void> => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function readLetter(raw: string): Pick<Received, 'headers' | 'text'> {
  const split = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of raw
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers[name] = [...(headers[name] ?? []), words(line.slice(colon + 1).trim())];
  }
  const body = raw.slice(split + 4);
  const encoding = headers['content-transfer-encoding']?.[0];
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? quoted(body.replace(/=\r\n/g, ''))
        : body;
  return { headers, text: text.replace(/\r\n/g, '\n') };
}

/** RFC 2047: words beside each other are one. */
const words = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();
