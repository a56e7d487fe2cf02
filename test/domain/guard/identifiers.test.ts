import { describe, expect, it } from 'vitest';
import type { FindingType } from '../../../src/domain/guard/verdict.ts';
import { judge, mask } from '../../../src/domain/guard/verdict.ts';

/** A text with `[[type:…]]` around what must be found. */
function marked(line: string): { text: string; spans: { type: string; start: number; end: number }[] } {
  const spans: { type: string; start: number; end: number }[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(/\[\[(\w+):(.*?)\]\]/g)) {
    text += line.slice(from, match.index);
    spans.push({ type: match[1]!, start: text.length, end: text.length + match[2]!.length });
    text += match[2]!;
    from = match.index + match[0].length;
  }
  return { text: text + line.slice(from), spans };
}

// Personal numbers are from the Swedish Tax Agency's test series, telephone numbers from the series kept for fiction.
const lines: readonly string[] = [
  'Kvinnan med nummer [[personnummer:850614-9882]] saknar giltigt intyg.',
  'Vi skrev in [[personnummer:199409172385]] förra veckan hos oss.',
  'pnr:[[personnummer:850614_9882]]ligger i kön',
  'Bilagan heter utlåtande_[[personnummer:199902152389]].pdf och är på nio sidor.',
  'Enligt remissen [[personnummer:19 94 09 17 – 2385]], men åldern stämmer inte.',
  'Samordningsnumret är [[personnummer:800166-2397]] enligt henne själv.',
  'Upplagd som [[personnummer:19810829M071]] på akuten.',
  'Fel siffra på slutet: [[personnummer:850614-9883]] går inte att hitta.',
  'Med århundrade och fel siffra, [[personnummer:198506149880]], kommer ingen upp.',
  'Personnumrets sista siffror är [[personnummer:9882]], resten kan hon utantill.',
  'personnumret slutar på [[personnummer:9 8 8 2]]',
  'de sista fyra [[personnummer:9882]] stämde inte',
  'Hon läste upp [[personnummer:åttiofem noll sex fjorton streck nittioåtta åttiotvå]] i telefon.',
  'He spelled it [[personnummer:eight five zero six one four nine eight eight two]] twice.',
  'född [[birthdate:850614]] och uppvuxen här',
  'Barnet är fött den [[birthdate:3 mars 2019]].',
  'Hon är född [[birthdate:14/6 -85]].',
  'hon e född [[birthdate:fjortonde juni åttiofem]]',
  'DOB [[birthdate:14/06/1985]], came in 2014.',
  'Pojken fyller 18 den [[birthdate:2 september]] och då ändras allt.',
  '[[birthdate:19850614-xxxx]] skrev de i beslutet.',
  'mobil [[phone:070-1740612]] efter lunch',
  'Nås på [[phone:+46 70 174 06 13]].',
  'Ring [[phone:0046 (0)70 174 06 14]] före tolv.',
  'Hon lämnade [[phone:noll sju noll, sjutton fyrtio sex femton]] i receptionen.',
  'mottagningen svarar på [[phone:08-465 004 21]]',
  'tfn [[phone:O70-174O616]]',
  'Skriv till [[email:kim.exempel@example.com]].',
  'Mejl: [[email:kim.exempel (at) example (punkt) com]]',
  'adressen är [[email:kim punkt exempel snabel-a example punkt com]]',
  'Reach her at [[email:kim88 at example dot com]]',
  'Flyttade till [[address:Exempelgatan 14 B, lgh 1102]] i våras.',
  'hon bor på [[address:exempelgatan 3]]',
  'Post går till [[address:Box 123]].',
  'Står på [[address:Södra Ringvägen 4]] sedan i höstas.',
  'Huset är [[address:Forshaga Provby 2:14]].',
  'Bostad: [[address:Exempelvägen 9]], [[postcode:664 30]] Grums',
  'postnummer [[postcode:66430]] enligt FK',
  'Vårt dnr [[caseref:SN 2025/0412-7]] gäller återkravet.',
  'Ärendenummer hos AF: [[caseref:AF-2025/00098817]]',
  'akt [[caseref:4412-B]] är hemlig',
  'Målet om sjukpenning har nr [[caseref:9821-24]]',
  'Skadenr [[caseref:S-9980-417]]',
  'Hon kör en Volvo, [[vehicle:ABC 12D]].',
  'reg.nr [[vehicle:a b c 1 2 3]]',
  'utbetalning till konto [[account:3300 9902152389]]',
  'bankgiro [[account:998-0417]]',
  'IBAN [[account:SE18 5000 0000 0998 1234 5678]]',
  'LMA-kort [[lma:50-998120]] gick ut i mars',
  'passnr [[lma:AA9983127]]',
  'Hon skriver på [[url:https://blogg.example/min-rygg]].',
  'se [[url:hxxps://kanal[.]example/@ryggen.och.jag]]',
  // Habits of other writers: no rings or dots, other words before, other signs between, taken back while speaking.
  'fodd [[birthdate:1 jan 90]] i byn',
  'Barnet, pojke [[birthdate:2012-03-04]], går i skolan.',
  'hon är född [[birthdate:tolfte i andra sextiofem]]',
  'född [[birthdate:åttiofem noll sex fjorton]] i huvudstaden',
  'sista 4: [[personnummer:9882]]',
  'står som [[personnummer:xxxxxx-9882]] hos dem',
  'nr [[personnummer:åtta fem noll sju nej sex ett fyra nio åtta åtta två]] läste han',
  'eh [[personnummer:nittonhundra åttiofem noll sex fjorton]] streck [[personnummer:nio åtta åtta två]]',
  '[[personnummer:850614]] står det först och sedan [[personnummer:9882]] på baksidan',
  'länken slutar på [[personnummer:850614%209882]] i mejlet',
  'hon bor pa [[address:bjorkvagen 3b]] [[postcode:66433]] nu',
  'flyttat t [[address:ringdansv 14]] i maj',
  'klientens adress är [[address:Kvarteret Eken 4]]',
  'bor på [[address:klockargatan sju b]] sedan i maj',
  'postnumret är [[postcode:sex åtta tre nittionio]] hagfors',
  'firmabilen [[vehicle:JCR 99N]] står kvar',
  'plåten e [[vehicle:mtz 99k]]',
  'bilen har nummer [[vehicle:erik gustav tore nio nio åtta]] och är avställd',
  'Autogiro dras från [[account:9960 998 120 334]].',
  'ersättning till [[account:8214-9,998 331 204-5]]',
  'se vårt mål [[caseref:T 9981-24]]',
  'akt från förra vårdgivaren ([[caseref:2019/998-B]])',
  'arende [[caseref:AF 998-25]] igen',
  'skuldnr [[caseref:998812-3]] hos inkassobolaget',
  'Passkopia: [[lma:FA998 1203]]',
  'mejla [[email:kim punkt exempel snabbel a mejl punkt example]]',
  'skriv [[email:kim.exempel ät example punkt com]]',
  'bloggar om det på [[url:ve ve ve punkt ryggenochjag punkt example]]',
  'heter [[url:kim.exempel#9981]] där',
];

