import fc from '../support/property.ts';

/** A made-up identifier in the words that stand around it: `before` + `surface` + `after`. */
export type Positive = { type: string; before: string; surface: string; after: string };

const pad = (value: number, size: number): string => String(value).padStart(size, '0');
const digits = (size: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }).map((all) => all.join(''));
const pick = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
const year = fc.integer({ min: 1940, max: 2009 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });

/** Numbers from the Swedish Tax Agency's series for tests, twelve figures each: nobody's. */
const numbers: readonly string[] = (
  '198504129811 197809239853 196611039824 199901319963 197411089910 197308309942 188812019910 199506199877 ' +
  '196902149894 197112309849 199003749810 198305679956 195703189828 197609049882 198211049864 198407229833 ' +
  '200309159887 200102289972 196708129926 199405019903 201603099852 201906119829 197903069891 197604219860 ' +
  '195606179991 196102249908 197305199841 198806109859 196507079835 198506149882 199409172385 199902152389'
).split(' ');

const number = fc.constantFrom(...numbers);
const personnummer = fc
  .tuple(
    number,
    pick(
      (n: string) => `${n.slice(2, 8)}-${n.slice(8)}`,
      (n: string) => n.slice(2),
      (n: string) => n,
      (n: string) => `${n.slice(0, 8)}-${n.slice(8)}`,
      (n: string) => `${n.slice(2, 8)} ${n.slice(8)}`,
      (n: string) => `${n.slice(2, 4)} ${n.slice(4, 6)} ${n.slice(6, 8)} - ${n.slice(8)}`,
      (n: string) => `${n.slice(0, 4)}-${n.slice(4, 6)}-${n.slice(6, 8)}-${n.slice(8)}`,
      (n: string) => `${n.slice(2, 8)}/${n.slice(8)}`,
      (n: string) => `${n.slice(2, 8)} – ${n.slice(8)}`,
    ),
  )
  .map(([n, form]) => form(n));

const phone = fc
  .tuple(
    fc.integer({ min: 605, max: 699 }),
    pick(
      (n: string) => `070-1740${n}`,
      (n: string) => `0701740${n}`,
      (n: string) => `070-174 0${n.charAt(0)} ${n.slice(1)}`,
      (n: string) => `070 17 40 ${n}`,
      (n: string) => `0701-74 0${n.charAt(0)} ${n.slice(1)}`,
      (n: string) => `+46 70 174 0${n.charAt(0)} ${n.slice(1)}`,
      (n: string) => `+46701740${n}`,
      (n: string) => `0046 70 174 0${n.charAt(0)} ${n.slice(1)}`,
      (n: string) => `+46 (0)70-174 0${n.charAt(0)} ${n.slice(1)}`,
      (n: string) => `08-465 004 ${n.slice(1)}`,
      (n: string) => `031-390 06 ${n.slice(1)}`,
      (n: string) => `040-628 04 ${n.slice(1)}`,
    ),
  )
  .map(([n, form]) => form(String(n)));

const monthNames =
  'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const birthdate = fc
  .tuple(
    year,
    month,
    day,
    pick(
      (y: number, m: number, d: number) => `${y}-${pad(m, 2)}-${pad(d, 2)}`,
      (y: number, m: number, d: number) => `${pad(y % 100, 2)}${pad(m, 2)}${pad(d, 2)}`,
      (y: number, m: number, d: number) => `${y}${pad(m, 2)}${pad(d, 2)}`,
      (y: number, m: number, d: number) => `${d} ${monthNames[m - 1]} ${y}`,
      (y: number, m: number, d: number) => `${d}/${m} ${y}`,
      (y: number, m: number, d: number) => `${d}/${m} -${pad(y % 100, 2)}`,
      (y: number, m: number, d: number) => `${y}.${pad(m, 2)}.${pad(d, 2)}`,
      (y: number, m: number, d: number) => `${d} ${monthNames[m - 1]!.slice(0, 3)} ${y}`,
    ),
  )
  .map(([y, m, d, form]) => form(y, m, d));

