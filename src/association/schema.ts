import { z } from 'zod';
import { ageBands, certificates, languages, roles, templates } from '../domain/codes.ts';
import { parseWeek } from '../domain/workingTime.ts';
import { dayNumberOf, minutesOfDay, weekdays } from '../domain/zone.ts';
import { isMailAddress } from '../mail/smtpUrl.ts';

/** The same sentence whatever is wrong with a value, and for a value that is not there. */
const should = (be: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? `missing: should be ${be}` : `should be ${be}`,
});

const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

const text = (be: string) => z.string(should(be)).regex(/\S/, should(be));
const matching = (pattern: RegExp, be: string) => z.string(should(be)).regex(pattern, should(be));
const oneOf = <const T extends readonly string[]>(codes: T) =>
  z.enum(codes, should(`one of ${listed(codes)}`));
const whole = (from: number, to: number, what: string) => {
  const be = `${what}: a whole number from ${from} to ${to}`;
  return z.int(should(be)).min(from, should(be)).max(to, should(be));
};
const flag = z.boolean(should('true or false'));
const list = <T extends z.ZodType>(of: T, be: string) => z.array(of, should(`a list of ${be}`));
const some = <T extends z.ZodType>(of: T, be: string) =>
  list(of, be).min(1, should(`a list of at least one of ${be}`));

