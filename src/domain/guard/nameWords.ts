import type { Word } from './words.ts';

/** The space-separated words. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const held = new Map<string, number>();
let lists = 0;
/** A list that is asked of every other word: a bit of what is known of each word it holds, so that asking takes no search. */
export function list(words: string): number {
  if (lists === 32) throw new Error('Every bit of a word stands for a list already.');
  const bit = 1 << lists;
  lists += 1;
  for (const word of set(words)) held.set(word, (held.get(word) ?? 0) | bit);
  return bit;
}
/** The bits of a word in lower case. */
export const listsOf = (lower: string): number => held.get(lower) ?? 0;

/** Names that are also ordinary words: a person only where the sentence speaks for it. */
export const wordNames = set(`
  hassel hägg hök örn svan flod löv törn rapp spjut kvick dolk orre trast
  adel alla ana anas adan ante aras aris aster axel babs baris beata bella bibi björn bo bror can dag daga dan dana dara dina sina disa don donna egal emir ester fanny faris
  florin frank frans fred gentiana gloria greta gull gun gunnel hakan hala hana hande hans harry helga hind hinda hoa inga inas inge iris isa ion jack jade jama jan jana jasmin jihad jon juni
  ladan kader kaj kalla kamel kara karl kasper kelvin klara klas knut kobra kurt ladda lage lama lamin lea lek lena lias lina ling linn liv lo loan loke lotta love lova lucia luna maj majd malva mana manu mani marina masse
  mats matte max may meles mensur mila mile milo mina minna mira mitra moa molly mona my muna musa muse musse nada naim nala natta nelson nestor nid nina nisse nok noi nova nur odd ola ole oliver olle osman
  owe pan paria patricia peter per petar pia pilar pilot polat ploy porn putte rade raid raja rama rami ramla rana rand ranka ratana reda rehab rem renas rida rim rima rita ro roman romana ros rosa rose rosemary rosie rosen
  rowan ruben rune rut ruffa rua ruta saber saga said sally salam salih sally sam sama saman samsam sari sean seda selam selma semen semir sham shaker shah sheila simin sol sofia sona sonny sten stig stina sultan sune sven
  svenne tage tamer tara rosen taras ted teddy tida tilde tim timothy tindra tom tor tore tova tove tran tuk ture tuva ufuk ulla umut urban usa vera vega veronika vida vidar vide viking vilma ville viola vira visar vit vita viva visa wanna
  wanda will willy worku yaw zara zena zia august april art bill charlie christian curt dean dick dung edith faith fritz grace graham hazel heather hector hope hung ivy jean joy june mango margarita mark martin mercy
  molly napoleon noel pearl rich vilja meja tala henna hafsa mara nadir fana kaja lada rasa bita kamelia tina friman lejon smed sparre ponce krupa luz paz hari daisy lily maya nam lan mai nur abel alba leon luna lucas max sol son
  leal lagos franco mina toro vidal rosales salas tello conteh maki joel rich robin roger ruby rut tony victor
  alm arias asp bakir balan bitar björk blad blix blixt blom blomster bravo brink brandt bratt bruhn bäck butt bui bulut ek fager falk fält fjäll flink fors ford forss frid frisk glad glans gran granat granath greco grip gul hammar hed
  hashi hjort hult hård hök jarl kask klang kvist kroon lager lantz larm leroy lilja lilje lind linde linder lindborg ljung lönn löf magi malm marin marino matar matic medic mire modig munter mörk nord norman novak obi palm pena petit pinto popa
  quist rafal ramadan rask rebane ricci rinne ring robot romano rubin rönn safari safi sanna sari saar savas sejdiu sen sesay shire sjö sköld skog skoog smith snygg snäll solberg soto souza sow spång stan stark sterner stoica strand ström stål stahl
  agne balder ellert frode gert göta hadar halldor halvar halvard kåre mogens ottar runar snorre vilhelmina gitta tora septima britten
  svan svahn swan svärd tamm tapper tas taylor toure trygg turk turner uhr ull vret vu vo wager wagner walker wall wang warg weber werner wester westling winter yang yavuz zand ly do ngo dang bring brant sommar vinter
`);

