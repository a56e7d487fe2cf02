import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** An event in somebody's calendar, in epoch minutes. */
export type Entry = { start: number; end: number; status?: string };

/** How somebody's calendar answers; `error` and `viewOnly` instead of, or without, its items. */
export type Calendar = {
  id: string;
  mail: string | null;
  entries: Entry[];
  error?: { message: string; responseCode: string };
  viewOnly?: boolean;
  noView?: boolean;
  hasMailbox?: boolean;
};

/** An event in the organizer's calendar, as it was asked for; Exchange has told its attendees of it. */
export type FakeEvent = { id: string; transactionId: string | undefined; said: Record<string, unknown> };

/** What goes wrong with the next requests of a kind. */
export type GraphFault = {
  at: 'users' | 'getSchedule' | 'events';
  status?: number;
  /** The work is done, and only the answer goes wrong. */
  keep?: boolean;
  retryAfter?: string;
  delay?: number;
  /** In place of the answer. */
  body?: string;
  times?: number;
};

export type Asked = {
  kind: 'users' | 'getSchedule' | 'events' | 'other';
  method: string;
  authorization: string | undefined;
  prefer: string | undefined;
  by: string;
  schedules: string[];
  start: number;
  end: number;
};

/** What the documentation's own example answers with: it is the reader's, and must not be stumbled over. */
const workingHours = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '08:00:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: {
    '@odata.type': '#microsoft.graph.customTimeZone',
    bias: -60,
    name: 'Customized Time Zone',
    standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  },
};