/** An object of exactly these keys; every other key is a fault that says which there are. */
const parts = <T extends z.ZodRawShape>(what: string, fields: T) =>
  z.strictObject(fields, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key: ${what} may have ${listed(Object.keys(fields))}`
        : should(`${what}: an object with ${listed(Object.keys(fields))}`).error(issue),
  });

const id = (what: string) =>
  matching(
    /^[\p{L}\d][\p{L}\d._-]{0,63}$/u,
    `the id of ${what}: letters, digits, "-", "_" and "." only, at most 64`,
  );
const guid = (what: string) =>
  matching(
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
    `${what}: a GUID such as 11111111-1111-4111-8111-111111111111`,
  ).transform((value) => value.toLowerCase());
const day = z.string(should('a day: YYYY-MM-DD')).refine(isDay, should('a day that exists: YYYY-MM-DD'));
const time = z
  .string(should('a time of day: HH:MM'))
  .refine((value) => minutesOfDay(value) !== undefined, should('a time of day: HH:MM'));
const workingDays = matching(
  /^[1-9]\d{0,2} working days?$/,
  '"1 working day", "3 working days" or the like',
).transform((value) => Number.parseInt(value, 10));
const weekdayList = list(oneOf(weekdays), 'weekdays');

function isDay(value: string): boolean {
  try {
    dayNumberOf(value);
    return true;
  } catch {
    return false;
  }
}

const zones = 'an IANA time zone such as Europe/Stockholm';

function isTimeZone(value: string): boolean {
  // Offsets such as +01:00 are accepted by Intl but know no summer time.
  if (!/^[a-z]/i.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

const hoursShould = 'working hours such as { "mon-fri": "08:00-16:30" }';
const windowsShould =
  'weekdays ("mon-fri", "mon,tue", "wed"), each once, with windows ("08:00-12:00,13:00-16:30") that do not overlap';

const workingHours = z
  .record(z.string(), z.union([z.string(), z.array(z.string())], should(windowsShould)), should(hoursShould))
  .superRefine((hours, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const alone = Object.entries(hours).filter(([key, value]) => {
      const week = parseWeek({ [key]: value });
      return !week.ok && week.refusal.key !== '';
    });
    for (const [key] of alone) fault([key], `should be ${windowsShould}`);
    if (alone.length > 0) return;
    const week = parseWeek(hours);
    if (week.ok) return;
    if (week.refusal.key === '') fault([], 'should open at least one day of the week');
    else fault([week.refusal.key], 'names a weekday that another line has already given hours');
  });

const agency = parts('an agency', {
  id: id('the agency'),
  name: text('the name of the agency'),
  kind: text('the kind of agency, such as "fk", "af" or "psychiatry"'),
  optional: flag.default(false),
  workingHours: workingHours.default({ 'mon-fri': '08:00-16:30' }),
  bridgeDays: oneOf(['open', 'closed']).default('open'),
  halfDays: flag.default(false),
  closedDays: list(day, 'days').default([]),
  answerWithin: parts('the answer time', {
    normal: workingDays.default(3),
    soon: workingDays.default(1),
  }).prefault({}),
  remit: parts('the remit', {
    does: text('what the agency does'),
    doesNot: text('what the agency does not do'),
    needs: text('what the agency needs to know'),
    owner: id('the person who confirms the remit'),
  }).optional(),
});

const identity = parts('an identity', {
  tenantId: guid('the tenant'),
  aadObjectId: guid('the object id of the person in that tenant'),
});

const mailAddress = z
  .string(should('an e-mail address'))
  .refine(isMailAddress, should('an e-mail address and nothing else'));

const notDays = { not: weekdayList.optional() };

const person = parts('a person', {
  id: id('the person'),
  name: text('the name of the person'),
  role: oneOf(roles),
  agency: id('an agency'),
  municipalities: list(id('a municipality'), 'municipality ids').default([]),
  specialities: list(
    oneOf([...ageBands, ...templates, ...certificates]),
    'age bands, templates or certificate codes',
  ).default([]),
  capacity: whole(0, 10_000, 'how many open questions the person can hold').optional(),
  backup: id('a person').optional(),
  pattern: parts('the part-time pattern', {
    ...notDays,
    odd: parts('the pattern of odd weeks', notDays).optional(),
    even: parts('the pattern of even weeks', notDays).optional(),
  }).optional(),
  language: oneOf(languages).optional(),
  tenantId: identity.shape.tenantId.optional(),
  aadObjectId: identity.shape.aadObjectId.optional(),
  identities: some(identity, 'tenantId and aadObjectId').optional(),
  guest: flag.default(false),
  mail: mailAddress.optional(),
});

const agencyFunction = parts('a function', {
  id: id('the function'),
  name: text('the name of the function'),
  agency: id('an agency'),
  people: list(id('a person'), 'person ids'),
  deliver: some(oneOf(['personal', 'channel', 'mail']), '"personal", "channel" and "mail"').default([
    'personal',
    'channel',
    'mail',
  ]),
  mailbox: mailAddress.optional(),
});

const rule = parts('a rule', {
  agency: id('an agency'),
  when: parts('the condition', {
    municipality: some(id('a municipality'), 'municipality ids').optional(),
    ageBand: some(oneOf(ageBands), 'age bands').optional(),
    template: some(oneOf(templates), 'templates').optional(),
    certificate: some(oneOf(certificates), 'certificate codes').optional(),
  }).optional(),
  function: id('a function'),
});

const meetingLink = (what: string) =>
  z
    .string(should(what))
    .refine((link) => URL.parse(link)?.protocol === 'https:', should(`${what}: https://…`));

const session = parts('a session', {
  id: id('the session'),
  name: text('the name of the session'),
  weekday: oneOf(weekdays),
  weeks: oneOf(['odd', 'even', 'all']).default('all'),
  from: time,
  to: time,
  slotMinutes: whole(5, 480, 'the length of a place in minutes'),
  agencies: some(id('an agency'), 'agency ids'),
  links: list(meetingLink('a link'), 'links, one for each place of an occasion').default([]),
  lobby: flag.default(false),
});

const target = parts('a target', {
  indicator: oneOf(['met', 'onward', 'work']),
  ageBand: matching(/^(\d\d-\d\d|\d\d\+)$/, 'ages such as "18-24" or "25+"').optional(),
  goal: whole(0, 1_000_000, 'the number to reach'),
  from: day,
  to: day,
});

/** One association file: every key it may have, what each should be, and what stands in for those left out. */
export const associationSchema = parts('an association file', {
  id: id('the association'),
  name: text('the name of the association'),
  language: oneOf(languages).default('sv'),
  timeZone: z.string(should(zones)).refine(isTimeZone, should(zones)).default('Europe/Stockholm'),
  tenants: some(guid('a tenant'), 'tenant ids'),
  municipalities: some(
    parts('a municipality', {
      id: id('the municipality'),
      name: text('the name of the municipality'),
      population: whole(1, 100_000_000, 'how many people live there'),
    }),
    'municipalities',
  ),
  agencies: some(agency, 'agencies'),
  people: some(person, 'people'),
  functions: list(agencyFunction, 'functions'),
  rules: list(rule, 'rules'),
  sessions: list(session, 'sessions').default([]),
  rooms: list(meetingLink('a room'), 'links of meeting rooms').default([]),
  meeting: parts('the meeting rules', {
    minutes: whole(15, 480, 'the length of a meeting in minutes').default(45),
    bufferMinutes: whole(0, 240, 'free minutes around a meeting').default(10),
    noticeHours: whole(0, 720, 'hours of notice before a meeting').default(24),
    horizonDays: whole(1, 366, 'how many days ahead times are sought').default(42),
  }).prefault({}),
  followUp: list(
    matching(/^[1-9]\d{0,2} (day|week|month)s?$/, '"4 weeks", "3 months" or the like'),
    'times after the outcome',
  ).default(['4 weeks', '3 months', '6 months']),
  targets: list(target, 'targets').default([]),
  retention: parts('the retention', {
    contentDaysAfterClosure: whole(0, 36_500, 'days that the content is kept after closure').default(90),
    historyYears: whole(0, 100, 'years that the history is kept').default(5),
  }).prefault({}),
  smallestCell: whole(1, 1000, 'the smallest number that a report shows').default(5),
  acute: parts('the acute contact', {
    text: text('whom to call'),
    phone: text('the telephone number'),
  }),
  agreement: parts('the agreement', {
    name: text('the name of the agreement'),
    version: text('its version'),
    from: day,
  }).optional(),
});

/** An association file that is well formed, with its defaults. */
export type AssociationFile = z.output<typeof associationSchema>;
