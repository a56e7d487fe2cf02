/** A property of an iCalendar component as it stands, its parameter values unquoted (RFC 6868), its value still escaped. */
export type ReadProperty = { name: string; params: Record<string, string[]>; value: string };

/** An iCalendar component with its properties and inner components in their order. */
export type ReadComponent = { name: string; properties: ReadProperty[]; components: ReadComponent[] };

type Kind = 'text' | 'uri' | 'address' | 'date-time' | 'utc' | 'integer' | 'offset' | 'rule' | RegExp;
type Rule = { kind: Kind; many?: boolean; needed?: boolean; params?: Record<string, RegExp> };

const calendarUser = {
  CN: /^/,
  ROLE: /^REQ-PARTICIPANT$/,
  PARTSTAT: /^NEEDS-ACTION$/,
  RSVP: /^(TRUE|FALSE)$/,
};
const zoned = { TZID: /^[A-Za-z_]+\/[A-Za-z_]+$/ };
const observance: Record<string, Rule> = {
  DTSTART: { kind: 'date-time', needed: true },
  RRULE: { kind: 'rule' },
  TZOFFSETFROM: { kind: 'offset', needed: true },
  TZOFFSETTO: { kind: 'offset', needed: true },
  TZNAME: { kind: 'text' },
};

/** What may stand where: the closed world of one meeting, so anything a hostile value adds is an error. */
const allowed: Record<string, { within: string; properties: Record<string, Rule> }> = {
  VCALENDAR: {
    within: '',
    properties: {
      VERSION: { kind: /^2\.0$/, needed: true },
      PRODID: { kind: 'text', needed: true },
      CALSCALE: { kind: /^GREGORIAN$/ },
      METHOD: { kind: /^(REQUEST|CANCEL)$/, needed: true },
    },
  },
  VTIMEZONE: { within: 'VCALENDAR', properties: { TZID: { kind: 'text', needed: true } } },
  STANDARD: { within: 'VTIMEZONE', properties: observance },
  DAYLIGHT: { within: 'VTIMEZONE', properties: observance },
  VEVENT: {
    within: 'VCALENDAR',
    properties: {
      UID: { kind: 'text', needed: true },
      SEQUENCE: { kind: 'integer', needed: true },
      DTSTAMP: { kind: 'utc', needed: true },
      DTSTART: { kind: 'date-time', needed: true, params: zoned },
      DTEND: { kind: 'date-time', needed: true, params: zoned },
      SUMMARY: { kind: 'text', needed: true },
      DESCRIPTION: { kind: 'text' },
      URL: { kind: 'uri' },
      CONFERENCE: { kind: 'uri', params: { VALUE: /^URI$/, FEATURE: /^(AUDIO|VIDEO)$/ } },
      CLASS: { kind: /^PRIVATE$/, needed: true },
      TRANSP: { kind: /^(OPAQUE|TRANSPARENT)$/ },
      STATUS: { kind: /^(CONFIRMED|CANCELLED)$/, needed: true },
      ORGANIZER: { kind: 'address', needed: true, params: { CN: /^/ } },
      ATTENDEE: { kind: 'address', many: true, params: calendarUser },
    },
  },
};

/**
 * Reads an iCalendar object strictly by RFC 5545: octets, folds, content-line grammar, value types, and only the
 * properties and parameters one meeting needs. Throws at the first breach.
 */
export function readCalendar(written: string): ReadComponent {
  const root: ReadComponent = { name: '', properties: [], components: [] };
  const open = [root];
  for (const line of unfold(written)) {
    const property = readLine(line);
    const inner = open[open.length - 1]!;
    if (property.name === 'BEGIN') {
      need(allowed[property.value]?.within === inner.name, `${property.value} in ${inner.name}`);
      const component = { name: property.value, properties: [], components: [] };
      inner.components.push(component);
      open.push(component);
    } else if (property.name === 'END') {
      need(property.value === inner.name && open.length > 1, `END:${property.value}`);
      checkComponent(inner);
      open.pop();
    } else inner.properties.push(property);
  }
  need(open.length === 1 && root.components.length === 1 && root.properties.length === 0, 'one VCALENDAR');
  const calendar = root.components[0]!;
  checkZones(calendar);
  return calendar;
}

/** The one property of that name in a component. */
export function only(component: ReadComponent, name: string): ReadProperty {
  const found = component.properties.filter((property) => property.name === name);
  need(found.length === 1, `one ${name}`);
  return found[0]!;
}

/** The meaning of an escaped TEXT value (§3.3.11). */
export const textOf = (value: string): string =>
  value.replace(/\\(.)/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));