/** Names that are also towns, firms, illnesses, scales or months: a person only with a clear sign of one. */
export const thingNames = set(`
  duchenne charcot hoehn yahr downton braden norton nortons bristol borg tampa roland morris oswestry constant karnofsky ashworth fugl meyer wilson ekbom purdue pegboard grippit jamar saab scania sandvik
  lund berg mark nora sala mora ale kil eda flen alby boden borg holm malmberg nacka sunne vara åre alma vega milan medina madina israel valencia toledo cordoba cordova avila basel aden jordan georgia israel
  sjögren crohn asperger hamilton beck parkinson alzheimer down hashimoto tourette bechterew scheuermann meniere graves basedow cushing addison raynaud rorschach barthel
  horton hodgkin behcet marfan klinefelter paget rett noonan fabry gaucher hirschsprung lasegue babinski barlow apgar still dercum whipple takayasu felty wegener barthel
  katz bobath tinetti lawton sunnaas conners vineland raven griffiths rey misa basta repris ica nord beijer fazer bayley leiter penn snellen romberg glasgow marte meo katz huntington wernicke korsakoff lewy maslow rosenberg goldberg montgomery ericsson lindex ahlsell bosch siemens mercedes tesla volvo ford audi lidl obs nordea
  beckman astra-zeneca ersta astra orlando florence victoria diana georgia siri alexa elsa lex gideon valentin elva klarna swish epworth ria hammarstrand lowell pascal viva avesta kinda ludvika salem vanda montenegro kenya argentina kuba kurdistan france london paris rosenlund sabbatsberg beckomberga lillhagen ulleråker umedalen elvis
`);