describe('identifiers', () => {
  it.each(lines)('blocks %s', (line) => {
    const { text, spans } = marked(line);
    const { verdict, findings } = judge(text);
    expect(verdict).toBe('block');
    for (const span of spans) {
      const found = findings.find((finding) => finding.start < span.end && span.start < finding.end);
      expect(found?.type).toBe(span.type);
      const shared = Math.min(found!.end, span.end) - Math.max(found!.start, span.start);
      expect(shared * 2).toBeGreaterThanOrEqual(span.end - span.start);
    }
  });

  it.each(lines)('leaves nothing to block once masked: %s', (line) => {
    const { text } = marked(line);
    const masked = mask(text, judge(text).findings, (type: FindingType) => type);
    expect(judge(masked).verdict).not.toBe('block');
  });

  it('marks what it found in the text as given, zero-width characters included', () => {
    const text = 'nr 8506\u200b14-98\u200b82 slut';
    expect(judge(text).findings).toEqual([{ type: 'personnummer', start: 3, end: 16 }]);
  });

  it('sorts findings and lets none overlap', () => {
    const text =
      'Konto 3300 9902152389, mejl kim@example.com, född 850614, 070-1740612, Exempelgatan 3, 664 30 Grums';
    const { findings } = judge(text);
    expect(findings.length).toBeGreaterThanOrEqual(6);
    for (let i = 1; i < findings.length; i += 1)
      expect(findings[i]!.start).toBeGreaterThanOrEqual(findings[i - 1]!.end);
  });
});
