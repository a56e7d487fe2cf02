import type { Language } from '../domain/codes.ts';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: Date, language: Language, timeZone: string): Record<string, string> {
  const key = `${language} ${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(key, format);
  return Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value.replace('.', '')]),
  );
}

/** `tis 15 sep` / `Tue 15 Sep`; the year only where it differs from that of `now`. */
export function day(at: Date, language: Language, timeZone: string, now: Date): string {
  const part = partsOf(at, language, timeZone);
  const year = part.year === partsOf(now, language, timeZone).year ? '' : ` ${part.year}`;
  return `${part.weekday} ${part.day} ${part.month}${year}`;
}

/** `17.00` / `17:00`. */
export function clock(at: Date, language: Language, timeZone: string): string {
  const part = partsOf(at, language, timeZone);
  return `${part.hour}${language === 'sv' ? '.' : ':'}${part.minute}`;
}

/** `9.30` / `9:30`: a time of day that belongs to no day, in minutes. */
export function clockOf(minutes: number, language: Language): string {
  const rest = String(minutes % 60).padStart(2, '0');
  return `${Math.floor(minutes / 60)}${language === 'sv' ? '.' : ':'}${rest}`;
}

/** `tis 15 sep kl. 17.00` / `Tue 15 Sep at 17:00`. */
export function moment(at: Date, language: Language, timeZone: string, now: Date): string {
  const joint = language === 'sv' ? 'kl.' : 'at';
  return `${day(at, language, timeZone, now)} ${joint} ${clock(at, language, timeZone)}`;
}

/** `tis 15 sep kl. 13.00–13.45`. */
export function span(start: Date, end: Date, language: Language, timeZone: string, now: Date): string {
  return `${moment(start, language, timeZone, now)}–${clock(end, language, timeZone)}`;
}