const local = pick('kim.exempel', 'a_lind', 'lo.ek88', 'bjork-anna', 'k.persson', 'nova1991');
const email = fc
  .tuple(
    local,
    pick('example.com', 'mejl.example', 'exempelkommun.se', 'post.example.org'),
    pick(
      (a: string, b: string) => `${a}@${b}`,
      (a: string, b: string) => `${a} @ ${b}`,
      (a: string, b: string) => `${a}(at)${b}`,
      (a: string, b: string) => `${a} (at) ${b}`,
      (a: string, b: string) => `${a}[at]${b.replaceAll('.', '[dot]')}`,
      (a: string, b: string) => `${a.replaceAll('.', ' punkt ')} snabel-a ${b.replaceAll('.', ' punkt ')}`,
      (a: string, b: string) => `${a} snabela ${b}`,
    ),
  )
  .map(([a, b, form]) => form(a, b));

const street = fc
  .tuple(
    pick('Granit', 'Klockar', 'Björk', 'Exempel', 'Ring', 'Järnvägs', 'Lärk', 'Smedje', 'Åker'),
    pick('gatan', 'vägen', 'gränd', 'stigen', 'torget', 'allén', 'backen'),
    fc.integer({ min: 1, max: 140 }),
    pick('', ' A', ' B', 'c', ', lgh 1103', ' 2 tr'),
  )
  .map(([a, b, n, rest]) => `${a}${b} ${n}${rest}`);
const postcode = fc
  .tuple(
    fc.integer({ min: 100, max: 983 }),
    fc.integer({ min: 10, max: 99 }),
    pick(
      (a: number, b: number) => `${a} ${b}`,
      (a: number, b: number) => `${a}${b}`,
      (a: number, b: number) => `SE-${a} ${b}`,
    ),
  )
  .map(([a, b, form]) => form(a, b));
const caseref = fc
  .tuple(
    year.map((y) => 2015 + (y % 11)),
    digits(4),
    pick(
      (y: number, n: string) => `SN ${y}/${n}-3`,
      (y: number, n: string) => `${y}-${n}-7`,
      (y: number, n: string) => `AF-${y}/00${n}88`,
      (y: number, n: string) => `0${n}-${y}`,
      (y: number, n: string) => `KS${y}/${n}`,
      (_: number, n: string) => `${n}-B`,
      (y: number, n: string) => `VON ${y}.${n}`,
    ),
  )
  .map(([y, n, form]) => form(y, n));
const plateLetters = fc
  .array(fc.constantFrom(...'ABCDEFGHJKLMNOPRSTUWXYZ'), { minLength: 3, maxLength: 3 })
  .map((all) => all.join(''))
  .filter(
    (all) =>
      !/^(?:LAS|SFB|SOL|OSL|HSL|LSS|LPT|LVU|LVM|KAP|DAG|VAR|HAR|MED|KAN|DEN|DET|ETT|SAL|FMU|TMU|LUH|DFA|SGI)$/.test(
        all,
      ),
  );
