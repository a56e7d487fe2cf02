import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';

const asked: readonly (readonly [string, string])[] = [
  ['Klienten heter Ingela och har väntat i två år.', 'Ingela'],
  ['Har pratat med Fadumo om planeringen.', 'Fadumo'],
  ['Jadwigas läkare vill inte ändra bedömningen.', 'Jadwigas'],
  ['Fick ett brev från Khalid Rahmani i går.', 'Khalid Rahmani'],
  ['ring till kerstin lundgren om hyran', 'kerstin lundgren'],
  ['ANNELI BERGSTRÖM stod det på kuvertet.', 'ANNELI BERGSTRÖM'],
  ['Dr Widerström skriver ett nytt intyg.', 'Widerström'],
  ['Kurator M. Al-Masri skickar underlaget.', 'M. Al-Masri'],
  ['Mamman, Zlatica, följer med som stöd.', 'Zlatica'],
  ['Sonen Yohannes tolkar på mötena.', 'Yohannes'],
  ['Syskonen Saga, Love och Frank är placerade.', 'Frank'],
  ['Vi har sökt Pornthip S. flera gånger.', 'Pornthip S.'],
  ['God man Gun-Britt Ros sköter räkningarna.', 'Gun-Britt Ros'],
  ['Kallas "Tompa" av alla på boendet.', 'Tompa'],
  ['Mvh Ann-Louise', 'Ann-Louise'],
  ['Hennes vän Xhemajl hjälper till.', 'Xhemajl'],
  ['Handläggaren Oleksandra Tkachenko har bytt tjänst.', 'Oleksandra Tkachenko'],
  ['Nu vill Bo bo kvar i stödboendet.', 'Bo'],
  ['Hans Björk ringde om saken.', 'Hans Björk'],
  ['Maj ringde i maj om sin ansökan.', 'Maj'],
  ['Jag mötte Sten Frisk på mottagningen.', 'Sten Frisk'],
  ['Kusinen Siri hjälper till med appar.', 'Siri'],
  ['I Klaras journal står inget om smärtan.', 'Klaras'],
  ['Vi träffade P-O på AF.', 'P-O'],
  ['Fru Ek klagar på väntetiden.', 'Ek'],
  ['Mr Ibrahim Saleh called about his form.', 'Ibrahim Saleh'],
  ['Doctor Eriksson wrote nothing about function.', 'Eriksson'],
  ['Hon heter qwenderlina enligt remissen.', 'qwenderlina'],
  ['Nu ringde Päivi Korhonen igen.', 'Päivi Korhonen'],
  ['Siriporn Kaewkla har värk i axlarna.', 'Siriporn Kaewkla'],
  // In no list: by place in the sentence, by make, by sound.
  ['Vi fick besked av Qorvanda i går.', 'Qorvanda'],
  ['Zembruski har inte hört av sig.', 'Zembruski'],
  ['vi väntar på svar från qorvanda', 'qorvanda'],
  ['sa att sukhvinder som kör åt henne är trött', 'sukhvinder'],
  ['frågan gäller abdifataax och hans hyra', 'abdifataax'],
  ['i morgon kommer muhammeed till mötet', 'muhammeed'],
  ['så tesfahaimanot är utskriven nu', 'tesfahaimanot'],
  // Words that are also names, without capitals.
  ['nu vill bo bo kvar och per ringer per telefon', 'per'],
  ['björn är sjukskriven så mötet ställs in', 'björn'],
  ['vi ringde yasar eller fadime i fredags', 'fadime'],
  ['S.A. vill ha möte på torsdag.', 'S.A.'],
  ['Noi, 8 år, kom ensam.', 'Noi'],
  ['Md. Rafiqul Zamanta lagar mat.', 'Rafiqul Zamanta'],
];

const passed: readonly string[] = [
  'Hans intyg? Per omgående, tack.',
  'Per månad blir det ingenting kvar.',
  'Maj månads ansökan är komplett.',
  'Bo kvar hos föräldrarna går inte.',
  'Björn i skogen skrämmer henne, liksom ström och åska.',
  'Liv och hälsa går före, men frisk är hon inte.',
  'Klara besked behövs från FK, inte gissningar.',
  'Rosa blanketten låg överst, stig upp och hämta den.',
  'Sten i njuren, ros på benet och pollen från björk och ek.',
  'Flyttade från Lund till Bergs kommun och vidare till Nora.',
  'Sala, Mora och Flen har löst det på annat vis.',
  'Bechterew, Crohn och Sjögrens syndrom nämns i intyget.',
  'Beck gav 31 poäng och Hamilton 19.',
  'Rum Selma är bokat, annars sitter vi i Astrid.',
  'Projekt Vega tar emot, liksom Alma-gruppen på onsdagar.',
  'Capio S:t Göran har inte svarat.',
  'En lex Maria-anmälan är gjord.',
  'På Mina sidor syns inget beslut.',
  'Kan Psykiatrin i Torsby ge ett utlåtande?',
  'MIA-projektet, KROM och RUT-avdraget blandas ihop.',
  'Insatsen heter Rusta och matcha.',
  'Läkarintyget heter ju FK 7804 nu.',
  'Grace periods do not apply; mark the boxes and hope for the best.',
  'May we share the assessment in May?',
  'sten i njuren och ros på benet, maj blir kaos',
  'Hon tar Levaxin, Behepan och Folacin till natten.',
  'Olyckan vid Kvarnåsen stod i tidningen.',
  'Deltidsbrandmannen på korttidsboendet Björkgläntan slutade.',
  'psyk säger nej och vc vill inte skriva läkarintgyet',
  'i avstämningsmötet med förmånshandläggaren nämndes ersättningsetablering',
  'vagrar skriva intyg, fodd utomlands, forst i kon',
  'F.d. undersköterska, S.k. utförsäkrad.',
  'Journalsystemet Cosmic och appen Hedvig fungerar inte.',
  'he refuses the form and carries on waiting for an answer',
];

describe('person names', () => {
  it.each(asked)('asks about %s', (text, name) => {
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('ask');
    const from = text.indexOf(name);
    const found = findings.find((finding) => finding.start < from + name.length && from < finding.end);
    expect(found?.type).toBe('person');
    expect(text.slice(found!.start, found!.end)).toContain(name.replace(/\.$/, ''));
  });

  it.each(passed)('lets a word that is also a name pass: %s', (text) => {
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('pass');
    expect(findings.filter(({ type }) => type !== 'combination')).toEqual([]);
  });
});