/** Stands in for the three parts of Microsoft Graph that are used, with the limits and answers its documentation states. */
export async function startFakeGraph() {
  const calendars: Calendar[] = [];
  const asked: Asked[] = [];
  const faults: GraphFault[] = [];
  const events: FakeEvent[] = [];
  /** What Exchange has sent to attendees, in order. */
  const invitations: {
    to: string;
    is: 'invited' | 'updated' | 'cancelled';
    subject: string;
    start: string;
  }[] = [];
  const organizers = new Set<string>();
  let made = 0;
  let refusedTokens = 0;
  /** `Prefer` is sometimes not heeded. */
  const state = { zone: undefined as string | undefined };
  const server = http.createServer((request, response) => {
    void serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://graph.invalid');
    const by = /^\/v1\.0\/users\/([^/]+)\/calendar\/getSchedule$/.exec(url.pathname)?.[1];
    const inCalendar = /^\/v1\.0\/users\/([^/]+)\/events(?:\/([^/]+))?$/.exec(url.pathname);
    const method = request.method ?? '';
    const users = url.pathname === '/v1.0/users' ? 'users' : 'other';
    const kind = by ? 'getSchedule' : inCalendar ? 'events' : users;
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const { authorization, prefer } = request.headers as Record<string, string | undefined>;
    const minute = (one: { dateTime: string; timeZone: string } | undefined) =>
      one?.timeZone === 'UTC' ? Date.parse(`${one.dateTime}Z`) / 60_000 : Number.NaN;
    const period = { start: minute(body.startTime), end: minute(body.endTime) };
    const schedules: string[] = body.schedules ?? [];
    asked.push({ kind, method, authorization, prefer, by: by ?? '', schedules, ...period });
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    const failed = (status: number, code: string, headers?: Record<string, string>) =>
      answer(status, { error: { code, message: code } }, headers);
    const fault = faults.find((one) => one.at === kind && (one.times ?? 1) > 0);
    if (fault) fault.times = (fault.times ?? 1) - 1;
    const calendar = inCalendar && { organizer: decodeURIComponent(inCalendar[1]!), id: inCalendar[2] };
    const done = calendar && (!fault || fault.keep) ? changed(method, calendar, body) : undefined;
    if (fault?.delay) await new Promise((next) => setTimeout(next, fault.delay));
    if (fault?.body !== undefined) return void response.writeHead(200).end(fault.body);
    if (fault?.status)
      return void failed(
        fault.status,
        fault.status === 429 ? 'ApplicationThrottled' : 'serviceNotAvailable',
        fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter },
      );
    if (!authorization?.startsWith('Bearer ')) return void failed(401, 'InvalidAuthenticationToken');
    if (refusedTokens > 0) {
      refusedTokens -= 1;
      return void failed(401, 'InvalidAuthenticationToken');
    }
    if (kind === 'users') {
      const ids = [...(url.searchParams.get('$filter') ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => id);
      if (ids.length > 15) return void failed(400, 'Request_UnsupportedQuery');
      const value = calendars
        .filter(({ id }) => ids.includes(id))
        .map(({ id, mail }) => ({ id, mail, userPrincipalName: mail ?? `${id}@kommun.invalid` }));
      return void answer(200, { value });
    }
    if (done)
      return void (done.body ? answer(done.status, done.body) : response.writeHead(done.status).end());
    if (kind !== 'getSchedule') return void failed(404, 'ResourceNotFound');
    if (calendars.find(({ id }) => id === by)?.hasMailbox === false)
      return void failed(404, 'MailboxNotEnabledForRESTAPI');
    if (schedules.length > 20) return void failed(400, 'ErrorMailboxDataArrayTooBig');
    if (!(period.end - period.start < 62 * 1440)) return void failed(400, 'ErrorInvalidTimeInterval');
    const interval: number = body.availabilityViewInterval ?? 30;
    if (interval < 5 || interval > 1440) return void failed(400, 'ErrorInvalidMergedFreeBusyInterval');
    const zone = state.zone ?? /outlook\.timezone="([^"]+)"/.exec(prefer ?? '')?.[1] ?? 'UTC';
    answer(200, {
      '@odata.context':
        'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)',
      value: schedules.map((address) => scheduleOf(address, period, interval, zone)),
    });
  }

  /** Creates, alters or deletes; the same `transactionId` gives the event that was made with it. */
  function changed(
    method: string,
    { organizer, id }: { organizer: string; id: string | undefined },
    said: Record<string, unknown>,
  ): { status: number; body?: unknown } {
    const error = (status: number, code: string) => ({ status, body: { error: { code, message: code } } });
    if (!organizers.has(organizer)) return error(404, 'ErrorInvalidUser');
    const tell = (one: FakeEvent, is: 'invited' | 'updated' | 'cancelled') => {
      for (const { emailAddress } of (one.said.attendees ?? []) as { emailAddress: { address: string } }[])
        invitations.push({
          to: emailAddress.address,
          is,
          subject: String(one.said.subject),
          start: String((one.said.start as { dateTime: string }).dateTime),
        });
    };
    if (method === 'POST' && id === undefined) {
      const transactionId = said.transactionId as string | undefined;
      const earlier = events.find(
        (one) => transactionId !== undefined && one.transactionId === transactionId,
      );
      if (earlier) return { status: 201, body: { ...earlier.said, id: earlier.id } };
      made += 1;
      // Ids of Exchange hold what must be encoded in an address.
      const event = { id: `AAMk/${made}+x=`, transactionId, said };
      events.push(event);
      tell(event, 'invited');
      return { status: 201, body: { ...said, id: event.id } };
    }
    const event = events.find((one) => one.id === decodeURIComponent(id ?? ''));
    if (!event) return error(404, 'ErrorItemNotFound');
    if (method === 'PATCH') {
      Object.assign(event.said, said);
      tell(event, 'updated');
      return { status: 200, body: { ...event.said, id: event.id } };
    }
    if (method !== 'DELETE') return error(405, 'ErrorInvalidRequest');
    events.splice(events.indexOf(event), 1);
    tell(event, 'cancelled');
    return { status: 204 };
  }

  function scheduleOf(
    address: string,
    period: { start: number; end: number },
    interval: number,
    zone: string,
  ) {
    const calendar = calendars.find(
      ({ id, mail }) => (mail ?? `${id}@kommun.invalid`).toLowerCase() === address.toLowerCase(),
    );
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    const error = calendar ? calendar.error : { message, responseCode: '5009' };
    if (!calendar || error) return { scheduleId: address, error };
    const inside = calendar.entries.filter(({ start, end }) => start < period.end && period.start < end);
    const code = (status = 'busy') =>
      ({ free: 0, workingElsewhere: 0, tentative: 1, busy: 2, oof: 3 })[status] ?? 2;
    const view = Array.from({ length: Math.ceil((period.end - period.start) / interval) }, (_, place) => {
      const at = period.start + place * interval;
      const codes = inside.filter(({ start, end }) => start < at + interval && at < end);
      return Math.max(0, ...codes.map(({ status }) => code(status)));
    }).join('');
    const moment = (minute: number) => ({
      dateTime: `${new Date(minute * 60_000).toISOString().slice(0, 19)}.0000000`,
      timeZone: zone,
    });
    const items = inside.map(({ start, end, status = 'busy' }) => ({
      isPrivate: false,
      status,
      subject: 'Hemligt ärende',
      location: 'Rum 4',
      start: moment(start),
      end: moment(end),
    }));
    return {
      scheduleId: address,
      ...(calendar.noView ? {} : { availabilityView: view }),
      ...(calendar.viewOnly ? {} : { scheduleItems: items }),
      workingHours,
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calendars,
    /** The organizer's calendar, whose mailboxes there are, and what Exchange has sent. */
    events,
    organizers,
    invitations,
    /** Every request, oldest first. */
    asked,
    fault: (fault: GraphFault) => void faults.push(fault),
    /** So many of the next tokens are refused. */
    refuseTokens: (count: number) => {
      refusedTokens = count;
    },
    /** Answers in this zone whatever is preferred. */
    answerIn: (zone: string | undefined) => {
      state.zone = zone;
    },
    stop: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