function need(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not iCalendar: ${what}`);
}

function unfold(written: string): string[] {
  need(written.isWellFormed() && !written.startsWith('\ufeff'), 'well-formed text without a byte order mark');
  const octets = new TextEncoder().encode(written);
  const lines: string[] = [];
  let start = 0;
  for (let n = 0; n < octets.length; n++) {
    if (octets[n] !== 13 && octets[n] !== 10) continue;
    need(octets[n] === 13 && octets[n + 1] === 10, 'a lone CR or LF');
    need(n - start <= 75 && n > start, `a line of ${n - start} octets`);
    const line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets.subarray(start, n));
    if (/^[ \t]/.test(line)) {
      need(lines.length > 0 && line.length > 1, 'a fold of nothing');
      lines[lines.length - 1] += line.slice(1);
    } else lines.push(line);
    start = n + 2;
    n++;
  }
  need(start === octets.length, 'the last line ends');
  return lines;
}

function readLine(line: string): ReadProperty {
  need(!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line), 'a control character');
  const name = /^[A-Z-]+/.exec(line)?.[0] ?? '';
  const params: Record<string, string[]> = {};
  const parameter = /;([A-Z-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;
  parameter.lastIndex = name.length;
  let end = name.length;
  for (let found = parameter.exec(line); found; found = parameter.exec(line)) {
    const [, key = '', values = ''] = found;
    need(!Object.hasOwn(params, key), `${key} once`);
    params[key] = [...values.matchAll(/"([^"]*)"|([^",]+)/g)].map(([, quoted, bare]) =>
      plain(quoted ?? bare ?? ''),
    );
    end = parameter.lastIndex;
  }
  need(name !== '' && line[end] === ':', `a content line: ${line.slice(0, 20)}`);
  return { name, params, value: line.slice(end + 1) };
}

function plain(value: string): string {
  need(!/\^(?![n'^])/.test(value.replaceAll('^^', '')), 'a lone ^ in a parameter');
  return value.replace(/\^([n'^])/g, (_, character) =>
    character === 'n' ? '\n' : character === "'" ? '"' : '^',
  );
}

function checkComponent(component: ReadComponent): void {
  const { properties } = allowed[component.name]!;
  for (const property of component.properties) {
    const rule = properties[property.name];
    need(rule !== undefined, `${property.name} in ${component.name}`);
    checkValue(property, rule!.kind);
    for (const [key, values] of Object.entries(property.params)) {
      const form = rule!.params?.[key];
      need(
        form !== undefined && values.length > 0 && values.every((value) => form.test(value)),
        `${property.name};${key}`,
      );
    }
  }
  for (const [name, rule] of Object.entries(properties)) {
    const count = component.properties.filter((property) => property.name === name).length;
    need((!rule.needed || count > 0) && (rule.many || count <= 1), `${count} ${name} in ${component.name}`);
  }
}

const forms: Record<Exclude<Kind, RegExp>, RegExp> = {
  text: /^(?:[^\\;,]|\\[\\;,nN])*$/,
  uri: /^https:\/\/[A-Za-z0-9.:-]+(?:[/?#][^\s<>"\\^`{|}\u0080-\uffff]*)?$/,
  address: /^mailto:(?:[A-Za-z0-9.!$'*+_~@-]|%[0-9A-F]{2})+$/,
  'date-time': /^\d{8}T\d{6}Z?$/,
  utc: /^\d{8}T\d{6}Z$/,
  integer: /^\d+$/,
  offset: /^[+-]\d{4}$/,
  rule: /^FREQ=YEARLY;BYMONTH=\d+;BYDAY=-?\dSU$/,
};

function checkValue({ name, value, params }: ReadProperty, kind: Kind): void {
  need((kind instanceof RegExp ? kind : forms[kind]).test(value), `${name}:${value.slice(0, 40)}`);
  if (kind !== 'date-time' && kind !== 'utc') return;
  const parts = value.replace(/^(....)(..)(..)T(..)(..)(..)Z?$/, '$1-$2-$3T$4:$5:$6');
  need(new Date(`${parts}Z`).toISOString().slice(0, 19) === parts, `${name} is a real time`);
  need(!(value.endsWith('Z') && params.TZID), `${name} in UTC has no TZID`);
}

function checkZones(calendar: ReadComponent): void {
  const zones = calendar.components
    .filter(({ name }) => name === 'VTIMEZONE')
    .map((zone) => only(zone, 'TZID').value);
  const events = calendar.components.filter(({ name }) => name === 'VEVENT');
  need(events.length === 1, 'one VEVENT');
  for (const { name, params, value } of events[0]!.properties) {
    if (name !== 'DTSTART' && name !== 'DTEND') continue;
    need(
      value.endsWith('Z') !== zones.includes(params.TZID?.[0] ?? ''),
      `${name} has a zone that is described`,
    );
  }
}
