import fc from '../support/property.ts';

const pad = (value: number, size: number): string => String(value).padStart(size, '0');
const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const pick = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
/** Fills a sentence's places, `#0`, `#1` …, with drawn values. */
const fill = (sentences: readonly string[], ...values: readonly fc.Arbitrary<string | number>[]) =>
  fc
    .tuple(fc.constantFrom(...sentences), fc.tuple(...values))
    .map(([sentence, drawn]) => sentence.replace(/#(\d)/g, (_, n: string) => String(drawn[Number(n)])));

const year = int(1990, 2030);
const money = int(1, 999).chain((a) => int(0, 999).map((b) => `${a} ${pad(b, 3)}`));
const isoDay = fc
  .tuple(int(2015, 2030), int(1, 12), int(1, 28))
  .map(([y, m, d]) => `${y}-${pad(m, 2)}-${pad(d, 2)}`);
const clock = fc.tuple(int(7, 18), int(0, 59)).map(([h, m]) => `${pad(h, 2)}.${pad(m, 2)}`);
const six = fc.tuple(int(15, 29), int(1, 12), int(1, 28)).map(([y, m, d]) => `${y}${pad(m, 2)}${pad(d, 2)}`);
const letter = fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ');

/** A number whose third figure tells an organisation, with its check figure. */
const organisation = fc
  .tuple(pick('202100', '212000', '222000', '232100', '252003', '802400'), int(0, 999))
  .map(([head, serial]) => {
    const nine = `${head}${pad(serial, 3)}`;
    let sum = 0;
    for (let i = 0; i < 9; i += 1) {
      const value = Number(nine.charAt(i)) * (i % 2 === 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return `${head}-${pad(serial, 3)}${(10 - (sum % 10)) % 10}`;
  });

/** Clean sentences by kind: numbers and words that look like something about a person and are not. */
export const negatives: Readonly<Record<string, fc.Arbitrary<string>>> = {
  law: fill(
    [
      'Enligt SFS #0:#1 gäller detta från start.',
      'Se SOU #0:#2 och prop. #0/#3:#2 om samverkan.',
      'Lagen (#0:#1) om ekonomisk stöd, #2 kap. #3 § andra stycket.',
      'SoL (#0:#1) #2 kap. #3 § gäller, inte HSL.',
      'Föreskriften HSLF-FS #0:#2 styr vad intyget ska innehålla.',
      'Förordning (EG) nr 883/2004 och direktiv 2011/#3/EU är aktuella.',
      'Dataskyddsförordningen (EU) 2016/679 artikel #3 och OSL #2 kap.',
      'Vägledning #0:#2 version #3, avsnitt 4.#3.',
    ],
    year,
    int(1, 1500),
    int(1, 99),
    int(10, 30),
  ),
  'case law': fill(
    [
      'HFD #0 ref. #1 är vägledande i frågan.',
      'Kammarrättens publicerade dom i mål nr #2-19 är av intresse.',
      'JO #2-#0 handlar om krav på intyg.',
      'RÅ #0 ref. #1 och HFD #0 ref. #1 säger olika saker.',
      'NJA #0 s. #1 gäller inte här.',
      'EU-domstolen, C-#1/21, om pseudonymisering.',
      'JO 2019/20 s. #2 är värd att läsa.',
    ],
    int(1990, 2025),
    int(1, 99),
    int(100, 9999),
  ),
  telephone: fill(
    [
      'Ring kundcenter på 0771-524 524, knappval #0.',
      'Arbetsförmedlingen svarar på 0771-416 416 mellan #0 och 16.',
      'Ring 1177 eller 112 om läget blir akut, vänta #1 minuter.',
      'Skatteverket har 0771-567 567 och är öppet #0 timmar.',
      'Polisen nås på 114 14, kön är #1 minuter.',
      'Servicenumret 020-22 33 44 är gratis, tryck #0.',
    ],
    int(1, 9),
    int(10, 59),
  ),
  organisation: fill(
    [
      'Organisationsnummer #0 ska stå i fullmakten.',
      'Part 1: kommunen, org.nr #0.',
      'Myndigheten har org nr #0 i avtalet.',
    ],
    organisation,
  ),
  period: fill(
    [
      'Sjukskriven #0–#1 enligt intyget.',
      'Intygsperiod #2–#3, därefter lucka.',
      'Projekttid #0-#1 enligt avtal.',
      'Insatsen pågick #2 till #3 utan avbrott.',
      'Ansökan #2, avslag #3, dom kommer.',
      'Beslutet är daterat #2 och gäller t.o.m. #3.',
    ],
    six,
    six,
    isoDay,
    isoDay,
  ),
  money: fill(
    [
      'Norm #0 + hyra #1 = #2 kr, inga inkomster.',
      'Skulden är #0 kr och ränta #3 procent.',
      'Budgeten är #3 #2 kronor per år.',
      'Fick retroaktivt #0 kr, vi återsökte #1 enligt SFB.',
      'SGI #0 kr sedan #4, före det #2 kr.',
      'Betala SEK #3,#5 för tandvården.',
    ],
    money,
    money,
    money,
    int(1, 30),
    year,
    int(100, 999),
  ),
  week: fill(
    [
      'Mötet flyttas till v. #0, inte v.#1.',
      'Vecka #0–#1 är det stängt.',
      'Semester v #0-#1, åter efter det.',
      'Planering v#0 till v#1.',
    ],
    int(1, 52),
    int(1, 52),
  ),
  diagnosis: fill(
    [
      'Diagnos F#0.#1 och M#0.#2 i intyget.',
      'F#0.#1A räcker inte enligt försäkringsmedicinsk rådgivare.',
      'ICD-10: K#0.#1, Z#0.#2 samt R#0.',
      'PHQ-9 #0, GAD-7 #1, MADRS #0 vid besöket.',
      'GAF #0-#3, EQ-5D 0,#0, blodtryck 1#0/#3.',
      'KVÅ DU0#0 x #1, WAIS-IV FSIK #3.',
    ],
    int(10, 99),
    int(0, 9),
    int(0, 9),
    int(50, 99),
  ),
  form: fill(
    [
      'FK 78#0 ersatte FK 72#1.',
      'Fyll i blankett FK #2 och bilaga #1.',
      'Blanketten #2 finns på webben.',
      'Läkarintyget 78#0, fält #1, är tomt.',
    ],
    pick('00', '01', '02', '04'),
    int(10, 63),
    pick('3200', '7804', '7800', '7263', '5456'),
  ),
  percent: fill(
    [
      'Klarar #0 % enligt AF och #1 % enligt sig själv.',
      'Av #2 deltagare gick #0 procent vidare.',
      'Närvaro #0,#1 procent i #3 veckor.',
      '#0-#1 % nedsättning.',
    ],
    int(1, 100),
    int(1, 100),
    int(100, 9999),
    int(2, 52),
  ),
  reference: fill(
    [
      'K-#0#1#2#3-#0: vad är nästa steg?',
      'Samma läge som i K-#0#1#2#3#1-#2, men ny läkare.',
      'se k-#0#1#2#3-#1 om mallen',
      'Ärende K-#0#1#2#3#0-#2 är avslutat.',
    ],
    letter,
    letter,
    letter,
    letter,
  ),
  time: fill(
    [
      'Möte kl. #0–#1 i sal B#2.',
      'Avstämning #3 kl. #0, rum #2.',
      'Öppet #0-#1 alla vardagar.',
      'Tid på psyk #3 #0, buss #2 går #1.',
      'När: tis #3 #0–#1, Teams.',
    ],
    clock,
    clock,
    int(100, 999),
    isoDay,
  ),
  decision: fill(
    [
      'FK beslutade den #0 #1 #2 att dra in ersättningen.',
      'Avslag den #0 #1 #2, omprövning begärd.',
      'Dom meddelades #0/#3 #2 och vann laga kraft.',
      'Sjukskriven sedan den #0 #1 #2 på heltid.',
      'Intyget är utfärdat #2-#4-#5 av vårdcentralen.',
      'Komplettering senast den #0 #1, annars avgörs det.',
      'Ansökan kom in #0/#3 och avslogs #0/#3.',
    ],
    int(1, 28),
    pick('januari', 'mars', 'maj', 'augusti', 'november'),
    int(2018, 2030),
    int(1, 12),
    int(1, 12).map((m) => pad(m, 2)),
    int(1, 28).map((d) => pad(d, 2)),
  ),
  age: fill(
    [
      'Kvinna #0–#1 år, bistånd #2 månader.',
      'Mannen är född #3 och har #2 barn.',
      'Person #0-#1, långvarigt stöd i #2 månader.',
      'Född på #4-talet, nio års skola.',
    ],
    int(18, 29),
    int(30, 64),
    int(2, 60),
    int(1955, 2007),
    pick('50', '60', '70', '80', '90'),
  ),
  amountInWords: fill(
    [
      'hon klarar #0 timmar om dagen och #1 dagar i veckan',
      'väntat #0 månader på #1 läkare',
      'träffen är klockan #0 och tar #1 minuter',
      'dag #0 i rehabkedjan och #1 möten',
    ],
    pick('två', 'tre', 'fyra', 'tio', 'tolv', 'tjugofem'),
    pick('två', 'fem', 'sju', 'femton', 'fyrtiofem', 'trettio'),
  ),
  medicine: fill(
    [
      'Sertralin #0 mg x #1, Mirtazapin #2 mg till natten.',
      'Står på Concerta #2 mg och Circadin #1 mg.',
      'HbA1c #0, BMI #2, S-krea #0, eGFR >90.',
      'P-Li 0,#1, MoCA #2/30, SR #0.',
    ],
    int(25, 200),
    int(1, 4),
    int(15, 45),
  ),
  place: fill(
    [
      'Rum #0, plan #1, sal #0 i hus #1.',
      'Lokal C#1:#0 är bokad.',
      'Visa vägen #2 hade målet #0 platser.',
      'Avdelning #0 på plan #1 har vakans.',
      'Gick steg #1 av #1 i trappan.',
    ],
    int(100, 399),
    int(1, 9),
    int(2015, 2029),
  ),
  site: fill(
    [
      'Enligt 1177.se ska svar ges inom #0 dagar.',
      'Läs på socialstyrelsen.se om stödet, punkt #0.',
      'Se forsakringskassan.se/lakare, avsnitt #0.',
      'Version #0.4.2 av Treserva, felkod 0x8007#0.',
    ],
    int(10, 99),
  ),
};
