import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';

const clean: readonly string[] = [
  '',
  '   ',
  'Enligt SFS 2010:110, SOU 2020:24 och prop. 2021/22:216 ska vi samverka.',
  'HFD 2018 ref. 51 och JO 913-2000 är tydliga, se även JO 2019/20 s. 409.',
  'Kundcenter 0771-524 524, 1177, 112 och 114 14 är öppna nummer.',
  'FK har organisationsnummer 202100-5521, kommunen 212000-1850.',
  'Perioden 250301–250531 och projekttiden 200501-220531 överlappar inte.',
  'Intyg 2025-02-01–2025-04-30, därefter 2025-06-01 2025-08-31.',
  'Norm 4 580 + hyra 7 842 = 12 422 kr, skuld 850 614 kr.',
  'Möte v. 28–31, tis 16/6 kl. 13.00–14.30 eller 0815-1030.',
  'Diagnos F33.1, M54.5 och K50.9; FK 7804 och 7802 bifogas.',
  'MADRS-S 28, AUDIT 12, EQ-5D 0,31 och BMI 41.',
  'visa K-7F3Q-2',
  'rösta K-BCDFG-7 ja nej om',
  'Jämför k-9m2t-1 med K-4XW8-3 i samma fråga.',
  'Ärende KT-2026-0142: SIP enligt 10 kap. 8 § SoL (2025:400).',
  'Beslutet fattades den 12 april 2025 och omprövades 2025-06-03.',
  'Född 1985, aldrig arbetat mer än enstaka timmar.',
  'Man född på 70-talet, 57 år, tre vuxna söner.',
  'Enligt 1177.se och socialstyrelsen.se ska svar ges inom 30 dagar.',
  'Se https://www.forsakringskassan.se/halso-och-sjukvarden för underlag.',
  'Visa vägen 2022 gav 140 av 200 personer praktik.',
  'Lokal C1:207, rum 314 plan 4, sal B212.',
  'Praxis efter kammarrättens dom i mål nr 5521-19 är klar.',
  'Sertralin 50 mg, Oxynorm 5 mg x 4 och Alvedon 665 mg 2x3.',
  'Vi möttes 3/2, 17/2, 3/3 och 31/3 utan resultat.',
  'frånvaro 2026-07-01 2026-07-31',
  'klocka 2026-09-07 09:00',
  'Telefontid 8.15–8.45, buss 602 går 07.12.',
  'Smärtproblematik, hjärntrötthet och trigeminusneuralgi nämns i DFA-kedjan.',
  'kan arbetsförmågan prövas av försäkringsmedicinsk rådgivare före sommaren',
  'Enligt Riksrevisionen och Statskontoret brister samverkan.',
  'Tolkförmedlingen saknar sorani, kurmanji och lingala.',
  'Dag 364 passerades, sedan 12 345 kr i återkrav.',
];

describe('clean texts', () => {
  it.each(clean)('passes %j', (text) => {
    expect(judge(text)).toEqual({ verdict: 'pass', findings: [] });
  });
});

describe('combinations', () => {
  it.each([
    ['Han var ende rörmokaren i Munkfors.', 'ende rörmokaren i Munkfors'],
    ['Hon är 47 år och arbetade som barnmorska i Hagfors.', 'barnmorska i Hagfors'],
    ['Fallet blev omskrivet i lokaltidningen.', 'omskrivet i lokaltidningen'],
  ])('reports without changing the verdict: %s', (text, part) => {
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('pass');
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding.type).toBe('combination');
    expect(findings.some(({ start, end }) => text.slice(start, end).includes(part))).toBe(true);
  });

  it.each([
    'Det är den enda lösningen i kommunen.',
    'Enda kontakten i Sverige är en granne.',
    'Psykiatrin i Torsby har två läkare.',
  ])('is silent on %s', (text) => {
    expect(judge(text).findings).toEqual([]);
  });
});
