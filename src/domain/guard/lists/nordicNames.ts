// Written from general knowledge of how names are borne and spelt; copied from no list.
/** Rarer first names borne in Sweden, of the oldest and of the youngest, in the form of `firstNames.ts`. */
export const nordicFirstNames: Readonly<Record<string, string>> = {
  nicknames: `
    noomi jorunn valdete leart fatlume
    abbe acke affe alle annki anki annsan babben babs babsan becka bella benke benkan berra bettan biggan bibbi birre bobban bosse britta brollan
    cattis chrille cicci conny crille dagge danne ebban emmis errka fabbe fia frallan frippe gabban gittan gugge hasse hebbe henke jampa janne jannan
    fredde jojjo jompa jonte jossan jocke juppe kacke kalle kattis kenta kicki kicka klabbe krille lasse lelle lellan leffe lillan linkan lisen lollo lotten lottis
    macke maddan madde maggan mange marre mattan mickan micke mimmi mirre mollan monkan mårre nettan nickan nicke ninni nogge ollan pelle perra pettan pigge
    ragge rebban ricke rille robban roffe rolle ronkan sanne saskan sebbe sickan sigge sigvard sofie-lie stefe steffe steffan stickan svempa sussi sussie tessan tobbe toffe tompa totte uffe vickan ville viffe voffe zacke åkan
  `,
  sami: `
    aile áile aili ailu áilu aina-risten ande ánde anne-marit ante ánte áhkká beret berit biera biehtar biret elle elle-risten elen-ante gáddja heaika heaikka ibba inga inger-aile inka ingá iŋgá issát jovna jovnna jouni joná juhán juhani
    juoksa karen-anne kirsten-biret lemet lemme lájlá lásse mággá máhtte máijá máret maret marit mattis máhte máze mihkkal mikkal niillas niila nilas nils-ante nils-heaika per-ante per-ola piera piera-jovnna piehtar rávdna ristin risten risten-rauna sárá sire sirkka sunna sunná susse svonni tumas
    uhca unna-maja my
  `,
  women: `
    agnete agnetha alfhilda alfia alfrida algotina almida andrine annarella annelise anngerd annmargret annvi
    arvida aslög astri bengta blenda boel borghild botilda britten brittinger bärbel cajsa cajsalisa cissi
    dyveke ejvor elice elisiv ellinore elny elsabe elsbeth elsy elvine embla emerentia erlanda essy estrid
    fideli fridborg gally gebbe gerdy gitta gretha gudny gullbritt gulli gunda gundela gunni gunny gunvi gurly
    görel göta götilda hedla helfrid henrika hervor hildegun imogen ingalena ingalisa ingamaj ingamarie ingerd
    ingrun ingun ingvild jannika jeanna jolene jytte kersti klary lissi lisskulla lydi maelle magnhild maivor
    majgun mariann mathea mauritza märet nilla ninni ninnie novalie oktavia olava olina oline ottiliana philippa
    ragnhilda rigmor septima sigbrit sigfrida signild signy sigvor sissel sissela solfrid solgerd solvej solvig
    stinalisa svanhild sylvi synnöve sölve sölvi teresia thilda tilia singoalla li tora tordis torgerd torun tuvali unn
    valfrida vendla vilhelmina wanja wendla ylvali yrsa zarah åslög`,
  double: `
    ing-marie ing-mari ing-britt ing-lis ing-louise ing-charlotte inga-lill inga-britt inga-maj anna-greta
  `,
  men: `
    agne alarik albrekt alwin amandus ambjörn anjo arild arnfinn arnvid asbjörn asmund atle atticus balder
    balthasar benne berthold botvid brage brynolf caspian dagfinn dagobert detlef ebbot edor eilert eivind ejnar
    elior ellert elving embrik ernfrid eron esaias esbjörn espen eyvind fabbe fingal folkmar fridolf frithiof
    fritjof frode gabbe gert gottfried gotthard greger gudmar gudmund gunde gunlög gunne götmar hadar hakon
    halldor halvar halvard hartvig helger henke hilmar holmfrid holmger håvard ilian ingemund ingvald jockum
    jerk jerker jostein jösta kennert kettil kjetil kåre lorents loudvig magne malkolm mauritz mickel milian mogens
    nikodemus oddbjörn oddvar odert ossie ottar ozzy pehr reidar reimer ringo roald roine runar runo rurik segol
    seved siggo sigvald sivar skage snorre solmund stenåke styrbjörn svein sölve tancred terje thage thim
    thorild thorleif thorolf thorvald tilo torbern torfinn torgeir torgils torild torleif torolf torvid tryggve
    tyko tönnes valton vidkun volmar volrath walfrid wiggo wilgot wilho willgot willhelm wollmar yorick
    zackarias zeb zebastian åsbjörn öivind öjvind özgun`,
};

