/**
 * What single words tell about how few people a text can be about. Own list: callings of which a small place has one or two,
 * what local papers write of, families people remember, countries and languages few in Sweden come from or speak, offices and
 * prizes. A line is `class weight: words`; what each class is for stands where it is read, in `combinationSigns.ts` and
 * `combinationOnly.ts`. `+` after a noun adds its definite and genitive forms, `-` before it lets it end a compound. The longest
 * entry that fits a word wins and `none` says nothing, so an exception is an entry of its own.
 */
export const combinationWords = `
none 0: kronofogden vårdguiden ivo bilolycka bilolyckan trafikolycka trafikolyckan arbetsolycka arbetsolyckan arbetsplatsolycka arbetsplatsolyckan fallolycka fallolyckan cykelolycka cykelolyckan mopedolycka mopedolyckan ridolycka ridolyckan hobbyn
none 0: lobbyn föreningsordförande mötesordförande rullstolsåkare+ skidåkare kontrakten intrakten tidigare senare vidare snarare klarare svårare lättare närmare längre sambo+ hyrläkare+ dator+ -dator+ medlem+ -medlem+
none 0: kund+ hyresvärd+ värd värden svärd arbetsvärd praktikvärd mervärd sinnevärld moderator+ hundägare+ bilägare+ bostadsägare+ medspelare+ dataspelare+ dragare lånare+ skivspelare+ cd-spelare arbetstagare+ mottagare+
none 0: maskinförare+ aktör+ -aktör+ invånare+ medborgare+ bidragstagare+ uppgiftslämnare+ utvecklare+ mjukvaruutvecklare+ grannskap rullatorn stegräknare+ sängvärme tandläkarbesök dammsugare+ bromsare+ datorspelare+
none 0: bilmärke tvspelare hörselbärare+ smittbärare+ anlagsbärare+ byggledare+ teamledare+ skiftledare+ gruppledare+ bedrägare+ missbrukare+ -missbrukare+ narkotikamissbrukare+ alkoholmissbrukare+ rökare+ snusare+ bara
none 0: vara klara spara ansvara svara fara förklara faktiskt snara rara fortfarande ledare rekvisit visit -visit gratis assist lista -lista mist aktivist rätten vistelse registen resist medansvaret deltagaren
none 0: handläggaren beroendemannen hjälpmannen saken kara snarast alternativ anhörig försörjare+ försörjaren inkomsttagare+ vårdnadshavare+ -dataspelare+ -datorspelare+ -behandlare+ narkotikahandlare+ langare+ -lotsen
none 0: lots lotsen -lots bokförare+ bråkmakare+ jobbskapare+ sjukskrivare+ intygsskrivare+ bisittare+ -skrivare+ skrivare+ räknare+ miniräknare+ kalender hållare+ vågmästare+ hemmavarande
none 0: ansökare+ -sökare+ -tagare+ -hållare+ uppehållare+ -innehavare+ medverkande familjemedlem storfamiljen fastighetsvaktmästare jobblotsen vårdlotsen
speaks 0: talar pratar pratade tolken modersmål modersmålet språk språket
self 0: är var varit fd f d pensionerad själv förre förra
role 3: kommunalråd+ oppositionsråd+ riksdagsledamot+ borgmästare+ landshövding+ brandchef+ kommunchef+ kommundirektör+ kyrkoherde+ socialchef+ skolchef+ räddningschef+ polischef+ prost+ biskop+ kontraktsprost+
role 3: häradsdomare+ kommunbiolog+ kulturchef+ samebysordförande+ nämndordförande+ kommunstyrelseordförande+ bibliotekschef+ turistchef+ kommunjurist+ riksdagsman riksdagsledamoten
role 2: präst+ komminister+ kantor+ organist+ imam+ rabbin+ pastor+ missionär+ predikant+ munk+ nunna+ klockare+ kyrkvaktmästare+ kyrkvärd+ körledare+ dirigent+ spelman+ riksspelman+ sotare+ skorstensfejare+
role 2: -sotarmästare+ landsfiskal+ deltidsbrandman+ brandman+ brandmannen -förman+ kommunsekreterare+ stadsarkitekt+ bygdepolis+ hovslagare+ veterinär+ djurläkare+ distriktsveterinär+ provinsialläkare+
role 2: begravningsentreprenör+ urmakare+ guldsmed+ -smed+ bokhandlare+ fjällräddare+ fyrvaktare+ dödgrävare+ trubadur+ musiker musikern sångare+ sångerska+ dansare+ dansös+ skådespelare+ regissör+ författare+
role 2: författarinna+ poet+ skald+ konstnär+ konstnärinna+ skulptör+ keramiker keramikern krukmakare+ glasblåsare+ -blåsare+ -makare+ -mästare+ -bindare+ -gjutare+ -smältare+ -byggare+ instrumentmakare+ flygare+
role 2: skeppare+ -skeppare+ sjökapten+ styrman+ styrmannen färjeman+ färjekarl+ -fiskare+ -jägare+ -odlare+ -uppfödare+ -djurskötare+ herde+ herden renskötare+ rennomad+ nomad+ bigård+ biodlare+ fäbodbrukare+ kolare+
role 2: flottare+ -timmerman+ bergsprängare+ sprängare+ -dykare+ dykare+ hundförare+ kusk+ travtränare+ -kusk+ jockey+ ridlärare+ dykinstruktör+ slaktare+ -slaktare+ mejerist+ bryggare+ ysterska+ ystare+ skomakare+
role 2: sadelmakare+ rörmokare+ borrare+ brunnsborrare+ tornbyggare+ hotellägare+ värdshusvärd+ krögare+ bruksdisponent+ disponent+ chefredaktör+ redaktör+ lokalredaktör+ -pratare+ -värdinna+ arkivarie+ bokbussförare+
role 2: museichef+ -intendent+ -antikvarie+ -konservator+ stationsmästare+ stins+ postmästare+ tullare+ fjärdingsman+ -dirigent+ stuntman+ clown+ cirkusartist+ artist+ -artist+ trollkarl+ spåkvinna+ spågumma+ healer+
role 2: homeopat+ hypnotisör+ -terapeutinna+ strippa+ eskort sexarbetare+ kennelägare+ dragspelare+ landslagsspelare+ ordningsvakt+ diversehandlare+ gruvarbetare+ varvsarbetare+ maskinist+ -maskinist+ lokförare+
role 2: kranförare+ fallskärmsjägare+ legosoldat+ utlandsveteran+ bergsguide+ -guide+ hundspann+ sälfångare+ fångvaktare+ professor+ uppfinnare+ greve+ grevinna+ friherrinna+ baron+ godsägare+ -patron+ travkusk+
role 2: rallyförare+ speedwayförare+ bergsklättrare+ ishockeyproffs fotbollsproffs proffs golfproffs landslagsman landslagskvinna världsomseglare+ polarforskare+ astronaut+ missionspastor+ kyrkopolitiker pingstpastor+
role 2: frikyrkopastor+ församlingspastor+ domprost+ stiftsadjunkt+ munkfader begravningsförrättare+ vigselförrättare+ kommunveterinär+ bygglovschef+ turistbyråchef+ näringslivschef+ fritidschef+ kultursekreterare+
role 2: chefsläkare+ stationsföreståndare+ banvakt+ tågklarerare+ fyrmästare+ sjöräddare+ räddningsdykare+ fallskärmshoppare+ segelflygare+ ballongförare+ helikopterpilot+ flyglärare+ trafikpilot+ rövarhövding lagman+
role 2: häradshövding+ kronojägare+ bruksförvaltare+ godsförvaltare+ slottsvaktmästare+ slottsfogde+ kyrkoadjunkt+ -präst+ -kantor+ -organist+ -veterinär+ -pastor+ -politiker -konstnär+ -författare+ -musikant+
role 2: -journalist+ -redaktör+ -professor+ -arkitekt+ -sångare+ -sångerska+ -dansare+ -skådespelare+ -brandman+ -proffs harpist+ flöjtist+ klarinettist+ trumpetare+ saxofonist+ spelmän storbonde+ storbonden -barnmorska+
role 2: -flygare+ ballongflygare+ kvacksalvare+ drejare+ silversmed+ hattmakare+ modist+ möbeltapetserare+ orgelbyggare+ fiolbyggare+ pianostämmare+ snickarmästare+ timmerhusbyggare+ smideslärare+
role 2: teaterregissör+ filmare+ filmregissör+ serietecknare+ illustratör+ kompositör+ låtskrivare+ rappare+ operasångare+ operasångerska+ balettdansös+ cirkusprinsessa+ buktalare+ ståuppkomiker ståuppkomikern komiker
role 2: komikern programledare+ väderpresentatör+ nyhetsankare+ kommentator+ sportkommentator+ landslagstränare+ förbundskapten+ missionsföreståndare+ abbot+ abbedissa+ eremitmunk skolinspektör+ stadsträdgårdsmästare+
role 2: flygplatschef+ hamnchef+ gruvchef+ platschef+ brukschef+ sågverksägare+ sågverksdisponent+ mejerichef+ fängelsedirektör+ anstaltschef+ regementschef+ överste+ amiral+ kustjägare+ ubåtsman
role 1: -chaufför+ busschaufför+ taxichaufför+ taxiägare+ ambulansförare+ -bärare+ lantbrukare+ bonde+ bonden mjölkbonde+ mjölkbonden fårbonde+ bagare+ konditor+ florist+ frisörmästare+ hårfrisörska+ smed+ smeden
role 1: möbelsnickare+ båtbyggare+ -skötare+ djurskötare+ kock+ kocken kokerska+ köksmästare+ husmor husmodern mattant+ mattanten skolmåltidschef+ kassörska+ expedit+ kioskbiträde+ -föreståndare+ -föreståndarinna+
role 1: musiklärare+ slöjdlärare+ -lärare+ lärarinna+ fritidsledare+ -ledare+ vaktmästare+ skolvaktmästare+ skogsvaktare+ skogvaktare+ jägmästare+ viltvårdare+ militär+ officer+ officeren kapten+ soldat+ hemvärnsman+
role 1: ambulanssjukvårdare+ ambulanssköterska+ flygvärdinna+ kyrkogårdsarbetare+ kommunalarbetare+ pensionatsvärd+ fjällguide+ bartender+ hovmästare+ sprutlackerare+ plåtslagare+ glasmästare+ tapetserare+ skräddare+
role 1: sömmerska+ -ägare+ pilot+ forskare+ fotograf+ -tränare+ -instruktör+ jordbrukare+ skogsbrukare+ kyrkomusiker psalmdiktare+ målvakt+ målvakten lagkapten+ lagkaptenen fotbollsdomare+ boxare+ brottare+ bandyspelare+
role 1: hockeyspelare+ cyklist+ orienterare+ tävlingsryttare+ motocrossförare+ maratonlöpare+ fn-soldat utlandssoldat+ veteransoldat+ afghanistanveteran+ yrkesmilitär+ yrkesofficer+ yrkesfiskare+ marinbiolog+ arkeolog+
role 1: geolog+ botaniker etnolog+ kriminalvårdare+ tulltjänsteman kustbevakare+ flygledare+ flygtekniker svetsinspektör ekolog+ notarie+ auktionsförrättare+ sjöman+ sjömannen matros+ däcksman+ maskinchef+ båtsman+
role 1: sprängarbasen stenhuggare+ gravör+ bokbindare+ tryckare+ typograf+ sättare+ vävare+ vävlärare+ spinnerska+ näverslöjdare+ hantverkare+ slöjdare+ timmerhuggare+ timmerman+ huggare+ skogshuggare+ skördarförare+
role 1: skogsmaskinförare+ snöplogare+ plogbilsförare+ pistmaskinförare+ liftskötare+ campingvärd+ hamnkapten+ hamnvakt+ brovakt+ slussvakt+ simlärare+ badvakt+ badmästare+ simtränare+ fotbollstränare+ hockeytränare+
role 1: gymnastiktränare+ danslärare+ pianolärare+ pianist+ gitarrist+ trummis+ trummisen basist+ violinist+ cellist+ sångpedagog+ körsångare+ teaterledare+ rekvisitör+ scenograf+ cirkusdirektör+ magiker
role 1: revymakare+ jultomten brandingenjör+ larmoperatör+ parkeringsvakt+ lapplisa+ lapplisan prostituerad sexsäljare+ diversearbetare+ mjölnare+ trädgårdsmästare+ arborist+ kyrkogårdsvaktmästare+ vicevärd+
role 1: krematoriearbetare+ obducent+ ambassadör+ konsul+ diplomat+ översättare+ kalligraf+ jordemoder+ folkhögskolerektor skolledare+ lärarfackligt slaktmästare+ charkuterist+ ostmästare+ vinodlare+ jägare+ björnjägare+
role 1: vargjägare+ pälsjägare+ pälsdjursuppfödare+ minkfarmare+ minkuppfödare+ hundtränare+ hunduppfödare+ kattuppfödare+ hästskojare+ hästhandlare+ cykelreparatör+ klockreparatör+ bilhandlare+ skrotthandlare+
role 1: skrothandlare+ antikhandlare+ fiskhandlare+ blomsterhandlare+ järnhandlare+ lanthandlare+ tobakshandlare+ marknadsknalle+ torghandlare+ glassförsäljare+ -polis+ -musiker -fotograf+ -forskare+ -kapten+ -soldat+
role 1: -officer+ -pilot+ -direktör+ -bonde+ -bonden -brottare+ -boxare+ -åkare+ -löpare+ -ryttare+ -seglare+ -klättrare+ -domare+ -spelare+ handlare+ -kassör+ ägare+ ägaren ägarinna+ föreståndare+ föreståndarinna+
role 1: fiskare+ instruktör+ tränare+ spelare+ kantorsvikarie+ tapetklistrare+ stenläggare+ rallare+ banarbetare+ linjearbetare+ skogsarbetare+ flottningsarbetare+ hamnarbetare+ textilarbetare+ sömmare+ cigarrarbetare+
role 1: korvmakare+ fiskrensare+ laxodlare+ champinjonodlare+ julgransodlare+ minkskötare+ grisskötare+ ladugårdsskötare+ avbytare+ ryktare+ stallskötare+ hästskötare+ travskötare+ beridare+ hovslagarlärling tågvärd+
role 1: tågmästare+ konduktör+ spårvagnsförare+ flygmekaniker färjeskeppare+ brandvakt+ tornvakt+ museivakt+ museiguide+ gruvguide+ turistguide+ klottersanerare+ sanerare+ golvslipare+ kakelugnsmakare+ ugnsmurare+
role 1: takläggare+ brunnsgrävare+ dykledare+ yrkesdykare+ rördragare+ svetsspecialist kartritare+ lantmätare+ bygglovshandläggare+ miljöinspektör+ djurskyddsinspektör+ alkoholhandläggare+ kommunikatör+ informatör+
role 1: krönikör+ tecknare+ grafiker grafikern webbdesigner frilansare+ ljudtekniker scenarbetare+ biografmaskinist+ discjockey dj trollerikonstnär+ massör+ zonterapeut+ akupunktör+ fotvårdare+ hudterapeut+
role 1: naprapat+ nanny hushållerska+ betjänt+ butler+ chefskock+ sommelier+ barista barmästare+ krogvakt+ dörrvakt+ entrévärd+ hotellstäderska+ hotellvärd+ stugvärd+
role 0: snickare+ elektriker elektrikern städare+ städerska+ lokalvårdare+ undersköterska+ sjuksköterska+ skolsköterska+ distriktssköterska+ vårdbiträde+ lagerarbetare+ industriarbetare+ montör+ truckförare+
role 0: butiksbiträde+ säljare+ säljaren frisör+ frisörska+ målare+ murare+ bilmekaniker mekaniker mekanikern lärare+ läraren lärarvikarie+ förskollärare+ barnskötare+ fritidspedagog+ servitris+ servitör+ diskare+
role 0: metallarbetare+ svetsare+ byggnadsarbetare+ anläggare+ ingenjör+ ekonom+ programmerare+ receptionist+ telefonist+ väktare+ elev+ gymnasieelev+ studerande arbetare+ arbetaren företagare+ egenföretagare+
role 0: barnflicka+ behandlingsassistent+ vikarie+ kassör+ medarbetare+ anställd sjuksköterskan -vaktmästare+ -förare+ lastbilschaufför+ bussförare+ taxiförare+ -tekniker -teknikern -arbetare+ -biträde+ -montör+
role 0: -assistent+ -städare+ -operatör+ mentalskötare+ boendeskötare+ elevassistent+ resurspedagog+ pedagog+ tandsköterska+ -snickare+ -svetsare+ -mekaniker -mekanikern -målare+ -murare+ -elektriker
official 1: rektor+ barnmorska+ tandläkare+ apotekare+ optiker+ diakon+ diakonissa+ journalist+ reporter+ överförmyndare+ kronofogde+ närpolis+ kiropraktor+ livsmedelsinspektör+ byggnadsinspektör+ brevbärare+
official 1: lantbrevbärare+ nämndeman+ bibliotekarie+ polis+ polisman+ jurist+ advokat+ domare+ åklagare+ mäklare+ banktjänsteman+ rättsläkare+ förskolechef+
livelihood 1: osttillverkning osttillverkningen gårdsbutik gårdsbutiken gårdsmejeri gårdsmejeriet biodling musteri musteriet bryggeri kennel kenneln stuteri stuteriet fårfarm strutsfarm alpackafarm hundspannsturer loppis
livelihood 1: antikaffär antikaffären hunddagis hundpensionat ridskola ridläger fiskodling fiskodlingen fiskrökeri växthus handelsträdgården handelsträdgård plantskola glasstudio ateljé ateljén galleri galleriet
livelihood 1: keramikverkstad vandrarhem pensionat vävstuga krukmakeri smedja smedjan kvarn sågverk taxirörelse begravningsbyrå begravningsbyrån frisersalongen tatuerarstudio tatueringsstudio mackens bokhandel bokhandeln
livelihood 1: thaikiosken thairestaurang kinarestaurangen sushistället hamburgerbaren kafé café pizzeria kiosk bensinmack mack åkeri åkeriet taxiföretag jourbutik yllebutik garnbutik ljusstöperi ljusstöperiet
livelihood 1: tvålverkstad saftfabrik chokladfabrik mikrobryggeri brännvinsbränneri destilleri vingård vingården hotell värdshus campingplats hamnkrog fiskebåt fiskebåten ålrökeri kräftodling musselodling svampodling
livelihood 1: svampfarm ekogård hönsgård äggeri ostfabrik getgård fårgård hjortfarm hjorthägn visentpark älgpark djurpark retreat retreatgård klätterhall gokartbana paintballbana biograf danspalats danspalatset nattklubb
livelihood 1: nattklubben porrbutik bordell skivbolag skivbolaget tidskrift förlag bokförlag bytidning bytidningen
human 0: -are -aren -erska -erskan -ist -isten -mannen -kvinna -kvinnan -personen -barn -barnet -barnfamilj -familj -familjen familj -mamma -mamman -pappa -pappan -pojke -pojken -flicka -flickan -tjej -tjejen -kille
human 0: -killen -ledamot -ledamoten -tonåring -tonåringen -åring -åringen -bo -bon flykting flyktingen -flykting -flyktingen kvinnan mannen man kvinna par paret ungdom ungdomen eleven -eleven -anställda -anställde
human 0: -uttolkare -talande
helper 0: läkare+ -läkare+ psykolog+ -psykolog+ psykiater psykiatern -psykiater kurator+ skolkurator+ -handläggare+ handläggare+ -sekreterare+ socialsekreterare+ arbetsterapeut+ fysioterapeut+ sjukgymnast+ -terapeut+
helper 0: -koordinator+ -samordnare+ koordinator+ samordnare+ enhetschef+ -chef+ chef+ chefen coach+ jobbcoach+ -coach+ arbetsförmedlare+ -förmedlare+ -konsulent+ konsulent+ -vägledare+ bedömare+ -bedömare+ -rådgivare+
helper 0: rådgivare+ boendestödjare+ -stödjare+ stödperson+ kontaktperson+ -person+ förvaltare+ -tolk+ tolk+ mentor+ -sköterska+ specialist+ ombud+ -ombud+ -ansvarig utredare+ -utredare+ vårdgivare+ arbetsgivare+
helper 0: arbetsgivaren -givare+ biståndshandläggare+ arbetsledare+ handledare+ projektledare+ behandlare+ sökande+ sökanden klient+ brukare+ deltagare+ patient+ konsult+ myndighetsperson+ -utförare+ utförare+ terapeut+
helper 0: vårdpersonal+ personal personalen
kin 0: dotter dottern son sonen mor modern mamma mamman far fadern pappa pappan syster systern bror brodern storebror storasyster lillebror lillasyster barnbarn barnbarnet svärson svärsonen svärdotter svärdottern svärmor
kin 0: svärfar svärmodern svärfadern syskon kusin kusinen brorson brorsdotter systerson systerdotter moster faster morbror farbror styvson styvdotter bonusbarn mormor morfar farmor farfar förälder -syster -bror
partner 0: gift sambon särbo skild frånskild separerad förlovad ihop hustru hustrun fru frun make maken maka makan änka änkan änkling änklingen änkeman exfru exfrun exman exmannen exsambo fästmö fästman lever flickvän
partner 0: flickvännen pojkvän pojkvännen
family 2: trillingar trillingarna trilling fyrlingar fyrlingarna femlingar siamesiska enäggstvilling enäggstvillingar enäggstvillingarna tolvbarnsmamma elvabarnsmamma tiobarnsmamma niobarnsmamma åttabarnsmamma
family 2: sjubarnsmamma sjubarnspappa åttabarnspappa niobarnspappa tiobarnspappa surrogatmamma surrogatmor bortbytt barnäktenskap blodshämnd tvångsgift barnbrud syskonpar
family 1: tvilling tvillingen tvillingar tvillingarna tvillingsyster tvillingbror tvillingsystern tvillingbrodern tvillingpar tvillingmamma tvillingpappa tvillingsyskon fembarnsmamma fembarnsmor fembarnspappa fembarnsfar
family 1: sexbarnsmamma sexbarnspappa fembarnsfamilj sexbarnsfamilj adopterad adopterade adoptivbarn adoptivson adoptivdotter fosterbarn samkönat regnbågsfamilj skottdagsbarn tonårsmamma dödfödd månggifte kusingifte
family 1: släktgård storfamilj samkönade föräldralös föräldralösa familjegrav ivf-barn donatorbarn polygam kusingift bortgift barngift bortadopterad bortadopterade hittebarn fosterson fosterdotter fosterföräldrar
family 1: jourhemsföräldrar trillingbror trillingsyster sladdbarn dödfödda änkebarn krigsbarn krigsbarnet bastard utomäktenskaplig storasyskon brorsbarn tolfte elfte
children 0: ungar söner döttrar barn barnet barnen
office 2: ordföranden kommunpolitiker kommunpolitikern lokalpolitiker lokalpolitikern fritidspolitiker politiker politikern toppkandidat hedersmedborgare+ världsmästare+ -världsmästare+ europamästare+ olympier olympiern
office 2: lucia olympia paralympics landslaget landslag -landslaget ungdomslandslaget elitspelare+ elitserien allsvenskan hockeyallsvenskan lucian kulturstipendium stipendiat+ kulturstipendiat+ kulturpris kulturpriset
office 2: bragdmedalj medaljör+ -medaljör+ guldmedalj silvermedalj bronsmedalj rekordhållare+ missvinnare skönhetsdrottning spelmansstämman schlagerfestivalen melodifestivalen idoljuryn kommunstyrelsens
office 1: kassören byalaget byalag bygdegårdsföreningen hembygdsföreningen hembygdslaget sockenrådet kyrkorådet kyrkofullmäktige fullmäktige kommunfullmäktige partiet partiets jaktlaget älgjaktlaget hemvärnet
office 1: idrottsföreningen fotbollslaget hockeylaget a-laget damlaget herrlaget ungdomslaget stipendium stipendiet eldsjäl brons silver guld medalj medaljer sm sm-guld vm veteran-sm junior-vm vasaloppet mästerskap
office 1: mästerskapet lokalrevyn nyårsrevyn revyn bygdespelet dansbandet rockbandet spelmanslaget kyrkokören manskören dragkamp varpa skivkontrakt diktsamling diktsamlingen romanen avdelningsordförande fackordförande+
office 1: klubbordförande+ skyddsombudet huvudskyddsombud+ centern centerpartiet centerpartist+ moderaterna moderat moderaten socialdemokraterna sverigedemokraterna sverigedemokrat+ vänsterpartiet vänsterpartist+
office 1: miljöpartist+ miljöpartiet kristdemokraterna liberalerna feministiskt bygdepartiet sjukvårdspartiet lions rotary frimurare+ frimurarlogen missionskyrkan pingstkyrkan frälsningsarmén smyrnakyrkan bönehuset
office 1: moskén moskéföreningen byaföreningen byarådet vägföreningen samfällighetsföreningen viltvårdsområdet fiskevårdsområdet jaktvårdskretsen lrf deltidskåren brandkåren brandvärnet räddningsvärnet sjöräddningen
office 1: fjällräddningen bygdeteatern amatörteatern teatergruppen bygdefilmen hembygdsdagen byfesten julspelet krönikespelet motorklubben ridklubben skidklubben skytteklubben boxningsklubben brottarklubben
office 1: brukshundklubben travsällskapet ungdomsmästare+ juniormästare+ distriktsmästare+ klubbmästare+ mästarinna os silvermedaljör nhl svensexa pristagare+ utmärkelse medborgarpris folkomröstningen namninsamlingen
office 1: uppropet aktionsgruppen protesterna lottovinst miljonvinst lottomiljonär+ triss storvinst ordförande -medalj -medaljen -guld -brons -silver -lotteriet lotteriet lotto bingolotto a-lagsspelare damlagsspelare
office 1: curling skidskytte bandyn a-lags -ordförande
board 0: socialnämnden nämnden byggnadsnämnden -nämnden kommunstyrelsen styrelsen riksdagen regionfullmäktige landstinget valberedningen församlingsrådet
sat 0: satt sitter suttit invald kandiderade kandiderat ledamot ledamoten ersättare politiskt toppnamn engagerad
event 2: drunkning drunkningen drunkningsolyckan drunkningsolycka drunknade drunknat drunknad skottlossning skottlossningen skjutning skjutningen skjutningarna mord mordet dubbelmord dubbelmordet knivmord mordförsök
event 2: mordförsöket dråp dråpet knivdådet knivdåd dådet attentat attentatet bombdåd explosion explosionen sprängning sprängningen gasolexplosionen lavin lavinen jordskred skredet gruvras gruvraset rasolyckan takraset
event 2: tornadon tsunamin tsunamikatastrofen mordbrand mordbranden skolbranden ladugårdsbrand ladugårdsbranden kyrkbranden skogsbranden storbranden dödsbrand villabranden hotellbranden diskoteksbranden färjeolycka
event 2: färjeolyckan bussolycka bussolyckan tågolycka tågolyckan tågurspårningen urspårningen flygolycka flygolyckan helikopterkraschen flygkraschen båtolycka båtolyckan skoterolycka skoterolyckan traktorolycka
event 2: traktorolyckan gruvolycka gruvolyckan hissolyckan klätterolyckan jaktolycka jaktolyckan vådaskott vådaskottet vådasköts skolskjutningen fyrverkeriolyckan silo-olyckan kidnappad kidnappades kidnappningen gisslan
event 2: gisslandramat rymling familjetragedin familjetragedi hedersmord hedersmordet barnarov skolbussolyckan dödsolyckan masskrocken seriekrocken frontalkrocken oljeutsläppet giftskandalen smittskandalen förskingring
event 2: förskingringen förskingrade förskingrat värdetransportrånet bankrånet bankrån postrånet postrån butiksrånet värdetransportrån pyroman pyromanen järnverksolyckan rasade ihjälkörd ihjälskjuten ihjälslagen
event 2: ihjälsparkad ihjälfrusen ihjälklämd lottovinsten miljonvinsten brinnande husrasade tåggate viadukten mastraset masten brokollapsen dammbrottet dammolyckan jordbävningen vulkanutbrottet terrordådet
event 2: terrorattacken estonia estoniakatastrofen branddrama gasolyckan giftutsläppet kemikalieolyckan ammoniakutsläppet ammoniakläckan kolmonoxidförgiftningen legionellautbrottet salmonellautbrottet smittutbrottet
event 2: massuppsägningen bombhotet bombhot överfallet överfallsvåldtäkten likfyndet försvinnandet spaningen helikopterolyckan rallyolyckan folkracet crosskraschen parkourolyckan lavinolyckan fjällolyckan isolyckan
event 2: vakolyckan badolyckan badolycka simolyckan svampförgiftningen maskinolyckan sågolyckan pressolyckan traversolyckan elolyckan elolycka ställningsraset kranolyckan kranraset blixtnedslaget blixtnedslag -olyckan
event 2: -branden -raset -rånet -mordet -skandalen -katastrofen -kraschen -härvan -dådet -explosionen -drunkningen knivattacken knivattack skolattacken skolattack bilbomb bilbomben handgranat handgranaten vattenläckan
event 2: dammgenombrottet eldsolyckan kraftverksolyckan gruvkatastrofen flyktingbåten båtkatastrofen gisslansituationen polisinsatsen polisjakten biljakten barnmordet självbränning häxprocess exorcism sektavhopp sekten
event 2: sekt kulten incesthärvan pedofilhärvan koppleriet koppleriåtal narkotikahärvan cannabisodling cannabisodlingen narkotikaodling amfetaminfabriken djurplågeri djurplågeriet djurhållningsförbud vanvårdsmålet
event 2: vanvårdsfallet arvstvisten arvstvist hembrännare hembränning hembränningen vapengömman vapenlagret tjuvjakt tjuvjakten vargjakten jaktbrott grävskandalen kommunskandalen
event 1: rån rånet rånades rånad rånade väpnat olycka olyckan krock krockade kollision kollisionen påkörd påkördes överkörd överkördes brand branden brann nedbrunnen nerbrunnen brunnit eldsvåda eldsvådan raset omkom
event 1: omkommit omkomna förolyckades konkurs konkursen kraschen kraschade nedläggning nedläggningen nedlagda nedlagd stängningen strejken strejkade skandalen skandal skandalomsusad bråket grannfejden grannfejd tvisten
event 1: inbrott inbrottet inbrotten misshandlades knivskars knivhöggs knivhuggen knivskuren skjuten besköts dömdes dömd åtalades åtalad häktades häktad fängslad frigavs avsattes avsatt entledigades sparkades avskedades
event 1: avslöjades avslöjad anmäldes polisanmälde jo-anmälde rättegången rättegång mutor mutskandalen räddade räddat överlevde överlevt överlevare+ beslagtogs kyrkoasyl försvunnen efterlyst efterlystes självmordet tände
event 1: mordhot mordhotad mordhotades stalkades visselblåsare+ visselblåste evakuerades rymde rymt rymning rymningen olycksplatsen lynchades ertappades attackerades angripen biten brottsling uppsagda varslet
event 1: varslen varsel korruption jäv jävshärvan härvan avhopp avhoppet hoppade stämde stämdes stämt mutade svindeln bedrägeriet bedrägerihärvan pyramidspel utpressades överfölls överfallen rånförsök slagsmålet
event 1: knivbråket bröllopet begravningen dopet demonstrerade demonstrationen ockupationen ockuperade hungerstrejkade hungerstrejken sittstrejk protesterade dokumenterade upptäckte bärgades undsattes räddades
event 1: återupplivades pulkaolyckan snöskoterolycka fyrhjulingsolycka fyrhjulingen fyrhjuling crosskrasch påkörning påkörningen singelolycka singelolyckan viltolycka viltolyckan älgkrock älgkrocken spårspring krocken
event 1: -bråket -fejden -olycka uteslutits uteslöts stängdes insolvens tvångsförsäljning exekutiv spritsmuggling smugglade smuggling kapades kapade förliste förlisning förlisningen grundstötte haveri haveriet havererade
event 1: störtade störtat kantrade kantrat välte grävdes blixt vargen älgen tjuren tjur hästsparkad stångad stångades trampad brände eldade högg knivhögg stal lurade svindlade sköt katastrofen tragedin stormen
event 1: översvämningen kuppen dödsolycka -krocken
when 0: våras somras höstas vintras fjol julafton julaftonen nyårsafton nyårsnatten midsommar midsommarafton valborg valborgsmässoafton påskafton påsken lucianatten luciadagen nationaldagen januari februari mars april
when 0: maj juni juli augusti september oktober november december dagen natten
closed 0: lades läggs lagts lade
down 0: ned ner
known 2: omskriven omskrivet omskrivna omtalad omtalade uthängd uthängda uthängdes kändis kändisen bygdekändis ortskändis byoriginal byoriginalet rikskänd rikskänt världskänd beryktad ökänd hyllad hyllades löpsedel
known 2: löpsedeln löpsedlar löpsedlarna förstasidan namnkunnig influencer influencern youtuber youtubern youtubekanal poddare streamer streamern bloggare+ dokumentärfilm dokumentären dokumentär dokumentärserie tv-team
known 2: hjälteförklarad insändare insändaren insändarna byskvaller byskvallret skvallret snackisen mediestorm mediestormen drevet kultförklarad folkkär byfånen byfåne ortsprofil bygdeprofil lokalprofil välkänd välkänt
known 2: igenkänd nidbild uthängning uthängningen viral viralt igenkännbar igenkännlig utpekad utpekades
known 1: rubriker rubrikerna ryktena ryktet ryktas pratas skvallras snackas legendar legendarisk legend legenden populär ökänt stjärnan maskot maskoten uppmärksammad uppmärksammades följare löpet omtalat
famous 0: känd känt kända
media 1: lokaltidningen lokaltidning ortstidningen tidningen tidningar tidningarna lokalpressen media medierna lokalmedia lokalradion närradion radion nyheterna lokalnytt värmlandsnytt kvällspressen kvällstidningen
media 1: aftonbladet expressen nwt vf svt tv4 p4 lokal-tv facebookgruppen tiktok skriverier skriverierna reportage reportaget tidningsartikel podden podd valaffischen valaffischer affischen spotted jodel tv-inslag
media 1: nyhetsinslag videoklipp klippet forumet dalademokraten corren norran länstidningen allehanda tidningens facebook instagram bloggen kyrkobladet kommunbladet lokalblaskan lokalblad
screen 0: tv teve televisionen granskning youtube riksmedia filmen film debattartikel
starred 0: syntes syns synts uppträdde uppträtt uppträder medverkade medverkat medverkar intervjuades intervjuad intervju sjöng sjungit figurerade figurerat porträtterades porträtterad hängdes poserade
appeared 0: talade talat spelade stod stått skrevs skrivits ställde vann vunnit deltog berättade
knows 0: känner vet kände visste känns
everybody 0: alla hela varenda allihop samtliga varje
who 0: vem
you 0: ni du
guess 0: förstår fattar gissar gissa räkna
origin 2: burundi bhutan mongoliet samoa fiji tonga tahiti vanuatu papua grönland surinam guyana belize malawi botswana lesotho swaziland eswatini namibia mozambique madagaskar mauritius komorerna seychellerna gabon
origin 2: tchad centralafrikanska niger mauretanien guinea-bissau turkmenistan kirgizistan tadzjikistan brunei laos östtimor maldiverna nepal tibet färöarna andorra liechtenstein haiti barbados trinidad bahamas paraguay
origin 2: dzongkha mongoliska mongol samoan malagassiska grönländska grönländare islänning isländska färöiska tibetanska tibetan nepalesiska nepali kirgiziska turkmeniska uiguriska uigur uigurer ainu inuit inuitiska
origin 2: rwanda rwandiska kinyarwanda kirundi georgiska lesgiska tjetjenska tjetjen ossetiska abchaziska zulu xhosa shona wolof bambara lao laotiska khmer quechua aymara guaraní maori jiddisch baskiska katalanska
origin 2: maltesiska luxemburgiska walesiska gaeliska yezidier yezidi mandeisk mandé mandéer drus druser zoroastrier bahai amish mormon mormoner meänkieli kväner samen samisk samiska sydsamiska nordsamiska lulesamiska
origin 2: umesamiska renägare+
origin 1: vietnam georgien armenien azerbajdzjan kazakstan uzbekistan kamerun togo ghana gambia senegal mali liberia elfenbenskusten angola kongo kongolesiska zambia zimbabwe malaysia indonesien singapore myanmar burma
origin 1: kambodja bangladesh jemen oman qatar jamaica kuba kubanska dominikanska honduras guatemala nicaragua panama bolivia ecuador peru venezuela nyazeeländare australien australiensare japan japanska japansk sydkorea
origin 1: nordkorea koreanska taiwan hongkong island cypern malta moldavien moldaviska belarus belarusiska makedonien montenegro slovenien slovakien armeniska azeriska uzbekiska tamil tamilska singalesiska bengali urdu
origin 1: lingala amhariska tagalog indonesiska burmesiska karenska rohingya tornedaling resandefolket kvotflykting kvotflyktingar buddhistmunk teckenspråkig dövblind nigeria nigeriansk nigerianska uganda ugandisk
origin 1: ugandiska kenya kenyansk kenyanska tanzania tanzanisk swahili brasilien brasiliansk brasilianska brasilianare argentina argentinsk argentinska colombia colombiansk mexiko mexikansk mexikanska filippinerna
origin 1: filippinsk filippinska filippinare vietnamesisk vietnamesiska peruansk peruanska boliviansk ecuadoriansk dominikansk haitisk kreol jamaicansk kambodjansk indonesisk malaysisk burmesisk lankesisk bengalisk
origin 1: uzbekisk kazakisk azerisk armenisk georgisk vitrysk moldavisk maltesisk cypriotisk isländsk färöisk grönländsk australisk kanadensisk kanadensare kanada nyazeeländsk sydafrika sydafrikansk sydafrikanska
origin 1: angolansk kongolesisk ghanansk gambisk gambiska senegalesisk liberiansk sierraleonsk ivoriansk kamerunsk rwandisk burundier burundisk bhutanesisk mongolisk tibetansk nepalesisk samoansk koreansk sydkoreansk
origin 1: nordkoreansk nordkorean kubansk afrikaans papiamento laestadian+ laestadianer plymouthbröderna mandeer kopt kopter koptisk sikh sikher hindu benin
place 1: byn byns byar orten ortens ön öns holmen näset udden bygden bygdens socknen socknens trakten traktens glesbygden samhället brukssamhället bruksorten bruksortens byskolan lanthandeln lanthandel lanthandlaren
place 1: bryggan hamnkrogen sluss slussen fyren färjan färjelinjen älven tjärnen fjället bruket bruksgatan sågen sågverket hyvleriet gjuteriet pappersbruket järnverket glasbruket masugnen mejeriet slakteriet kvarnen
place 1: bryggeriet gruvan gruvbyn stenbrottet torvtäkten tegelbruket pensionatet värdshuset badplatsen ishallen simhallen idrottshallen folkparken bygdegården församlingshemmet prästgården herrgården klostret
place 1: kyrkogården kapellet missionshuset biografen bion järnaffären bokbussen mjölkbilen glassbilen skollinje skolskjutsen sockenstugan stationshuset flygfältet skidbacken slalombacken travbanan ridskolan galoppbanan
place 1: skjutbanan golfbanan älgparken djurparken vindkraftparken vindkraften kärnkraftverket flyktingförläggningen asylboendet byvägen hyreshusen hyreshuset höghuset bystugan storgården lagården fäboden kolonin
place 1: konsthallen hantverksboden loppisen ladugården byalagets fiskeläget fiskeläge skärgården skärgårdsön fjällbyn gruvsamhället stationssamhället kustsamhället kyrkbyn bruksgården slottet kungsgården fäbodvallen
place 1: sätern dalgången bergsbyn torpet statarlängan arbetarbostaden kolonilotten nationalparken naturreservatet stugbyn lägergården stiftsgården fängelset anstalten kasernen regementet skjutfältet fyrplatsen
place 1: lotsplatsen varvet fiskehamnen rökeriet ostaffären charkaffären köttaffären guldsmedsaffären herrekiperingen skoaffären leksaksaffären tygaffären mopedverkstaden smidesverkstaden cykelverkstaden garnaffären
place 1: chokladfabriken -bruket sulfatfabriken massafabriken tändsticksfabriken snickerifabriken möbelfabriken skofabriken garveriet spinneriet väveriet färgeriet tvätteriet tryckeriet betongstationen krossen grustaget
place 1: bergtäkten flistuggen värmeverket kraftverket kraftstationen dammen slussvakten lanthandelns montessoriskolan waldorfskolan högstadiet högstadieskolan mellanstadiet internatet folkhögskolans -värdshuset
place 1: -campingen -gruvan -kvarnen -mejeriet -slottet -byn -hyttan kanalen idrottsplatsen danslogen logen stallet travstallet
shop 1: konsum ica coop handlarn butiken affären hotellet krogen puben caféet kafét kaféet -caféet macken bensinmacken -macken pizzerian -pizzerian kiosken -kiosken grillen korvkiosken gatuköket bageriet konditoriet
shop 1: campingen campingplatsen fabriken -fabriken vandrarhemmet -hotellet -krogen -puben mataffären närbutiken servicebutiken tempo snabbköpet jourbutiken äldreboendet servicehuset demensboendet friskolan gården stugan
shop 1: ladan kullen hamnen -hamnen sjön torget
wide 0: kommunen kommunens länet länets församlingen församlingens regionen stan staden stadens här landskapet kommundelen kommundel bygd by ort skolan skolans klassen boendet avdelningen arbetsplatsen norden sverige
wide 0: landet vårdcentral vårdcentralen
few 1: elever åretruntboende åretruntboenden hyreshus hushållen byinvånare fastboende lägenheter hushållet familjer bofasta
workplace 0: arbetade arbetat arbetar jobbade jobbat jobbar anställdes kört körde städade städat kassan skötte skött praktiserade
run 0: startade startat drev drivit driver ägde äger ägt byggde grundade öppnade tillverkar tillverkade uppfann sålde
health 2: huntington huntingtons albinism albino prader-willi progeria locked-in trakeostomi kortväxt dvärgväxt akondroplasi hjärttransplanterad levertransplanterad lungtransplanterad hjärttransplantation
health 2: levertransplantation lungtransplantation ansiktstransplantation hemrespirator krutbrännskador porfyri skelleftesjukan skalpad underbensamputerad lårbensamputerad armamputerad benamputerad dubbelamputerad enbent
health 2: enarmad enögd kvadriplegiker tetraplegi cystinos fabrys gauchers benlös armlös handlös ansiktsskadad tvåhandsamputerad brännskadade als-sjuk elefantiasis sömnsjuka
health 1: narkolepsi kataplexi ehlers-danlos eds vaskulär als cystisk hemofili blödarsjuka blödarsjuk sicklecell sickelcellanemi thalassemi turners klinefelter marfan marfans addison addisons akromegali myastenia
health 1: mitokondriell guillain-barré downs williams noonan fragile-x osteogenesis skleroderma sklerodermi wegeners behçets takayasu tarmtransplantation njurtransplanterad transplanterad transplantation pacemaker stomi
health 1: amputerad amputerades amputation protes benprotes armprotes förlamad rullstolsburen rullstolsburna blind döv dövstum stammande stammar assistanshund assistanshundar ledarhund syntolk retts rett usher
health 1: stiff-person kluver kleine-levin elöverkänslig elöverkänslighet mutism blixten björnattack huggormsbett brännskador brännskadad spetälska lepra malaria tbc tuberkulos sällsynt sällsynta ovanlig ovanliga pompes
health 1: batten wilsons cushings ehlers blinda blinde döva dövblinda kortvuxna amputerats förlamat stelkramp rabies harpest sork sorkfeber tularemi tbe hjärninflammationen denguefeber kolera kobran asbestos silikos
health 1: stendammslunga mesoteliom blyförgiftad kvicksilver kvicksilverförgiftad kolmonoxidförgiftad elskadad rökskadad sprängskadad frostskador förfrysningsskador konversionssyndrom munchhausen kapgras
health 1: pyromani kleptomani trikotillomani hypersomni sömnätande diogenes samlarsyndrom spinal muskelatrofi muskeldystrofi duchenne ataxi friedreichs dystoni kraniofaryngeom retinitis kallmanns benskör mastocytos
health 1: angioödem cochleaimplantat assistansdjur respirator
trait 2: husbåt husbåten jurta jurtan koja kojan grotta grottan eremit eremiten enslingen enstöring enstöringen ensling skogsmänniska dvärg helskäggig ansiktstatueringar helkroppstatuerad
trait 1: rödhårig rödhåriga skäggig ärr ärret ansiktstatuering tatuerad tatueringar transperson transpersonen transkvinna transman ickebinär könskorrigering könskorrigerad vänsterhänt skottskadad kortvuxen jättelång
trait 1: hårfärg frisyr skägg mustasch peruk veteranbil epatraktor motorcykelklubben mc-klubben bandidos papegoja alpackor lamor getter strutsar tamgris hundar hästar grisar höns fåren slädhundar jehova jehovas
trait 1: asatroende satanist nunnedräkt turban burka niqab prästkrage kilt uniform husvagn husvagnen tält tältet blåhårig grönhårig skallig långskägg skägget ögonlapp piercad piercingar ansiktstatuerad svastika asatro
trait 1: nudist naturist veteranbilar traktor traktorn sparkstötting kärra dramaten barfota tigger tiggde tiggare+ uteliggare+ loffare luffare+ drogprofet dragspel nyckelharpa säckpipa munspel gatumusikant+ jättehund
trait 1: varghybrid varghund korp tamkorp hängbukssvin minigris minigrisar bikupor renar
elsewhere 0: många flera flesta vanlig vanligt ofta
only 0: enda ende endaste
last 0: sista siste första förste först sist yngsta yngste äldsta äldste största störste
alone 0: ensam
few-of 0: få fåtal handfull
just 0: endast
no-one 0: ingen ingenannan
speech 0: säger sade sa skriver menar undrar tycker vill anser frågar frågade hänvisar rekommenderar föreslår bedömer meddelar svarar svarade hävdar påpekar ringde ringer mejlade hör hörde föreskriver remitterar
become 0: bli blir blivande utbildning utbilda utbildar utbildad utbildade studera studerar läsa läser drömmer dröm praktisera söka sökte söker yrket yrke praktik praktikplats arbetsträning
person 0: person personen klienten tjej kille kvinnlig manlig kv m k flicka pojke
count 2: två
count 3: tre
count 4: fyra
count 5: fem femte
count 6: sex sjätte
count 7: sju sjunde
count 8: åtta åttonde
count 9: nio nionde
count 10: tio tionde
count 11: elva
count 12: tolv tretton fjorton femton sexton sjutton arton nitton tjugo
near 0: på i vid
from 0: från utanför norr söder öster väster ovanför nedanför mot runt kring genom över intill nära
toward 0: med hos till av efter åt
that 0: som vars
about 0: om
he 0: han hon hen
pronoun 0: honom henne dem hans hennes mig
other 0: andra annan annat
when-that 0: då när
years 0: år års åring åringen årig åriga
`;