/** Words of organisations, systems, treatments and days that begin with a capital and are no one's name. */
export const properWords = set(`
  försäkringskassan försäkringskassans arbetsförmedlingen arbetsförmedlingens socialtjänsten socialtjänstens kommunen kommunens regionen regionens psykiatrin psykiatrins vårdcentralen kronofogden kronofogdens skatteverket migrationsverket
  migrationsverkets socialstyrelsen socialstyrelsens socialförvaltningen vuxenpsykiatrin öppenvården samordningsförbundet finsam samhall samhalls treserva lifecare procapita cosmic webcert journalen teams skype outlook word excel
  region kommun landstinget sverige svenska norska finska danska arabiska somaliska tigrinja dari persiska kurdiska engelska ryska polska thailändska ukrainska spanska turkiska bosniska albanska romani sorani kurmanji
  socialnämnden nämnden styrelsen förvaltningsrätten kammarrätten tingsrätten domstolen polisen skolan gymnasiet komvux sfi folkhögskolan universitetet högskolan sjukhuset akuten mottagningen kliniken avdelningen enheten
  norra södra östra västra nya gamla stora lilla övre nedre central centrala visa rusta matcha jobb krami krom jug rom mia ips capio aleris praktikertjänst attendo humana nytida frösunda kry doktor min doktor
  röda korset frälsningsarmén stadsmissionen svenska kyrkan kyrkan hyresgästföreningen facket unionen kommunal if metall försäkringsbolaget folksam trygg-hansa länsförsäkringar skandia afa afa-försäkring alecta amf
  grippit misa delsam intrum orup rosacea bragee ryhov sidsjön restad sunderbyn akademiska karolinska sahlgrenska danderyd huddinge säter löwenströmska löwenströmskas brukarhuset träffpunkten fontänhuset ria lp-gården aa na länken minimaria maria maria-mottagningen
  inera ineras visma artvise flexite combine viva primula raindance platina evolution stratsys hypergene millennium melior take-care takecare journalia asynja cambio medrave sesam castor copilot sharepoint zoom messenger whatsapp signal snapchat facebook tiktok youtube spotify netflix linkedin
  riksrevisionen statskontoret ekonomistyrningsverket kriminalvården boverket skolverket skolinspektionen transportstyrelsen pensionsmyndigheten länsstyrelsen riksdagen regeringen inspektionen ivo arbetsmiljöverket jämställdhetsmyndigheten imy csn smer sbu tlv
  perthes dupuytren dupuytrens dupytren munchausen münchausen münchhausen peyronie tietze kienböck quervain de-quervain schlatter osgood-schlatter schmorl osgood guillain barre ehlers danlos prader willi lou-gehrig creutzfeldt jakob
  biltema löfbergs gevalia zoegas jula rusta dollarstore elgiganten clas-ohlson hornbach bauhaus byggmax granngården mekonomen pressbyrån systembolaget apoteket kronans åhlens kappahl dressmann stadium intersport myrorna erikshjälpen foodora wolt uber postnord schenker dhl sodexo iss securitas addici arla scan pågen findus orkla skanska ncc peab boliden lkab ssab vattenfall telia electrolux husqvarna northvolt amazon zalando boozt mcdonalds mcdonald's mcdonald´s burgerking sibylla max-hamburgare circle preem okq8 netonnet mio jysk rusta gekås ullared willys maxi ohlson city-gross citygross tempo
  borrelia lyme covid corona ebola zika epstein-barr cochrane norstedts fountainhouse omfale lukas-stiftelsen repulse duva hälsoduvan guillain-barre charcot-marie-tooth creutzfeldt-jakob ehlers-danlos prader-willi wernicke-korsakoff kleine-levin behepan folacin botox aimovig ajovy emgality millennium
  mälaren hjälmaren storsjön siljan vänern vättern klarälven dalarna värmland bergslagen kronan eken björken granen tallen linden vinga vega alma-gruppen google facebook instagram swedbank nordea handelsbanken seb ica coop lidl hemköp willys ikea volvo scania ericsson
  samsung apple iphone android windows bankid kivra freja mina sidor vårdkontakter concerta ritalin elvanse strattera medikinet sertralin mirtazapin venlafaxin voxra cymbalta zyprexa seroquel abilify lamotrigin litium lergigan atarax
  humira enbrel remicade stelara cosentyx theralen propavan imovane stilnoct sobril stesolid alvedon ipren oxynorm oxycontin tramadol morfin metadon subutex suboxone antabus campral naltrexon ozempic metformin circadin melatonin levaxin insulin lyrica gabapentin
  måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december jul påsk midsommar pingst valborg lucia advent ramadan eid
  fas steg del bilaga punkt avsnitt plan nivå version grupp team projekt enhet byrå ab hb kb ekonomisk förening stiftelsen stiftelse förbundet föreningen sveriges statens allmänna nationella europeiska
  january february march june july october december monday tuesday wednesday thursday friday saturday sunday social insurance agency employment service sweden swedish english german french spanish persian turkish kurdish somali finnish polish ukrainian the public services municipality psychiatry clinic
`);

const people = `
  klient klienten klientens patient patienten patientens pat sökande sökanden kvinnan mannen mamma mamman mammans mor modern moder pappa pappan far fadern son sonen dotter dottern bror brodern brorsan syster systern syrran
  syskonen syskon tvillingarna tvilling tvillingen make maken maka makan hustrun fru frun sambo sambon särbo särbon exmake exmaken exmaka exfru exfrun exsambo exsambon exman exmannen ex exet fästman fästmannen fästmö pojkvän pojkvännen
  flickvän flickvännen kusin kusinen moster mostern faster fastern farbror farbrorn morbror morbrorn mormor mormodern morfar farmor farmodern farfar barn barnet barnen barnbarn barnbarnet svärson svärsonen svärdotter svärdottern svärmor svärfar
  styvfar styvpappa styvmamma bonuspappa bonusmamma brorson brorsonen brorsons systerson systersonen brorsdotter brorsdottern systerdotter systerdottern svägerska svägerskan svåger svågern bonusson bonussonen bonusdotter bonusdottern styvson styvsonen styvdotter styvdottern plastpappa plastmamma tvillingbror tvillingbrodern tvillingsyster storebror lillebror storasyster lillasyster småbror gudmor gudfar gubben gumman tanten kille killen tjej tjejen partner partnern grabben pojkvännens flickvännens granne grannen vän vännen väninna väninnan kompis kompisen bekant anhörig anhöriga anhörige brukare brukaren deltagare deltagaren ungdomen pojken flickan
  kurator kuratorn psykolog psykologen läkare läkaren överläkare överläkaren husläkare husläkaren st-läkare st-läkaren specialist specialisten psykiater psykiatern psykiatrikern neurolog neurologen handläggare handläggaren
  socialsekreterare socialsekreteraren soc.sekr sekr socsekr soc biståndshandläggare biståndshandläggaren biståndsbedömare arbetsförmedlare arbetsförmedlaren arbetskonsulent arbetskonsulenten coach coachen jobbcoach jobbcoachen boendestödjare boendestödjaren
  boendestöd boendestödet sjuksköterska sjuksköterskan syster ssk dsk distriktssköterska distriktssköterskan undersköterska barnmorska barnmorskan tolk tolken förvaltare förvaltaren ombud ombudet chef chefen enhetschef enhetschefen arbetsgivare arbetsgivaren
  hyresvärd hyresvärden hyresvärdinna kollega kollegan rehabkoordinator rehabkoordinatorn terapeut terapeuten arbetsterapeut arbetsterapeuten fysioterapeut fysioterapeuten sjukgymnast sjukgymnasten samordnare samordnaren processledaren kontaktperson
  kontaktpersonen advokat advokaten biträde biträdet lärare läraren rektor rektorn mentor mentorn präst prästen diakon diakonen fosterbarn familjehemmet familjehemsföräldern kontaktfamiljen gruppledaren handledaren handledare praktikhandledare
  client patient son daughter sister brother mother father mum dad wife husband partner caseworker counsellor psychologist gp physician nurse interpreter neighbour cousin uncle aunt friend landlord employer manager guardian officer boyfriend girlfriend
`;