/** Swedish surnames whose ending does not tell them: of the nobility, the learned and the soldiers. */
export const nordicSurnames: Readonly<Record<string, string>> = {
  swedish: `
    adelsköld adelsohn adelswärd adelöv adlercreutz adlersparre adolphson afzelius ahlbom ahlbäck ahlen ahlenius
    ahlin ahlmark alshammar alströmer althin anckar ankarcrona arbin armfelt arnemark arrhenius aspelin axelson
    bachman backlura benzelius bergbom bergfelt bergholm bergling bergwall beskow bexell bielke billquist bjerre
    bjurling björck björling björlund bladh blixen boethius bolander brahe brandel brandin brodin bromander
    brundin brunnberg brusewitz bruzelius burman bylund böhlmark cajander carlander carlen carlzon carpelan
    cassel cedercreutz cederlund cederschiöld cederström celsing clason creutz cronhielm cullhed dahlman dalman
    danielson danius dardel djurberg djurfeldt dufva dufwa edelstam edquist edwall ehrenborg ehrenmark
    ehrensvärd ehrling ehrnrooth ekeroth eklind ekvall ekwall elfving eliason elmander enbom enebrand eneroth
    engvall enlund enmark enochson enquist envall erixon erlander ernman evander fagerholm fagerlind fahlander
    fahlen fahlman falkman fernlund floberg flodman fredlund fredman freij frick fridell fridh fridlund fridman
    friggebo fryklund fryxell fröberg fröding fällman gahrton gedda gedin geijer genberg gerle gidlund godin
    ask isberg hagert grönfors graffman granbom grapengiesser grenholm gräslund grönwall gudmundson gunnarson gyllenberg gyllenhaal
    gyllensten gyllenstierna gyllensvärd göthberg hagander hallander halldin hallman hambraeus hamrin hanell
    hazelius heberlein hedborg hedenius hedquist hedwall heijkenskjöld hellden helldin hellmark hellner hellsing
    hellsten helmerson hemlin hesselgren hillbom hillman hjelmer hjerpe hoflund hofvander holmertz holmquist
    holmsten hubinette hullberg hulth hylander hylten hägerstrand häggkvist häggvall hällström härenstam
    hårleman högfeldt höglind höijer hörberg hörnfeldt hörnlund ihrfors ingelman isacson jaderlund janer jarlbro
    jerkert josefson jäderlund kempff kihlman kjellen kjellman klevmark klingenstierna klingspor klintberg
    kolmodin kronberg kronlund kronvall kullander kullman kumlin kylberg källander lagerbielke lagerholm
    lagerwall landelius lannerstad laurell lejonhufvud levander lewenhaupt lewerth liedholm liljeblad liljequist
    liljeroth lillieström lindencrona lindgård lindhe lindmarker lindvall lindwall lithander littorin liung
    lodin lundbäck lundwall lysell lyttkens löfberg löfvenberg löwenhielm löwing magnell malmborg malmsjö
    mannberg mannerheim meurling moberg montelius munck munthe månsby mårdh mörner nauckhoff nelander nensen
    nerman netzell nilheim nolander nordeman nordenfalk nordenskiöld nordenstam nordvall nordwall norlander
    norrby nyquist nyren näsman olofson oxenstierna palmborg palmquist palmstierna persbrandt peterzen petren
    pleijel ploman pramsten prytz ramel rasmuson rehnberg rehnman reuter reuterskiöld reuterswärd ribbing
    ridderstad ridderstolpe ringborg risberg rodin rollof romanus rosander rosenquist rosensvärd rothstein
    rudbeck rudberg rudelius ruden rudenschöld runefelt rydbeck rydin ryding rydman rynell rääf rålamb rönnmark
    sahlberg sahlen sahlin samuelson sandels sandler sandlund sandvall saxlund scheele scherman schildt schubert
    schulman schyman segerlind segerlund segerstråle sernhede siberg silfverberg silfverhielm silfverschiöld
    silfversparre silfverstolpe sjöbeck sjöborg sjövall sjöwall skantze skogman skårby skårman smedman snellman
    sohlman solander sparrman spångberg staaf stael stahre stallgård stannow stenbeck stenborg stenson strandh
    strindberg strömbeck strömblad strömbom strömlund strömquist stålhammar stålnacke sundbom sundh svalander
    svanborg svedman svenbro svenonius swartling swedin sällström särnholm söderbaum södergran söderhielm sörlin
    tengbom tengroth tersmeden teurnell thalen thambert thegerström thelander theorin thorild thorslund thott
    thunell thunman thurfjell thyberg thyselius thörn tidlund tillberg timell tingsten tistad tjernberg tornberg
    tornerhielm tranströmer treschow troedsson trotzig tunander tynell törnebohm törnell törnlund törnroos
    uggelberg ulander ulfsparre ullberg ullsten ulvaeus utterström vedin vennberg vennersten vestberg vestergren
    vesterlund vestlund vestman vikander vikman virdung wachtmeister wadling wadman wahlbeck wahlbom wahlen
    wahlin wahlman wahlroos wahlund walander walldal wallden wallenius wallerius wallmark warfvinge wargentin
    wedberg weibull welin wendt wennerholm wennlund wernbloom westerlind westerström westfelt westfält westholm
    wetterberg wetterholm wetterlund wickberg wicksell wideryd widlund widman wigforss wiggh wihlborg wijkander
    wijkman wijkmark wiklander wiksell wilander wiman winbladh winnberg winquist wirsen wissman wohlin wolgers
    wrangel wrede wretlind wretman zethelius zetterman zetterquist zilliacus ådahl åhlander åhlin åkerhielm
    åkerlind åsell åstrand ödmann öhlen öhrman öhrvall örnberg örnfeldt östbring östergård österlind österman`,
  /** Surnames that the dictionary of `swedishProper.ts` holds among its proper nouns. */
  dictionary: `
    abramsson adaktusson adielsson adler agrell ahlkvist ahlstedt albertsson alfsson algotsson allansson allbäck
    almberg almkvist almström alsterlind alström alvesson ambjörnsson anckarström anderberg apelgren appelberg
    appelgren appelqvist arborelius arnberg arnesson arthursson artursson aschberg aspegren aspenström assarsson
    augustinsson bauman beckman begler bellander bellman benedictsson benjaminsson bergdahl bergendahl bergkvist
    berglin berglind bergstedt berndtsson bernström berntsson bilberg billgren billstam billström birgersson
    bissen bjerström bjurström björkegren blomdahl bodström bolin bolund boman bondesson borelius borglund borin
    bosson botvidsson boustedt brattström bresson brobeck brolund bromberg brorsson broström brunell brunius
    brunnström bryngelsson bryntesson brändström brännlund brännström burström byström bäckstedt calmfors carlgren
    carlqvist carlstedt cederqvist chapman christensson claeson corneliusson croneman cronqvist cronstedt cullberg
    dagerman dahlbäck dahlkvist dahlstedt dahlstrand dalberg dalin dalström didrikson didriksson edgren edqvist
    edstam edvinsson edwardsson ehrenberg ekenberg elander eldeman elfgren elfstrand elgestam ellberg enberg
    enestam engblom engkvist engstrand enkvist enocksson enqvist ersson esbjörnsson evensson evertsson fahlberg
    fahrman falck falkengren falkenström falklind fallgren ferlin fernström feynman filipsson fjellner fjellström
    flinck fogelberg fogelström folkesson forsander forselius forslind forssberg forssell forsstrand friedman
    fristedt frögren funck gardell gartner geijerstam gerhardsson giertz gillberg gistedt gottfridsson gradin
    grafström gripenberg gudmundsson gullstrand gummesson gärdenfors gårman hagaström hagelberg hagerman
    halfvarsson hallengren hallqvist hamberg hammarlind hammarstrand harman harrysson hedelius hedengren hedkvist
    heidenstam helander hellenius hellkvist hellstrand helmersson hemberg hemmingsson henricsson henrikson herlitz
    herngren hillegren hillgren hilmersson holberg hovberg hultkvist husberg häckner hägerström håfström hörnqvist
    igelström ingelstam ingesson ingman isacsson izabell jackman jannesson jennekvist jeppsson jernström julin
    jungkvist jungstedt järnberg kalman karlgren karlstedt kellberg kellerman kellgren kidman kihlander kilström
    kinberg kindberg kindblom kinnaman kjellsson kjellvander klaesson klavreström klingström klinteberg konradsson
    kristersson kronblom krugman kullgren körberg lagercrantz larsberg lauritz leandersson ledin lehman leissner
    lenngren lernström letterman levertin lidberg lidman lidström lieberman liedman liljefors liljeström
    lilleström lillström linander lindbeck lindeberg lindeman lindestam lindman linsell ljungstedt ljusberg
    lodenius loman ludvigsson lundbeck lundblom lundegård lundstedt läckberg ländström löfdahl löfkvist löfstrand
    lövin madestam malexander malmstedt mankell mannerström markelius markusson marvell mathiasson mattisson
    mellin mellqvist mellström mickelsson mitelman mogren mollberg moodysson morberg morrell moström munktell
    myrgren märklin newman nicklasson nilson noraström nordbeck nordblom nordegren norin norrstrand norrström
    norstedt nyblom nydahl nykvist nystedt nystrand näsström odelberg odhner ohlander ohlin ohlson ohlsson olander
    olenius olovsson oredsson orrenius oskarström otterberg patriksson pauliström pehrsson philipsson pihlgren
    pihlström portman pärson pärsson påhlsson qvarnström qvist regner reinholdsson renman ringblom ringdahl
    robinsson rosberg rosenkvist rosenström roslin rundkvist rundström runeberg rutgersson rutström rydqvist
    rådkvist råstam rönnblom rönngren sahlgren sahlström sandegren sandelin sandstedt santesson scheffler schelin
    schenström schottenius segerberg segerstedt selberg sellström settman sibelius sigvardsson sikström simberg
    sjunnesson stagnelius steinman stenmarck stenqvist sterner stigberg stigsson stjernberg
    stjernkvist stolberg stoltz strandlund strandqvist stridsberg strömstedt sturesson sturlasson sundstedt
    sunesson svanbäck svanstedt svartberg sverkersson swanström säfström sörensson sörenstam tagesson tandberg
    tellqvist thomasson thoresson thorstensson thorvaldsson thorwaldsson thunström thuresson thåström thörnberg
    thörnqvist tidholm tingström tjernström tjärnqvist tomasson topelius torkelsson troberg troell truedsson
    truman tullberg tunström tuvesson tärnström törnberg törnman törnström uddgren uddman ullgren ullström
    utterberg vahlberg valfridsson valtersson velander vernersson vestin viberg vigren vikberg vilhelmsson väsman
    wagenius wahlbäck waldenström walfridsson wallander wallenstam waltin warberg wassberg wennergren wennstam
    wernersson westblom westerholm westerstrand wettergren wetterstrand whitman widegren widerstedt widstrand
    wieselgren wieslander wigström wikander wikholm wikingsson williamsson winbäck wingren wingård winnerbäck
    winqvist wistam wistrand wiström wretström wulff wykman wägner wästberg wågström ygeman yngvesson youngman
    zakrisson zennström zettergren zetterstedt åkestam ålander åman åsman ögren öhlin öhrström ölman östensson
    österdahl österström östrand
  `,
};
