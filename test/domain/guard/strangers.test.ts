import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';

/** What strangers to the guard wrote and it did not find at first, one line for each rule that came of it. */
const blocked: readonly (readonly [string, string])[] = [
  ['Barnen är födda 3 juni 2015 och 2018-11-27, växelvis boende.', '2018-11-27'],
  ['Sonen föddes första advent 1983, prematurt.', 'första advent 1983'],
  ['hon är född på julafton 1986', 'julafton 1986'],
  ['tvillingarna fyller 4/12, tioårskalas', '4/12'],
  ['Koden är samma som födelsedagen, alltså 0609.', '0609'],
  ['22:a juni fyller hon jämnt', '22:a juni'],
  ['030926 står som födelsedatum i remissen', '030926'],
  ['Syntymäaika 12.3.1974 enligt passet', '12.3.1974'],
  ['bara 860719-998, kontrollsiffran saknas', '860719-998'],
  ['9825 (781215), hon vänder alltid på det', '781215'],
  ['Kopian visar 7304**-9945 på sid 3.', '7304**-9945'],
  ['så skriver jag bara 830312-98** här', '830312-98**'],
  ['Hennes mans är 19590930-••••.', '19590930-••••'],
  ['gäller han med 9956 på slutet', '9956'],
  ['det är hon som har 9875 sist', '9875'],
  ['Jag skriver det baklänges: 6699-901049', '6699-901049'],
  ['Telefonkontakt med pat. yymmdd-9873 i dag', 'yymmdd-9873'],
  ['Numer PESEL 84051799905, bor i Gävle', '84051799905'],
  ['sätt in mig som kontakt, 0980319271', '0980319271'],
  ['Clearing 5439-10 227 18, kortet spärrat', '5439-10 227 18'],
  ['Återkrav betalt från 9274.771.402-8 i går', '9274.771.402-8'],
  ['Kontot slutar på ..1922', '1922'],
  ['IVO har 3.1.2-03112/2024 i ärendet', '3.1.2-03112/2024'],
  ['Polisanmält, 5000-K334412-23.', '5000-K334412-23'],
  ['vår egen 2024-IFO-00419 har olika uppgifter', '2024-IFO-00419'],
  ['ange F-2024-30177-SGI överst', 'F-2024-30177-SGI'],
  ['KR 2208-24, vi vann', 'KR 2208-24'],
  ['Ärendet ligger på BUN 2025:229.', 'BUN 2025:229'],
  ['dnr hos oss IFO 24-1187', '24-1187'],
  ['förvaltningsrättens dom i mål nr 2093-23', '2093-23'],
  ['Bilregistret visar att hen äger MLB 48F', 'MLB 48F'],
  ['Bilen heter HJK 482. Den andra, BNE 760, är avställd.', 'BNE 760'],
  ['ut-kortet heter UT 4419027 3', 'UT 4419027 3'],
  ['permit card no SWE 0071 4482 B, expires soon', '0071 4482'],
  ['Skicka till postfack 22, det räcker.', 'postfack 22'],
  ['LGH-nr 1104 saknas i kontraktet', '1104'],
  ['Vi möttes utanför Esplanaden 16 i går.', 'Esplanaden 16'],
  ['skriv INTE ut Gröna stigen 41 i brevet', 'Gröna stigen 41'],
  ['får post hos brodern på Kaptensg 9', 'Kaptensg 9'],
  ['cc e k o r r e 7 @ e x e m p e l . s e', 'e k o r r e 7'],
  ['säljer virkat på garnhornan punkt exempel punkt se', 'garnhornan punkt exempel'],
];

