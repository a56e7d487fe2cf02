import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Line } from '../log.ts';
import type { SendResult } from '../teams/sender.ts';
import { isLoopback } from '../teams/serviceUrl.ts';
import type { SmtpServer } from './smtpUrl.ts';

/**
 * One message to one mailbox, in plain text. `id` is the left side of its Message-ID: the same for every try. With
 * `calendar` it is an invitation or its cancellation (iMIP, RFC 6047); `content` is an iCalendar object of that method.
 */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  id: string;
  at: Date;
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
};

/** The bot's only way to send mail. No retry inside: whoever calls decides by the result, as with Teams. */
export type Mailer = { mail(letter: Letter): Promise<SendResult> };

export type MailerSettings = {
  server: SmtpServer;
  from: string;
  mode: 'local' | 'test' | 'production';
  log: (line: Line) => void;
  /** All of one try; shorter than the lease of a row. */
  timeoutMs?: number;
};

type Failure = { code?: string; responseCode?: number; permanent?: boolean };

/**
 * Sends over a connection of its own each time: mail is rare. What the server has taken the first byte of may have
 * arrived (`unknown`) until it has said yes or no; before that nothing has.
 */
export function createMailer(settings: MailerSettings): Mailer & { check(): Promise<void> } {
  const { from, log } = settings;
  const failed = (error: Failure): void =>
    log({ event: 'mail-failed', code: error.code ?? 'unknown', status: error.responseCode });

  return {
    mail: async (letter) => {
      const { envelope, raw, id } = await written(letter, from);
      const progress = { begun: false };
      const body = new Readable({
        read() {
          progress.begun = true;
          this.push(raw);
          this.push(null);
        },
      });
      const outcome = await connected(settings, (connection, done) =>
        connection.send(envelope, body, (error) => done(error ?? undefined)),
      );
      if (outcome === undefined) return { is: 'sent', activityId: id };
      failed(outcome);
      return resultOf(outcome, progress.begun);
    },
    /** Tells in the log whether the server answers and takes the credentials; the bot starts either way. */
    check: async () => {
      const outcome = await connected(settings, (_connection, done) => done(undefined));
      if (outcome) failed(outcome);
      else log({ event: 'mail-server', outcome: 'ok' });
    },
  };
}

/** Text, and a calendar entry if there is one, from a fixed sender: the headers hold nothing that comes from a person or a file but the one address. */
async function written({ to, subject, text, id, at, calendar }: Letter, from: string) {
  const messageId = `<${id}@${from.slice(from.indexOf('@') + 1)}>`;
  const message = new MailComposer({
    from: { name: 'Samråd', address: from },
    to: { name: '', address: to },
    subject,
    text,
    // As the alternative that calendars act on, and attached for programs that show files only.
    ...(calendar ? { icalEvent: { ...calendar, filename: 'samrad.ics' } } : {}),
    messageId,
    date: at,
    // No out-of-office answer comes back (RFC 3834; the second is Exchange's own).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { envelope: { from, to: [to] }, raw: await message.build(), id: messageId };
}

/** Connects, logs in where there are credentials, does one thing and says goodbye; undefined when all went well. */
function connected(
  { server, mode, timeoutMs = 30_000 }: MailerSettings,
  act: (connection: SMTPConnection, done: (error: Failure | undefined) => void) => void,
): Promise<Failure | undefined> {
  const { host, port, secure, auth } = server;
  return new Promise((resolve) => {
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      // Only to this machine itself may a production bot speak in the clear.
      requireTLS: mode === 'production' && !secure && !isLoopback(host),
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: timeoutMs,
      dnsTimeout: 5_000,
    });
    const settle = (error: Failure | undefined) => {
      clearTimeout(deadline);
      if (error) connection.close();
      else connection.quit();
      resolve(error);
    };
    const deadline = setTimeout(() => settle({ code: 'ETIMEDOUT' }), timeoutMs);
    connection.on('error', (error: Failure) => settle(error));
    connection.connect((error) => {
      if (error) return settle(error);
      if (!auth) return act(connection, settle);
      connection.login(auth, (refused) => (refused ? settle(refused) : act(connection, settle)));
    });
  });
}

function resultOf({ code, responseCode, permanent }: Failure, begun: boolean): SendResult {
  if (responseCode === undefined) return { is: begun ? 'unknown' : 'again' };
  // What concerns the letter itself is final. A refused login or connection is for whoever runs the server to cure.
  if (permanent && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return { is: 'refused', status: responseCode, reason: responseCode === 552 ? 'too-big' : 'bad' };
  return { is: 'again' };
}