/** People by role or kinship: a capitalised word right behind is taken for the name. */
export const roles = set(people);

const shortened = `
  läk leg öl bitr.öl ul ec sg at arbter arb.ter fysio fysion sjg kur kuratorn psykol handl hl handläggn sekr soc.sekr socsekr bist ssk dsk usk msk sköt skötare skötaren mentalskötare mentalskötaren prof docent
  dr jobbspecialist jobbspecialisten syv vägledare vägledaren utredare utredaren behandlare behandlaren rådgivare rådgivaren inspektör inspektören vårdare vårdaren logoped logopeden dietist dietisten
  sektionsledare teamledare arbetsledare arbetsledaren verksamhetschef verksamhetschefen vårdlots vårdlotsen receptionist receptionisten assistent assistenten
`;

/** Roles as they are shortened, and rarer ones: a word of no dictionary right behind is taken for the name, a full stop or not. */
export const shortRoles = set(shortened);
/** How further roles end. */
export const roleEnds =
  /(?:läk|-(?:handl|sekr|ssk|usk|dsk|kur|psykol|kurator|öl)|vägledare|vägledaren|utredare|utredaren|behandlare|behandlaren|assistent|assistenten|rådgivare|rådgivaren|skötare|skötaren|samordnare|samordnaren|chef|chefen|vårdare|vårdaren|specialist|specialisten|ledare|ledaren)$/u;

/** Titles and words of naming: the word behind is a name whatever it looks like. */
export const titles = set(`
  herr herrn hr md mohd muhd fru fröken frk dr doktor doktorn doctor mr mrs ms miss mister madame professor prof heter hette kallas kallad kallades kallar döpt named called mvh vh hälsn hälsningar hälsning hälsar hälsa undertecknad undertecknat närv frånv ordf signerat signatur
  smeknamn smeknamnet tilltalsnamn tilltalsnamnet förnamn efternamn namn namnet name surname regards sincerely hej hejsan tjena
`);

/** Things that can also be "called" something, so that "heter" behind them names no person. */
export const things =
  /^(?:projekt|grupp|insats|blankett|intyg|läkarintyg|rum|kurs|program|metod|team|enhet|avdelning|boende|system|tjänst|mottagning|verksamhet|modell|plan|app|diagnos|medicin|läkemedel|sjukdom|syndrom|lag|skola|gatan|huset|hemmet|fil|mapp|skala|test|formulär|utbildning|förening|bolag|företag|butik|by|ort|stad|kommun|det|detta|den|som|vad|hur|clinic|form|course|project|group)/u;

