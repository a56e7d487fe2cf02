/** Swedish municipalities and some other towns, lower case, one word each (the first word of longer names is left out). */
const towns = `
ale alingsås alvesta aneby arboga arjeplog arvidsjaur arvika askersund avesta bengtsfors berg bjurholm bjuv boden bollebygd bollnäs borgholm borlänge borås botkyrka boxholm
bromölla bräcke burlöv båstad dals-ed danderyd degerfors dorotea eda ekerö eksjö emmaboda enköping eskilstuna eslöv essunga fagersta falkenberg falköping falun filipstad finspång flen forshaga färgelanda
gagnef gislaved gnesta gnosjö gotland grums grästorp gullspång gällivare gävle göteborg götene habo hagfors hallsberg hallstahammar halmstad hammarö haninge haparanda heby hedemora helsingborg herrljunga hjo hofors huddinge
hudiksvall hultsfred hylte håbo hällefors härjedalen härnösand härryda hässleholm höganäs högsby hörby höör jokkmokk järfälla jönköping kalix kalmar karlsborg karlshamn karlskoga karlskrona karlstad katrineholm kil kinda kiruna
klippan knivsta kramfors kristianstad kristinehamn krokom kumla kungsbacka kungsör kungälv kävlinge köping laholm landskrona laxå lekeberg leksand lerum lessebo lidingö lidköping linköping ljungby ljusdal ljusnarsberg lomma ludvika
luleå lund lycksele lysekil malmö malung malå mariestad mark markaryd mellerud mjölby mora motala mullsjö munkedal munkfors mölndal mönsterås mörbylånga nacka nora norberg nordanstig nordmaling norrköping norrtälje norsjö nybro
nykvarn nyköping nynäshamn nässjö ockelbo olofström orsa orust osby oskarshamn ovanåker oxelösund pajala partille perstorp piteå ragunda robertsfors ronneby rättvik sala salem sandviken sigtuna simrishamn sjöbo skara skellefteå
skinnskatteberg skurup skövde smedjebacken sollefteå sollentuna solna sorsele sotenäs staffanstorp stenungsund stockholm storfors storuman strängnäs strömstad strömsund sundbyberg sundsvall sunne surahammar svalöv svedala svenljunga
säffle säter sävsjö söderhamn söderköping södertälje sölvesborg tanum tibro tidaholm tierp timrå tingsryd tjörn tomelilla torsby torsås tranemo tranås trelleborg trollhättan trosa tyresö täby töreboda uddevalla ulricehamn umeå
uppsala uppvidinge vadstena vaggeryd valdemarsvik vallentuna vansbro vara varberg vaxholm vellinge vetlanda vilhelmina vimmerby vindeln vingåker vårgårda vänersborg vännäs värmdö värnamo västervik västerås växjö ydre ystad
åmål ånge åre årjäng åsele åstorp åtvidaberg älmhult älvdalen älvkarleby älvsbyn ängelholm öckerö ödeshög örebro örnsköldsvik österåker östhammar östersund övertorneå överkalix alby rinkeby tensta angered rosengård hisingen majorna
ekshärad lesjöfors charlottenberg deje skoghall molkom vålberg sysslebäck likenäs stöllet ambjörby jakobstad närpes vasa karleby pargas borgå raseborg esbo vanda åbo tammerfors uleåborg torneå kemi rovaniemi lahtis kuopio jyväskylä björneborg mariehamn kotka pello trondheim stavanger kristiansand tromsö narvik halden kongsvinger elverum hamar lillehammer moss drammen aarhus aalborg odense esbjerg helsingör roskilde råda uddeholm geijersholm sunnemo kyrkheden skattkärr väse kista farsta skärholmen hammarby bergsjön kortedala frölunda`;