const vehicle = fc
  .tuple(plateLetters, digits(2), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPRSTUWXYZ'), pick('', ' '))
  .map(([letters, two, last, gap]) => `${letters}${gap}${two}${last}`);
const account = fc
  .tuple(
    fc.integer({ min: 1200, max: 9799 }),
    digits(7),
    pick(
      (a: number, b: string) => `${a}-${b}`,
      (a: number, b: string) => `${a} ${b.slice(0, 3)} ${b.slice(3)}`,
      (a: number, b: string) => `${a}-9, ${b.slice(0, 3)} ${b.slice(3, 6)} 42-1`,
      (a: number, b: string) => `${a} 998${b}`,
    ),
  )
  .map(([a, b, form]) => form(a, b));
const url = fc
  .tuple(
    pick('blogg.example', 'www.minrygg.example', 'facebook.example', 'tiktok.example'),
    pick('/kim-och-ryggen', '/@kim.99', '/profil?id=9981', '/p/kim1991'),
    pick('https://', 'http://', 'hxxps://', ''),
  )
  .map(([host, path, scheme]) => scheme + host + path);
const lma = fc
  .tuple(
    digits(6),
    pick(
      (n: string) => `50-${n}`,
      (n: string) => `50${n}`,
      (n: string) => `AA9${n}`,
      (n: string) => `P 00${n}`,
      (n: string) => `50 ${n.slice(0, 3)} ${n.slice(3)}`,
    ),
  )
  .map(([n, form]) => form(n));

const around = (
  type: string,
  surface: fc.Arbitrary<string>,
  before: readonly string[],
  after: readonly string[],
): fc.Arbitrary<Positive> =>
  fc
    .tuple(fc.constantFrom(...before), surface, fc.constantFrom(...after))
    .map(([lead, found, rest]) => ({ type, before: lead, surface: found, after: rest }));

/** One source per type. Types that are only numbers stand behind the words that people put before them. */
export const positives: Readonly<Record<string, fc.Arbitrary<Positive>>> = {
  personnummer: around(
    'personnummer',
    personnummer,
    ['Kvinnan, pnr ', 'Gäller ', 'Klienten (', 'Har ni fått intyget på ', 'Personnumret är ', 'id: '],
    [' saknar intyg.', ') är sjukskriven', ', nollplacerad sedan 2021.', '', ' hos AF?'],
  ),
  phone: around(
    'phone',
    phone,
    ['Nås på ', 'Ring ', 'tel ', 'mobil: ', 'Smsa ', 'Sambon har nummer '],
    [' efter lunch.', ', annars sms', '', ' om svar.'],
  ),
  birthdate: around(
    'birthdate',
    birthdate,
    ['Hon är född ', 'f. ', 'Barnet är fött den ', 'Född: ', 'födelsedatum ', 'DOB '],
    [', två barn.', ' och uppvuxen här', '.', ' i Irak'],
  ),
  email: around(
    'email',
    email,
    ['Mejla ', 'Skriv till ', 'e-post: ', 'Svar till ', 'Adressen är '],
    [' om svar.', '', ', han läser där', ' före fredag'],
  ),
  address: around(
    'address',
    street,
    ['Bor på ', 'Flyttade till ', 'hon är skriven på ', 'Adress: ', 'Hembesök '],
    [' sedan i maj.', ', porten är låst', '', ' hos brodern'],
  ),
  postcode: around(
    'postcode',
    postcode,
    ['postnr ', 'Exempelgatan 3, ', 'postnummer ', 'Postadress: '],
    [' Karlstad.', ' Grums', ' Munkfors, sedan i höstas'],
  ),
  caseref: around(
    'caseref',
    caseref,
    ['Vårt dnr ', 'Ärendenummer ', 'diarienummer: ', 'aktnr ', 'ärendenr hos FK: ', 'beslutsnr '],
    [' gäller återkravet.', '', ', svar senast i maj', ' är avslutat'],
  ),
  vehicle: around(
    'vehicle',
    vehicle,
    ['Kör en Volvo, ', 'regnr ', 'bilen ', 'hans skåpbil ', 'reg.nr: '],
    [' står hos brodern.', '', ', avställd', ' enligt grannen'],
  ),
  account: around(
    'account',
    account,
    ['Utbetalning till konto ', 'kto ', 'kontonr: ', 'Kontonummer ', 'bankkonto '],
    [' i mars.', '', ', anmält av gode mannen', ' hos banken'],
  ),
  url: around(
    'url',
    url,
    ['Hon skriver på ', 'se ', 'länk: ', 'profilen '],
    [' om FK.', '', ', öppen för alla', ' varje vecka'],
  ),
  lma: around(
    'lma',
    lma,
    ['LMA-kort ', 'passnr ', 'LMA-nummer: ', 'Passet, ', 'lma kortet '],
    [' gick ut i mars.', '', ', kopia finns', ' hos Migrationsverket'],
  ),
};