/** Rooms, projects and holy places: the name behind belongs to them. */
export const namesakes = list(`
  rum rummet sal salen lokal lokalen projekt projektet gruppen grupp avdelning avdelningen avd enhet enheten team teamet mottagning mottagningen konferensrum konferensrummet mötesrum mötesrummet sammanträdesrum sammanträdesrummet samtalsrum samtalsrummet vävstugan snickeriet tvätteriet trädgårdsgruppen vävstuga grupprum grupprummet besöksrum besöksrummet videorum videorummet
  lex s:t s:ta sankt sankta st insats insatsen metod metoden kurs kursen program programmet systemet system appen app båten m/s restaurang café kafé butik butiken hotell hvb hvb-hemmet boendet gruppboendet gruppbostaden kvarteret kv villa skolan studien modellen testet dagcenter dagcentret verkstad verkstaden dagverksamheten sysselsättningen träffpunkt träffpunkten capio återbruket återbruk mötesplats mötesplatsen dagverksamhet room project group stormen orkanen
`);

/** Institutions and things named after people: the name before belongs to them. */
export const institutions =
  /^(?:vårdcentral|vc|mottagning|klinik|sjukhus|lasarett|gymnasi|skola|friskola|stiftelse|ungdom|kyrka|församling|kommun|region|boende|hemmet|hus(?!vagn|djur|håll|rum|tru)|projekt|program|team|metod|skala|index|syndrom|sjukdom|test|depression|kriterier|grupp|enhet|centrum|center|akut|väg(?!rar|rade|rat)|gata|torg|station|psyk(?!isk)|familjecentral|beroende|sidor|room|vårdkontakter|meddelanden|planer(?![ai])|periods?|disease|syndrome|scale|clinic|hospital|school|månad|lista|formulär|intervju|modell|behov|hierarki|triangel|(?:ab|hb)(?!\p{L})|förskola|folkhögskola|bibliotek|köpcentrum|län|stad|sjukhem|hvb|gård|hovrätt)/u;

/** Verbs in a form that follows a person's name. */
export const deeds = list(`
  har hade är var vill ville ringde ringer ringt säger sa sade fick får behöver kan kunde kom kommer bor bodde mår mådde tycker tyckte uteblev skriver skrev undrar undrade orkar orkade går gick ska skulle klarar klarade menar menade sover gråter grät
  berättar berättade förklarar förklarade söker sökte sitter satt jobbar jobbade arbetar arbetade flyttade flyttar lever levde känner kände tror trodde hjälper hjälpte blev blir tar tog ger gav vet visste lider mejlade mejlar svarar svarade hör hörde
  själv uppger uppgav berättat skickade skickar hälsar träffade träffar vågar vågade fyller föddes heter hette bestämde önskar önskade lovade vägrar vägrade missade saknar saknade e hette bad ber försöker försökte hann hinner läser läste pratar pratade kör körde glömde hittade anser ansåg accepterar godkänner väntar väntade dricker drack äter åt röker städar lagar diskar handlar betalar betalade hämtar hämtade lämnar lämnade kräver krävde nekar nekade tappar tappade minns trivs sörjer studerar pluggar lyfter föll ramlade skadade skadar vaknar duschar
  syr bakar odlar sjunger spelar målar ritar tränar simmar cyklar reser åker åkte springer dansar talar förstår förstod leker passar sköter vårdar delar delade städade lagade bakade spelade sjöng målade reste följer följde visade väljer valde skulle höll håller ligger låg står stod stannar stannade sluter slutar slutade börjar började fortsätter fortsatte lyssnar lyssnade ser såg tittar tittade bryr brydde skäms skämdes klagar klagade protesterade accepterade godkände avböjer avböjde tackade tackar bokade avbokade dök begär begärde överklagar överklagade behövde köpte köper säljer sålde ägde äger lånade lånar byter bytte fyllde skrev somnar somnade äter festar firar firade begravde gifte skilde separerade blöder svimmade kräktes haltar
  has had is was says said told called lives wants wanted needs needed works worked asked speaks moved feels felt cannot can't could would does did
`);