const asked: readonly (readonly [string, string])[] = [
  ['Dr af Trampe har gått i pension.', 'Trampe'],
  ['brorsonen zabi bor också i lägenheten', 'zabi'],
  ['björn på avd tyckte att hon kunde skrivas ut', 'björn'],
  ['för att hayriye teyze ska få stödet', 'hayriye'],
  ['Intyget gäller Döne K, perioden till april.', 'Döne K'],
  ['mvh yan (vik. för chefen)', 'yan'],
  ['Läkaren har satt kryss i fel ruta för j. c. quispe', 'quispe'],
  ['Diamanto har gått tre år i skolan.', 'Diamanto'],
  ['handl bad mig skicka journal för md. rafiqul islam', 'rafiqul'],
  ['kan jag få mall åt inger-aile', 'inger-aile'],
  ['sen sa krzysiek att bidraget var slut', 'krzysiek'],
  ['efter mötet tog baboucarr mig åt sidan', 'baboucarr'],
  ['Vi fick aldrig tag i Merhawit, däremot svarade han.', 'Merhawit'],
  ['Kallas för nok av alla.', 'nok'],
  ['vi pratade om att sten ska börja med två timmar', 'sten'],
  ['Lj. Vukotić på FK sa att det är vi.', 'Vukotić'],
  ['Madde, grannen, har reservnyckel.', 'Madde'],
  ['Liv på AF kan bara till två.', 'Liv'],
  ['kan du ta stigs ärende på torsdag', 'stigs'],
  ['Far: Ramë, mor: Hatixhe, båda hörda.', 'Hatixhe'],
  ['Kvittens i original. Utlämnat av GL.', 'GL'],
];

const clean: readonly string[] = [
  'Liv har hon inget utanför lägenheten, säger hon.',
  'Först kom varslet, sedan separationen, sedan ryggen.',
  'Patientens bror har gått bort efter en längre tids sjukdom.',
  'Utbetalning den 25 maj uteblev. I juni kom mindre.',
  'För perioden 1 februari–30 april. Uppger att banken spärrat kontot.',
  'Enligt arbetsterapeuten visar AMPS ett värde under gränsen.',
  'Ärendet ska flyttas från Vilhelmina till Dorotea.',
  'Han kan bo kvar över Valborg, men efter 1 maj måste det vara klart.',
  'Midsommar, jul och Lucia är helt stängt.',
  'Case manager finns, och bedömning enligt Katz och Rey är gjord.',
  'Bra möte i dag. Alla kom, ingen skrek.',
  'Inga anhöriga, men hon går på Röda Korsets språkcafé.',
  'Absenor insatt, Akineton vb, Leponex planeras.',
  'Hon har gjort Marte Meo och ADL, Guillain-Barré är uteslutet.',
  'I need a neutral summary of what the law means after day 180.',
  'She is waiting for either a psychiatric assessment or a rehabilitation plan.',
  'The client speaks Arabic and needs an interpreter between nine and noon.',
  'Karolinska Exhaustion Disorder Scale (KEDS) 38 p av 54.',
  'Regeringsuppdrag S2022/01234 och S2023/00815 om samordnad utveckling.',
  'Projektnr 2022/00187 enligt fondens egen förteckning.',
  'HFD:s avgörande i mål nr 2626-22 är publicerat.',
  'Mål nr 3455-19 är HFD-avgörandet, alltså samma sak.',
  'Kammarrätten i Göteborg, box 1531, 401 50 Göteborg.',
  'Rapport 2022:03, ISSN 1654-8574, och Dublin III 604/2013.',
  'Gäller FK 7801/7802/7800 och blankett FK 3221.',
  'Fas 1 2019-04-15–08-31 och fas 2 därefter.',
  'Tor–fre orkar hon ingenting, mån–ons går det någorlunda.',
];

describe('what strangers wrote', () => {
  it.each(blocked)('blocks in %j: %s', (text, surface) => {
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('block');
    const start = text.indexOf(surface);
    const told = findings.filter(
      (one) => one.type !== 'person' && one.start < start + surface.length && start < one.end,
    );
    expect(told, JSON.stringify(findings)).not.toEqual([]);
  });

  it.each(asked)('asks in %j: %s', (text, surface) => {
    const start = text.indexOf(surface);
    const told = judge(text).findings.filter(
      (one) => one.type === 'person' && one.start < start + surface.length && start < one.end,
    );
    expect(told).not.toEqual([]);
  });

  it.each(clean)('passes %j', (text) => {
    expect(judge(text).findings).toEqual([]);
  });
});
