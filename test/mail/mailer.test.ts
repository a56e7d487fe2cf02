import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '../../src/log.ts';
import { createMailer } from '../../src/mail/mailer.ts';
import { isMailAddress, readSmtpUrl } from '../../src/mail/smtpUrl.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtpServer.ts';

let post: SmtpServer;
const logged: Line[] = [];
beforeEach(async () => {
  logged.length = 0;
  post = await startSmtpServer();
});
afterEach(() => post.stop());

const letter = {
  to: 'fk@example.org',
  subject: 'Samråd K-BCDFG-H väntar på svar senast tis 15 sep',
  text: 'Öppna Teams.\n.\nPunkt.\n',
  id: 'stable',
  at: new Date('2026-09-07T07:00:00Z'),
};
const mailer = (url = post.url, mode: 'test' | 'production' = 'test', timeoutMs = 2_000) =>
  createMailer({
    server: readSmtpUrl(url) ?? expect.fail(url),
    from: 'samrad@samrad.example',
    mode,
    log: (line) => logged.push(line),
    timeoutMs,
  });

describe('a letter', () => {
  it('arrives whole, and every try of it is the same letter to whoever looks at the Message-ID', async () => {
    const sent = await mailer().mail(letter);
    expect(sent).toEqual({ is: 'sent', activityId: '<stable@samrad.example>' });
    await mailer().mail(letter);
    expect(post.letters.map(({ headers }) => headers['message-id'])).toEqual(
      Array(2).fill(['<stable@samrad.example>']),
    );
    expect(post.letters[0]).toMatchObject({
      from: 'samrad@samrad.example',
      to: ['fk@example.org'],
      headers: {
        from: ['Samråd <samrad@samrad.example>'],
        to: ['fk@example.org'],
        subject: [letter.subject],
        date: ['Mon, 07 Sep 2026 07:00:00 +0000'],
      },
    });
    expect(post.letters[0]!.text.trim()).toBe(letter.text.trim());
    expect(logged).toEqual([]);
  });

  it('cannot be given another header or another recipient by what it says or whom it is for', async () => {
    await mailer().mail({ ...letter, subject: 'hej\r\nBcc: evil@example.org\r\n\r\nx' });
    expect(post.letters[0]!.to).toEqual(['fk@example.org']);
    expect(Object.keys(post.letters[0]!.headers)).not.toContain('bcc');
    await mailer().mail({ ...letter, to: 'fk@example.org>\r\nRCPT TO:<evil@example.org' });
    expect(post.letters.flatMap(({ to }) => to)).not.toContain('evil@example.org');
  });

  const again = { is: 'again' };
  const unknown = { is: 'unknown' };
  const refused = (status: number, reason = 'bad') => ({ is: 'refused', status, reason });
  it.each([
    ['a server that hangs up at once', { at: 'greeting' }, again, 0],
    ['one that turns us away for now', { at: 'greeting', reply: '421 busy' }, again, 0],
    ['one that turns us away for good', { at: 'greeting', reply: '554 no' }, again, 0],
    ['a refused login', { at: 'AUTH', reply: '535 5.7.8 no' }, again, 0],
    ['a sender refused for now', { at: 'MAIL', reply: '451 4.7.1 greylisted' }, again, 0],
    ['a mailbox that is full', { at: 'RCPT', reply: '452 4.2.2 full' }, again, 0],
    ['a mailbox that is not there', { at: 'RCPT', reply: '550 5.1.1 no' }, refused(550), 0],
    ['a line cut before the letter', { at: 'DATA' }, again, 0],
    ['a letter too large', { at: 'end', reply: '552 5.3.4 large' }, refused(552, 'too-big'), 0],
    ['a letter refused for now', { at: 'end', reply: '451 4.3.0 later' }, again, 0],
    ['a line cut after the letter, which was not taken', { at: 'end' }, unknown, 0],
    ['a line cut after the letter, which was taken', { at: 'end', keep: true }, unknown, 1],
  ] as const)('is judged by what may safely follow: %s', async (_name, fault, result, taken) => {
    post.fault(fault);
    expect(await mailer(post.url.replace('//', '//samrad:hemligt@')).mail(letter)).toEqual(result);
    expect(post.letters).toHaveLength(taken);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/hemligt|fk@example/);
  });

  it('is tried again when nobody is there, and after a server that never ends its greeting', async () => {
    const url = post.url;
    await post.stop();
    expect(await mailer(url).mail(letter)).toEqual(again);
    post = await startSmtpServer();
    post.fault({ at: 'MAIL', reply: '250-never ending' });
    const began = Date.now();
    expect(await mailer(post.url, 'test', 500).mail(letter)).toEqual(again);
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  it('goes in the clear to this machine only, once it is production', async () => {
    expect(await mailer(post.url, 'production').mail(letter)).toMatchObject({ is: 'sent' });
    // This machine by an address that does not say so; the server offers no encryption.
    const elsewhere = createMailer({
      server: { host: '0.0.0.0', port: post.port, secure: false, auth: undefined },
      from: 'samrad@samrad.example',
      mode: 'production',
      log: (line) => logged.push(line),
    });
    expect(await elsewhere.mail(letter)).toEqual(again);
    expect(logged).toEqual([{ event: 'mail-failed', code: 'ETLS', status: 502 }]);
    expect(post.letters).toHaveLength(1);
  });

  it('tells at start whether the server is there', async () => {
    await mailer().check();
    post.fault({ at: 'AUTH', reply: '535 5.7.8 no' });
    await mailer(post.url.replace('//', '//samrad:hemligt@')).check();
    expect(logged).toEqual([
      { event: 'mail-server', outcome: 'ok' },
      { event: 'mail-failed', code: 'EAUTH', status: 535 },
    ]);
  });
});

describe('the settings of mail', () => {
  it.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false, auth: undefined }],
    ['smtps://mail.example.org/', { host: 'mail.example.org', port: 465, secure: true, auth: undefined }],
    [
      'smtp://samrad:p%40ss@[::1]:25',
      { host: '::1', port: 25, secure: false, auth: { user: 'samrad', pass: 'p@ss' } },
    ],
  ])('reads %s', (said, server) => expect(readSmtpUrl(said)).toEqual(server));

  it.each([
    '',
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://samrad@mail.example.org',
    'smtp://a:%zz@mail.example.org',
    'smtp://mail.example.org/path',
    'smtp://mail.example.org?secure=false',
  ])('does not read %s', (said) => expect(readSmtpUrl(said)).toBeUndefined());

  it.each(['a@b.se', 'samråd@kommun.se'])('takes %s for an address', (said) =>
    expect(isMailAddress(said)).toBe(true),
  );
  it.each(['a', 'a@b@c', 'A <a@b.se>', 'a@b.se,c@d.se', 'a@b.se\r\nBcc: c@d.se', ''])(
    'does not take %j for an address',
    (said) => expect(isMailAddress(said)).toBe(false),
  );
});
