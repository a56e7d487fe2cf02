/** Medicines whose trade names do not end as medicines do, lower case. */
const listed = new Set(
  'abilify alvedon antabus aripiprazol arcoxia atarax baklofen brintellix burana campral circadin citodon cipralex clozapine concerta cymbalta depakine dexofen diklofenak dolcontin elvanse ergenyl escitalopram eviana exforge fluanxol fontex haldol haldol heminevrin hjertemagnyl humira ibumetin imovane invega ipren keppra lergigan lergigan leponex levaxin lyrica lyrika matrifen medikinet methadon metoject mianserin naproxen neurontin nexium norspan nozinan omeprazol orfiril orudis oxascand oxycontin oxynorm ozempic panodil pargitan plaquenil pregabalin prednisolon propavan quetiapin remeron rispera risperdal ritalin rivotril saroten seroquel sobril solian stesolid stilnoct strattera suboxone subutex tegretol temesta tenex theralen theralene tiparol tradolan trevicta trilafon truxal valium venlafaxin voltaren voxra waran wellbutrin wegovy xanor xeplion zeldox zoloft zopiklon zyprexa'.split(
    ' ',
  ),
);

/** Illnesses and examinations are made of Greek. */
const greek =
  /(?:algi|pati|emi|itis|plegi|tomi|skopi|grafi|logi|fobi|trofi|fagi|rragi|penia|pleksi|plexi|sclero|skleros|noia|frenia|fasi|lexi|gnosi|gram|metri|terapi)(?:n|er|erna|en|et|sk|ska)?$/;

/** Whether a word is a medicine, an illness or an examination, by list or by its ending. */
export const remedy = (key: string): boolean =>
  listed.has(key) ||
  (key.length >= 8 && greek.test(key)) ||
  (key.length >= 7 &&
    /(?:pam|lam|zol|zolam|azin|apin|pril|sartan|statin|oxetin|etin|traline|tralin|pram|faxin|idon|peridol|perazin|triptan|profen|cillin|mycin|oxacin|formin|glutid|gliptin|fenidat|fetamin|amfetamin|triptylin|mazepin|gabalin|baratin|trigin|parin|olol|dipin|thiazid|semid|nolon|solon|kodein|morfin|fentanyl|buprenorfin|naloxon|naltrexon)(?:et|en)?$/.test(
      key,
    ));
