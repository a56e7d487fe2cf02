/** Medicines whose trade names do not end as medicines do, lower case. */
const listed = new Set(
  'abilify alvedon antabus aripiprazol arcoxia atarax baklofen brintellix burana campral circadin citodon cipralex clozapine concerta cymbalta depakine dexofen diklofenak dolcontin elvanse ergenyl escitalopram eviana exforge fluanxol fontex haldol haldol heminevrin hjertemagnyl humira ibumetin imovane invega ipren keppra lergigan lergigan leponex levaxin lyrica lyrika matrifen medikinet methadon metoject mianserin naproxen neurontin nexium norspan nozinan omeprazol orfiril orudis oxascand oxycontin oxynorm ozempic panodil pargitan plaquenil pregabalin prednisolon propavan quetiapin remeron rispera risperdal ritalin rivotril saroten seroquel sobril solian stesolid stilnoct strattera suboxone subutex tegretol temesta tenex theralen theralene tiparol tradolan trevicta trilafon truxal valium venlafaxin voltaren voxra waran wellbutrin wegovy xanor xeplion zeldox zoloft zopiklon zyprexa akineton aldactone alprazolam amitriptylin anafranil apidra aptiom aricept ascalon aspirin atacand atomoxetin avamys axura azilect behepan betapred betaferon bricanyl briumvi bromam buronil buspiron butrans buccolam calcichew candesartan cerazette champix cialis citalopram clonazepam coaxil comirnaty copaxone cosentyx crestor cyklokapron daivobet desolett detrusitol diazepam dilantin dimetikon divigel duloxetin duroferon ebixa efexor elontril eliquis emconcor enbrel entresto entyvio esomeprazol estradot etalpha exelon ezetrol fevarin fludent flunitrazepam flunza folacin forxiga fragmin fycompa gilenya glucophage haldol heracillin hirudoid hydroxyzin imdur imigran inderal innohep instanyl insidon intuniv jardiance kaleorid kestine kisqali klomipramin klozapin lamictal lantus lasix latuda lestid levemir levodopa litarex lithionit loceryl losec lunelax mallorol malarone maxalt mensendieck midodrin mindiab mirena modafinil modiodal moduretic movicol mycostatin mylan nasonex neoclarityn nezeril nicorette nitrazepam nobligan normison novorapid nozinan nucala ocrevus olanzapin omnic ongentys oramorph orap oxaskand oxazepam palexia parkinane paroxetin paxil pevaryl pharmorubicin plavix plenadren pradaxa premalex prozac pulmicort quetialan ranexa reagila rebif regulon relvar remicade renitec requip resonium respimat rexulti rhophylac rilutek risolid ropinirol roaccutan sanalepsi sabril salazopyrin salures sandostatin selexid serevent seretide sertralin sifrol simponi sinemet singulair sinquan spiriva stalevo stelara symbicort synacthen taptiqo tavegyl tecfidera teveten tolvon topimax toujeo tremfya trileptal trimonil trintellix triptyl tryptizol trulicity tysabri unikalk urem valdoxan valaciclovir vagifem ventoline vesicare victoza vimpat visanne vyvanse xarelto xerodent xolair zantac zarelis zelboraf zovirax zonegran zyban zyloric'.split(
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