/** Verbs that only people do, for names that are also towns or firms and for names no list holds. */
export const livingDeeds = list(
  `packar fryser frös opererade opererades sorterar äter dricker röker haltar hostar svimmade svimmar kräks sjunger stickar städar tvättar diskar tränar promenerar cyklar parkerar trivs vantrivs skäms ångrar sörjer självmedicinerar krockade ramlade halkade snubblade firade firar mår mådde ringde ringer ringt sover gråter grät uteblev orkar orkade heter hette lider vågar vågade fyller föddes undrade mejlade hälsar hälsade grubblar skrattade snarkar vill ville säger sa sade undrar bor bodde svarar svarade skriver skrev tycker tyckte tror trodde menar menade berättar berättade jobbar jobbade söker sökte missade glömde lovade lovar vägrar vägrade bad ber pratar pratade fyllde önskar önskade uppger uppgav vet visste längtar åkte flyttade överklagar avböjer avböjde hoppas`,
);

/** What people have: behind a genitive they show that it is a person's. */
export const belongings = list(
  'dagbok remiss remisser fack postfack inkorg kalender mapp pärm mamma pappa mor far mors fars bror brors syster systers son söner dotter döttrar barn barnbarn fru man make maka sambo sambos exman exfru kusin moster faster farbror morbror mormor morfar farmor farfar familj föräldrar syskon egen eget egna intyg läkarintyg journal akt läkare handläggare kurator psykolog kontaktperson boendestöd boendestödjare situation mål dom beslut överklagande sjukpenning sjukskrivning ansökan ärende semester kollega vän vänner kompis lägenhet gruppbostad bil telefon mobil konto ekonomi hälsa mående diagnos medicin rehab plan planering vägnar förvaltare god gode stuga hus röst ork liv hund katt chef arbetsgivare inlägg bidrag bistånd försörjning möte arbetsförmåga ärenden version berättelse syn blogg kanal klipp inlägg konto profil mother father sister brother son daughter wife husband doctor case situation',
);
const owned =
  /(?:möte|mötet|avslag|ersättning|penning|bidrag|tillägg|intyg|utredning|praktik|placering|beslut|ansökan|bedömning|läkare|handläggare|sjukskrivning|akt|journal|bil|båt|vagn|hemtjänst|hemtjänstgrupp)$/;
const short = set('sfi fmu luh sgi sip luae bil cv pass id mejl mail sms nummer lgh hyra barn');
/** Whether a word is what people have. */
export const isBelonging = (word: Word | undefined): boolean =>
  word !== undefined &&
  ((word.lexeme.lists & belongings) !== 0 || short.has(word.lower) || owned.test(word.lower));
const kinsfolk =
  'mamma pappa mor far bror syster son söner dotter döttrar barn barnbarn fru make maka sambo exman exfru kusin moster faster farbror morbror mormor morfar farmor farfar syskon kompis flickvän pojkvän hund mother father sister brother son daughter wife husband';
/** Only kin and companions: what even an unknown name's genitive may stand before. */
export const kin = set(kinsfolk);
/** The same as a bit. */
export const kinBit = list(kinsfolk);

/** Names too common as words in lower case to be taken for a person even behind a cue. */
export const sayable = (word: { readonly key: string }): boolean =>
  !/^(?:bo|per|hans|stig|klara|rita|ladda|visa|lova|dina|sina|mina|alla|ville|max|dag|maj|jan|om|ante|said|will|can|may|art|don|do|mark|bill|vit|odd|ro|lo|rehab|raid|elva|ena|roman|kurt|björn|juni|august|april|sten|urban|don|hade|sen|rim|lek|visar|inga|inger)$/.test(
    word.key,
  );

/** Words a person is spoken of or reached behind, whatever the name's case. */
export const contact = list(
  'ring ringa ringer ringde ringt call kontakta kontaktade träffa träffade träffat mötte mejla mejlade smsa smsade fråga frågade hälsa menade gäller heter påminn boka bokat bokade kallat väntar väntat frågat hört kalla kallade informera informerade hälsade meddela avboka asked met told',
);
/** Little words that stand before the one who acts. */
export const beforeSubject = list(
  'och att men när om så då för sen sedan säger sa o som eftersom medan innan har är ska kan vill that and when if but because since while',
);
