import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/** Sites of authorities, regions and reference works; an address there says nothing about a person. */
const publicSites =
  /^(?:www\.)?(?:[a-z0-9-]+\.)?(?:1177|forsakringskassan|arbetsformedlingen|socialstyrelsen|riksdagen|regeringen|skatteverket|migrationsverket|pensionsmyndigheten|csn|kronofogden|domstol|jo|imy|av|ivo|skr|finsam|nnsfinsam|kunskapsguiden|vardhandboken|internetmedicin|janusinfo|fass|sbu|folkhalsomyndigheten|inera|webcert|viss|vardgivarguiden|verksamt|konsumentverket|mfd|mucf|tillvaxtverket|scb|kolada|bolagsverket|elib|lagen|europa|who|gov|sfs|rkrattsbaser|krisinformation|informationsverige|uhr|skolverket|spsm|arbetsmiljoverket|samordningsforbund|fontanhuset|suicidezero|mind|nka|attention|autism)\.(?:se|nu|eu|int|gov\.se)(?=$|[/?#:])/;

const social =
  /(?:facebook|instagram|insta|tiktok|snapchat|snap|twitter|linkedin|youtube|youtu|flashback|twitch|discord|telegram|pinterest|tumblr|blogspot|wordpress|blogg|blog|kanal|myspace|onlyfans|linktr|github|soundcloud|vimeo|wa\.me)/;

const sep = '(?:\\.| \\.(?=(?:se|nu|com|net|org|eu)/)|[\\[(]\\.[\\])]| \\[?\\.\\]? | (?:punkt|dot) )';
const link = new RegExp(
  `(?<![\\p{L}\\p{N}@])(?:(?:h(?:tt|xx)ps?|ftp) ?: ?//[^\\s<>"]{1,400}|(?:www|w w w|ve ve ve|dubbelve dubbelve dubbelve) ?${sep}[^\\s<>"]{1,400}|[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}(?:${sep}[\\p{L}\\p{N}-]{1,63}){0,4}${sep}[a-z]{2,12}(?:(?:/| / | (?:snedstreck|slash) )[^\\s<>"]{0,400})?)`,
  'gu',
);
const cueBefore =
  /(?:hemsida|blogg)[^.?!\n]{0,40}, ?$|(?:hemsida|blogg|bloggen|profil|profilen|kanal|kanalen|sida|sidan|portfolio|facebook|instagram|insta|tiktok|cv|länk|länken|website|blog)[: ]{0,3}(?:är |heter |på |finns på |adress(?:en)? )?$|(?:säljer|säljs|skriver|skrev|bloggar|berättar|lägger ut|la ut|publicera[rd]e?|filmar|följ)[^.!?\n]{0,30} (?:på|via) $/u;
/** Written letter by letter. */
const apart = /(?<![\p{L}\p{N}])(?:h t t p(?: s)? ?: ?\/ ?\/|w w w \.) [\p{L}\p{N}. /-]{3,60}/gu;
const handle =
  /(?<![\p{L}\p{N}._/@])@[\p{L}\p{N}_][\p{L}\p{N}._-]{1,40}|(?:insta|instagram|snap|snapchat|tiktok|twitter|facebook|fb|skype|discord|telegram|messenger)(?:konto|kontot|namn|profil)?(?: ?[:=] ?| heter | är | som | under )@?[\p{L}\p{N}_][\p{L}\p{N}._-]{2,40}/gu;
const tagged = /(?<![\p{L}\p{N}#])\p{L}[\p{L}\p{N}._]{2,30}#\d{3,5}(?!\d)/gu;
const topLevel =
  /\.(?:se|nu|com|net|org|eu|info|io|dev|me|blog|fi|no|dk|de|uk|pl|example|test|app|site|online|shop|biz|name|tv|be|ly|to|cc|co|us|ru|ua|so|ir|iq|tr|th|er|et)$/;

/** Web addresses and social handles that can lead to a person; bare names of sites and authorities' pages pass. */
export function web(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const { lower } = text;
  const linked = text.holds(trace.linked) || text.announces('dot');
  for (const match of linked ? matches(link, lower, text.nearEither(trace.linked, 'dot')) : []) {
    const found = match[0].replace(/[.,;:!?)\]'"]+$/u, '');
    const address = found
      .replaceAll(/[[(]\.[\])]/g, '.')
      .replace(/ (?:\/|snedstreck|slash) /, '/')
      .replaceAll(/ (?:punkt|dot) /g, '.')
      .replace(/^(?:w w w|ve ve ve|dubbelve dubbelve dubbelve)/, 'www')
      .replaceAll(' ', '')
      .replace(/^(?:h(?:tt|xx)ps?|ftp):\/\//, '');
    const host = address.split(/[/?#:]/, 1)[0]!;
    const shared = social.test(host);
    // A stroke between spaces parts two things, but in what somebody reads out of their own site.
    const said = / (?:\/|snedstreck|slash) /.test(found);
    const path = said && !shared ? '' : address.slice(host.length).replace(/^\/$/, '');
    const named = /^(?:(?:h(?:tt|xx)ps?|ftp) ?:|www|w w w|ve ve ve|dubbelve)/.test(found);
    if (!named && !topLevel.test(host)) continue;
    if (!named && text.text.charAt(match.index - 1) === '.') continue;
    const open = publicSites.test(host) && !/[?&@=]/.test(path);
    if (open) continue;
    const cued = cueBefore.test(text.lower.slice(Math.max(0, match.index - 40), match.index));
    // A bare site name is an organisation's front door unless something points to a person.
    if (
      path === '' &&
      !cued &&
      !(shared && host.split('.').length > 2) &&
      !/^(?:h(?:tt|xx)ps?) ?:.*\d{3}/.test(found)
    ) {
      if (!shared || !named) continue;
    }
    findings.push({ type: 'url', start: match.index, end: match.index + found.length });
  }
  for (const match of /h t t p|w w w/.test(lower) ? matches(apart, lower) : [])
    findings.push({ type: 'url', start: match.index, end: match.index + match[0].length });
  for (const match of text.holds(trace.hash) && /#\d{3}/.test(lower)
    ? matches(tagged, lower, text.near(trace.hash))
    : [])
    findings.push({ type: 'url', start: match.index, end: match.index + match[0].length });
  for (const match of text.holds(trace.at) || text.announces('social')
    ? matches(handle, lower, text.nearEither(trace.at, 'social'))
    : []) {
    const name = match[0].replace(/^.*?(?=@|[^\s:=]+$)/u, '').replace(/[.-]+$/u, '');
    const start = match.index + match[0].lastIndexOf(name);
    const personal = match[0].startsWith('@')
      ? /[\d._-]/.test(name.slice(1)) ||
        /(?:insta|tiktok|snap|konto|kanal|twitter|följ|klipp|flöde)/.test(
          text.lower.slice(Math.max(0, start - 40), start),
        )
      : /[\d._]|@/.test(name) || match[0].includes(':');
    if (personal) findings.push({ type: 'url', start, end: start + name.length });
  }
  return findings;
}