/** Parts of towns, and smaller places. */
const districts = `
hjulsta akalla husby spånga vällingby hässelby råcksta blackeberg liljeholmen aspudden hägersten älvsjö fruängen bredäng vårberg skarpnäck bagarmossen hökarängen rågsved högdalen bandhagen enskede gubbängen sköndal
fittja hallunda norsborg tumba tullinge flemingsberg vårby jordbro brandbergen västerhaninge fisksätra orminge saltsjöbaden märsta rotebro jakobsberg barkarby viksjö hallonbergen rissne hagalund hjällbo lövgärdet
hammarkullen gårdsten rannebergen biskopsgården lundby torslanda tynnered högsbo gamlestaden kviberg mölnlycke askim tuve länsmansgården brunnsbo lindängen kroksbäck hermodsdal limhamn hyllie husie kirseberg möllevången
nydala almgården oxie bunkeflo gottsunda sävja stenhagen kvarngärdet luthagen valsätra flogsta bäckby skallberget vivalla varberga oxhagen brickebacken hageby klockaretorpet navestad ringdansen skäggetorp lambohov råslätt
öxnehaga viared brynäs andersberg bomhus nacksta skönsmon sidsjö granloholm bosvedjan ljustadalen kubikenborg matfors kvissleby njurunda ersboda ålidhem mariehem röbäck tomtebo holmsund obbola porsön björkskatan hertsön
örnäset mjölkudden gammelstad körfältet torvalla lugnvik kronoparken våxnäs vallås araby teleborg norrliden funkabo gamlegården drottninghög dalhem hovsjö geneta fornhöjden lagersberg skiftinge brandkärr kronogården lextorp
lombolo moröbacke bergsjö torpshammar bispgården hammarstrand stugun föllinge hoting ramsele näsåker junsele bredbyn bjästa husum domsjö köpmanholmen vännäsby hörnefors sävar burträsk byske bureå ursviken boliden jörn
kåge vebomark råneå bergnäset sunderbyn vidsel vuollerim porjus pajala korpilombolo vittangi jukkasjärvi abisko storvik hofors forsbacka skutskär gysinge tärnsjö morgongåva fjärdhundra grillby örsundsbro bålsta storvreta
björklinge vattholma alunda öregrund gimo österbybruk hallstavik rimbo riala åkersberga gustavsberg ingarö tyresta grisslehamn resele boteå bollsta siljan vättern vänern mälaren storsjön vrinnevi ryhov sunderby karolinska sahlgrenska akademiska kärnsjukhuset`;

const lands = `
 göinge los snåsa staare hede gäddede funäsdalen ramundberget brunflo svenstavik slite visby roma stånga burgsvik hemse klintehamn fårösund lima sälen idre säfsen grythyttan fränsta järpen duved väsby sjuhärad tornedalen österlen fyrbodal skaraborg ådalen gästrike
sverige norge danmark finland island norden europa afrika asien amerika usa england storbritannien irland skottland tyskland frankrike spanien portugal italien grekland turkiet polen ukraina ryssland belarus estland lettland litauen
rumänien bulgarien ungern tjeckien slovakien österrike schweiz belgien holland nederländerna bosnien kroatien serbien kosovo albanien makedonien nordmakedonien montenegro slovenien jugoslavien syrien irak iran afghanistan pakistan indien
kina japan korea vietnam thailand filippinerna somalia eritrea etiopien sudan kenya uganda tanzania rwanda burundi kongo nigeria ghana gambia senegal marocko algeriet tunisien libyen egypten jordanien libanon israel palestina gaza jemen
kuwait dubai chile peru bolivia colombia brasilien argentina uruguay ecuador venezuela mexiko kuba georgien armenien azerbajdzjan kurdistan mogadishu bagdad damaskus aleppo kabul teheran asmara beirut sarajevo belgrad istanbul ankara
bosnia herzegovina serbia croatia kosovo albania syria iraq turkey ethiopia poland ukraine russia finland norway denmark germany france spain italy greece lebanon jordan morocco tunisia algeria egypt warszawa kiev kyiv moskva helsingfors oslo köpenhamn london berlin paris rom värmland dalarna skåne småland halland blekinge öland närke västmanland uppland sörmland södermanland dalsland bohuslän västergötland östergötland götaland
svealand norrland gästrikland hälsingland medelpad jämtland ångermanland västerbotten norrbotten lappland hälsinge roslagen`;

/** Names of towns and municipalities, lower case. */
export const townNames: ReadonlySet<string> = new Set(towns.split(/\s+/).filter(Boolean));

/** Towns, provinces, countries and capitals, lower case. */
export const placeNames: ReadonlySet<string> = new Set([
  ...townNames,
  ...`${districts} ${lands}`.split(/\s+/).filter(Boolean),
]);

/** Endings of words for institutions and areas, in list form. */
export const institutional =
  /(?:hemmet|huset|gården|kliniken|skolan|sjukhuset|centrum|förbundet|verket|kassan|nämnden|tjänsten|projektet|gruppen|teamet|mottagningen|enheten|avdelningen|centralen|området|regionen|kommun|kommunen|län|länet|ska|ionen|sonen|fonen|monen)s?$/u;
