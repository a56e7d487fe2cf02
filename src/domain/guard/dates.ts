/** A pattern that also reads words written without rings and dots: å and ä as a, ö as o. Not for letters inside brackets. */
export const undotted = (source: string): string => source.replace(/[åä]/g, '[åäa]').replace(/ö/g, '[öo]');

/** Days in each month of a leap year, January first. */
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether month and day can stand together in some year (29 February can). */
export const isDay = (month: number, day: number): boolean => day >= 1 && day <= (days[month - 1] ?? 0);

/** Names of months in Swedish and English, whole and shortened, as a regular expression's alternatives. */
export const months =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october|' +
  'jan|febr|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec';

/** Ordinals from first to thirty-first in Swedish, as alternatives, longest first. */
export const ordinals =
  'tjugoförsta|tjugoandra|tjugotredje|tjugofjärde|tjugofemte|tjugosjätte|tjugosjunde|tjugoåttonde|tjugonionde|trettioförsta|trettionde|tjugonde|' +
  'nittonde|artonde|sjuttonde|sextonde|femtonde|fjortonde|trettonde|tolfte|elfte|tionde|nionde|åttonde|sjunde|sjätte|femte|fjärde|tredje|andra|andre|första|förste';

/** Days of the year that bear a name and never move, and those that move but are one day of a given year. */
export const feasts =
  'nyårsafton|nyårsdag|trettondagsafton|trettondag jul|trettondagen|skottdag|påskafton|påskdag|annandag påsk|skärtorsdag|långfredag|kristi himmelsfärdsdag|' +
  'pingstafton|pingstdag|pingst|valborgsmässoafton|valborg|första maj|nationaldag|midsommarafton|midsommardag|midsommar|alla hjärtans dag|lucia|luciadag|' +
  'julafton|juldag|annandag jul|fars dag|mors dag|fettisdag';
