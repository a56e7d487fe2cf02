/** Common surnames by the origin they are mostly borne in, lower case, space-separated. Written from general knowledge. */
export const surnames: Readonly<Record<string, string>> = {
  swedish: `
    abrahamsson adamsson adolfsson ahl ahlberg ahlgren ahlqvist ahlstrand ahlström albinsson alexandersson alfredsson
    alm almgren almqvist almén andersen andersson andreasson antonsson aronsson arvidsson asp asplund augustsson
    axelsson backlund backman backström bengtson bengtsson berg berger berggren berglund bergman bergmark bergqvist
    bergsten bergstrand bergström bernhardsson bertilsson björk björklund björkman björkqvist björnsson blad blix
    blixt blom blomberg blomgren blomkvist blomqvist blomster boberg bodin bogren bohlin bohman borg borgström boström
    brandt bratt bring brink broberg brolin broman bruhn brunberg bäck bäcklund bäckman bäckström börjesson böök
    callerholt carlberg carlson carlsson carlström cederberg cedergren cederholm christensen christiansson
    christoffersson claesdotter claesson claesén clasesson classon dackevall dahl dahlberg dahlbom dahlgren dahlin
    dahlqvist dahlström danielsson davidsson degerman edberg edholm edin edling edlund edman edström edvardsson ehn
    einarsson ek ekberg ekblad ekblom ekdahl ekegren ekelund ekengren ekenstam ekholm eklund eklöf ekman ekmark
    ekstedt ekstrand ekström elfström eliasson elmgren elofsson emanuelsson emilsson engberg engdahl engelbrektsson
    englund engman engqvist engström enström ericson erikson eriksson erlandsson ernerot ernstsson eskilsson fager
    fagerberg fagerlund fagerström fahlgren fahlström falk falkenberg feldt flink flodin fors forsberg forsell
    forsgren forslund forsman forsmark forsström fransson fransén franzen franzén fredholm fredin fredriksson frej
    friberg frid friman frisell frisk fritz frykman frödin fält fältström gabrielsson georgsson gerdin glad glans
    grahn gran granat granath granberg grane grankvist granlund granqvist granström grip grundberg grundström grönberg
    grönkvist grönlund grönqvist grönvall gullberg gunnarsson gustafson gustafsson gustavson gustavsson gyllenhammar
    göransson haag hagberg hagelin haglind haglund hagman hagström hallberg hallgren hallin hallström halvarsson
    hammar hammarberg hammarlund hammarström hansen hanson hansson haraldsson hasselberg hed hedberg hedblom
    hedenström hedin hedlund hedman hedqvist hedström hedvall helgesson hellberg hellgren hellman hellqvist hellström
    henningsson henriksson hermansson hillström hjalmarsson hjelm hjort hjorth hjärpe holgersson holm holmberg holmer
    holmgren holmkvist holmlund holmqvist holmstedt holmstrand holmström holmén holst hugosson hult hultberg hultgren
    hultin hultman hultqvist hultström häggblom hägglund häggström hällgren hård högberg höglund högström höök
    ingemarsson ingvarsson isaksson israelsson ivarsson jacobsson jakobsson janson jansson jarl jensen jensson jepsson
    jernberg joelsson johannesson johannisson johansson johnson johnsson jonasson jonsson josefsson josephson juhlin
    jungberg junttila jädersten järvinen jönsson jörgensen jörgensson kallin kardell karlberg karlsson karlström
    karlén kihlberg kihlström kjellander kjellberg kjellgren kjellin kjellström klang klasson klingberg knutson
    knutsson krantz kristensson kristiansson kristoffersson kroon kullberg kvarnström kvist källberg källman källström
    köhler lager lagerberg lagergren lagerkvist lagerström landberg landgren landin landström landén lantz larsson
    larsén leander leijon leijonhufvud lejon lennartsson lennerstad lilja lilje liljeberg liljedahl liljegren
    liljekvist liljeqvist liljestrand lillqvist lind lindahl lindberg lindblad lindblom lindborg lindbäck linde
    lindegren lindell linder linderholm linderoth lindfors lindgren lindh lindholm lindkvist lindmark lindquist
    lindqvist lindroos lindroth lindskog lindstedt lindstrand lindström lindén linnarsson ljung ljungberg ljungdahl
    ljunggren ljungkvist ljungman ljungqvist ljungström lorentzon lorentzson lund lundahl lundberg lundblad lundell
    lundgren lundgård lundh lundholm lundin lundkvist lundmark lundquist lundqvist lundström lundvall lundén löf
    löfgren löfqvist löfstedt löfström löfving lönn lönnberg lönnqvist lövgren lövkvist magnusson malm malmberg
    malmgren malmkvist malmquist malmqvist malmsten malmström marklund martinsson matsson mattiasson mattson mattsson
    melander melin mellberg mellgren michelsson mikaelsson milton modig modin molander molin mossberg munter månson
    månsson mårtensson möller mörk nelson niklasson nilsson noaksson norberg nord nordahl nordberg nordell nordenberg
    nordenström nordgren nordholm nordin nordkvist nordlander nordlund nordmark nordqvist nordstrand nordström nordén
    norell norgren norlin norling norman norrman norström norén nyberg nybom nygren nyholm nylander nylund nylén nyman
    nyqvist nyström näslund nässén odell olausson oldberg olin olofsson olsen olsson oscarsson oskarson oskarsson
    ottosson palm palmberg palmgren palmqvist palmér paulsson pedersen pehrson persson petersson petersén petterson
    pettersson pihl pilström ragnarsson ramberg ramström rask rasmussen rasmusson rehn renberg renström richardsson
    rickardsson ringström robertsson rolfsson roos ros rosdahl rosell rosenberg rosendahl rosengren rosenlund
    rosenqvist roslund rosén roth rubin rudolfsson rundberg rundgren rundqvist runesson runström ryberg rydberg rydell
    rydström rydén rylander rådberg rådström rönn rönnberg rönnkvist rönnlund rönnqvist salander salomonsson
    samuelsson sandahl sandberg sandell sandgren sandin sandqvist sandström schmidt sebastiansson sederholm segerström
    selander selin sellin sigfridsson sigurdsson silfver simonsson sjö sjöberg sjöblom sjödahl sjödin sjögren sjöholm
    sjökvist sjölander sjölin sjölund sjöman sjöqvist sjöstedt sjöstrand sjöström skog skoglund skogsberg skogström
    skoog sköld sköldberg smed smedberg snygg snäll solberg sonesson sparre sporrong spång stark stefansson sten
    stenberg stenbäck stengård stenlund stenman stenmark stensson stenström stenvall stjerna stjernström strand
    strandberg strandell ström strömberg strömbäck strömgren strömqvist ståhl ståhlberg stål stålberg sundberg
    sundelin sundell sundgren sundholm sundin sundkvist sundman sundqvist sundström sundvall svahn svanberg svanström
    svantesson svedberg svedin svedlund svenningsson svensson svärd swahn swan swanson swärd söderberg söderblom
    södergren söderholm söderkvist söderlind söderling söderlund söderman söderqvist söderstedt söderström sörman
    tallberg tapper tegner tengberg tengström ternström thelin thor thorell thorsell thorsson thorén thulin thunberg
    tillman tillström torell toresson torstensson tranberg trollberg trulsson trygg tufvesson tunberg turesson tydén
    törnblom törngren törnkvist törnqvist törnros uddenberg uhlin ulfsson ullman unander valdemarsson vallgren vallin
    vesterberg vidén viklund vikström viktorsson vinberg vret wadell wadström wahlberg wahlgren wahlqvist wahlstedt
    wahlström waldén wall wallberg wallenberg wallgren wallin wallman wallström wallén warg wedin weiland welander
    wennberg wennerberg wennerström wennström werner wessman westberg wester westerberg westergren westerlund
    westermark westin westling westlund westman wiberg wibom wickman wickström widell widerberg widmark widén wigren
    wik wikberg wiklund wikman wikström wiktorin wiktorsson wilhelmsson wilén winberg winblad winther wirén wolff
    zachrisson zackrisson zetterberg zetterlund zetterström åberg ågren åhlund åhlén åhman åkerberg åkerblom åkerlund
    åkerman åkerström åkesson ålund årman åsberg åslund åström öberg ödlund ödman öhlund öhman öhrn öman öqvist örn
    östberg österberg östergren österlund östlin östling östlund östman öström`,
  arabic: `
    abadi abbas abbass abboud abdallah abdelkader abdelrahim abdo abdulkarim abdulla abdullah abdulqader abed abou
    aboud adwan ahmadi ahmed ajam akkad alabed alahmad alali alhamad alhassan alhelou alhussein aljaber aljaberi
    aljabouri aljanabi alkassem alkhatib almahdi almalki almasri almohammad almousa alnajjar alomar alqadi alrashid
    alsaadi alsaleh alsalem alsayed alshami alsharif alyousef alzahra alzaidi alzoubi amer amin amouri amsha antar
    arafat assad assaf atallah awad ayoub ayyash aziz azzam badawi bakir bakkour bakri barakat barazi basha bashir
    bassam bazzi bitar boutros chaaban choukri dabbagh dabbas daher dakhil daoud darwich darwish deeb diab dib eissa
    elias ezzat fakhouri faour farah faraj fares farhat fattah fawaz fayad gabra gerges ghanem ghazal ghazi gorges
    habib hadad haddad haidar haji hajjar hajo hakim halabi halawi hamad hamadi hamdan hamid hammoud hamoud hamza hana
    hanna hanoun harb hariri hasan hashim hasoun hassan hatem hatoum haydar hijazi hilal homsi hourani hussain hussein
    husseini hussien hussin ibraheem ibrahim isak isho ismail issa jabbar jabbour jaber jaff jamal jamil jamous jarrah
    jassim jawad jibril joseph jouma kabbani kaddour kadhim kamel kanaan karam karim kasem kassab kassem kattan khadra
    khalaf khaled khalid khalifa khalil khan khatib khodr khoury kurdi lahham lazim lutfi maalouf maamar mahdi mahmood
    mahmoud majid makdisi malik malke malki mansour mardini maroun masoud masri matar mikhael mikhail moghrabi mohamad
    mohamed mohammad mohammed mohsen mouawad mourad mousa moussa mubarak murad mustafa nader naji najjar najm nasr
    nasri nasser nassif nouri odisho omar omran oraha othman qabbani qaddour qasim qassem rabbani rahal raheem rahman
    ramadan rasheed rashid rasho rizk saad saadi sabbagh sabra saeed saeid saleh salem saliba salim salloum salman
    samaan samara saqqa sarkis sayed sayegh selim shaaban shahin shaker shakir shamoun sharif sharro shehadeh shlemon
    sleiman sulaiman sulayman suleiman taha tahan talal taleb tamimi tannous tawfik tawfiq tawil touma turkmani yacoub
    yakoub yaqoub yonan younan younes younis yousef yousif youssef zaher zahir zaidan zakaria zaki zaya zein zidan
    ziyad zreik`,
  somaliAfrican: `
    abdi abdille abdinur abdirahman abdulahi abdullahi abebe abraha abraham abrham abukar adan addow adebayo aden
    adeyemi afewerki afolabi afrah ahmednur aidid ainanshe alemu ali anshur araya artan asefa asfaha asgedom asmerom
    awale aweis balogun bangura barre bekele beraki berhane berhe beyene bihi bile botan ceesay cham conteh dahie
    dahir darboe debessay demissie desbele desta diallo diop diouf dirie diriye duale egal elmi embaye eyasu farole
    fesehaye fessehaye fikre fitwi fofana gebre gebreab gebregziabher gebrehiwot gebrekidan gebrekristos gebremariam
    gebremedhin gebremeskel gebremicael gebreselassie gebreyesus gedi geedi ghebreab ghebreamlak ghebremariam
    ghebremedhin ghebremichael ghebreyesus ghide girmay goitom guled gure habte habteab habtemariam habtom hagos haile
    haileab hailu hashi hersi hirsi hussen ige isse jallow jama jimale jobe kahin kahsay kamara kebede keita keynan
    kidane kiflay kifle kifleyesus kiros koroma liban maalim madar magan mahamed mahamoud malin mbaye medhanie mehari
    mehreteab mekonnen mengesha mengistu mensah mesfin mire misghina misgina moalim mohamoud mohamud mulugeta muse
    musse mwangi ndiaye negash negassi neguse nkosi nuguse nur nuur obi odhiambo ogbazghi okafor okbay okeke okonkwo
    okoye okubamichael omer osman osoble otieno owusu roble russom said salah samatar sanneh sebhatu sesay seyoum
    sharmarke shire shirwa siad sillah sium solomon sow sugulle tadesse tecle tecleab tedla tekeste tekie teklay tekle
    teklemariam teklu temelso tesfai tesfamariam tesfay tesfaye tewelde tewolde touray toure traore tsegai tsegay ugas
    warfa warsame weheliye welday weldeab weldegebriel weldemariam weldu woldemariam woldemichael woldu yasin yemane
    yohanes yohannes yusuf zemikael zerai zeray zeru`,
  kurdishTurkishPersian: `
    abbasi abdollahi abdolmaleki abedi abedini afshar aghaei ahmadian ahmadzai akbari akin akyol alavi alikhani
    alizada alizadeh altun amini amiri amirzadeh arabi arefi arslan asadi asgari aslan ates avci aydin aydogan azimi
    azizi azizian babaei bagheri bahrami bakhtiari barzani barzinji bayat bayati bayram bilgic bozan bozkurt bulut
    cakir cakmak can celebi celik cetin cetinkaya ciftci cinar coskun dag daneshvar dehghan dehghani demir demirci
    demirel dilek dincer dogan durak durmaz ebrahimi ekinci elmas erdem erdogan ergun eroglu ersoy eskandari esmaeili
    etemadi faizi farahani faramarzi farhadi farrokhzad fathi fazeli firoozi genc ghaderi ghafari ghaffari ghafouri
    ghanbari ghasemi gholami gholizadeh ghorbani gok gokce guclu gul guler gunay gundogdu gunes gursoy habibi haidari
    haidary hakimi hamidi hashemi hassani hassanzadeh heidari heydari hoseini hossaini hosseini hussaini ibrahimi isik
    jabari jafari jahani jalali jamali jamshidi javadi kabiri kakar kalhor kalkan kamali kaplan kara karabulut karaca
    karadag karakas karimi karimian karimzadeh kartal kavak kaya kazemi kazimi kermani keskin khalili khani khosravi
    kiani kilic koc korkmaz kose koyuncu kurt latifi mahmoodi mahmoudi maleki malekzadeh mansoori mansouri mirzaei
    mirzai moghadam moghaddam mohammadi mohammadzadeh mohseni momeni moosavi moradi mortazavi mousavi musavi nabizadeh
    naderi najafi najibi naseri nazari nazemi naziri nejati nikzad noori noorzai nori norouzi oguz omidi onal orak oz
    ozcan ozdemir ozer ozkan ozmen ozturk pahlavi parsa parvizi pekgul polat popal pourmohammad qaderi qasemi qurbani
    rafiee rahimi rahimzadeh rahmani rahmati rajabi ramazani ramezani ranjbar rashed rashidi rasouli rasuli razavi
    rezaei rezai rezaie rezazadeh rostam rostami saberi sabouri sabri sadat sadeghi sadiqi sadri safari safi sahin
    sahinkaya saidi sajadi salehi samadi samimi sari savas sediqi sen sezer shafiei shahidi sharifi sharifzadeh
    sherzad shirazi shirzad shojaei shokri simsek sohrabi soleimani solmaz soltani sonmez stanikzai sultani tabatabaei
    taheri tajik tas taskin tavakoli tekin tofighi toprak torabi tunc tuncel turan turgut turk ucar unal uysal uzun
    vahidi vaziri wahidi wardak yalcin yalin yaqubi yari yavas yavuz yazdani yildirim yildiz yilmaz yousafzai yousefi
    yousufi yuce yuksel yusufi zadran zahedi zaman zamani zand zare zarei zengin ziaei`,
  finnish: `
    aalto aho ahonen alanen alatalo anttila arola eronen eskelinen haapala haapanen haapasalo hakala hakkarainen
    halonen harju hautala heikkila heikkilä heikkinen heinonen heinänen heiskanen helenius hietala hiltunen hirvelä
    hirvonen honkanen huhtala huovinen huttunen hyttinen hyvönen hämäläinen härkönen ikonen ikäheimo immonen jaakkola
    jokela jokinen jussila järvi jääskeläinen kallio kallioinen kangas kannisto karhu karjalainen karppinen karvonen
    kauhanen kauppinen kemppainen keränen keskinen keskitalo kettu kettunen kinnunen kivelä kiviniemi koivisto koivu
    kokko kokkonen kolehmainen komulainen kontio koponen korhonen koskela koski koskinen kukkonen kurki kuusela
    kuusisto kärkkäinen laakso laaksonen lahti lahtinen laine laitinen lampinen lappalainen latvala laukkanen
    lehtimäki lehtinen lehto lehtonen leinonen leppälä leppänen luoma luukkonen malinen manninen markkanen mattila
    miettinen mikkola mikkonen moilanen mustakallio mustonen mäkelä mäki mäkinen mäkipää mäkitalo männistö mäntylä
    määttä nevalainen niemelä niemi nieminen nikula niskanen nissinen nousiainen nurmi nurminen nykänen ojala ojanen
    oksanen ollila paananen paavola pakarinen palo parkkinen partanen pasanen pekkarinen pelkonen peltola peltonen
    pennanen peräkylä perälä pesola pesonen pietilä pihlaja piirainen pitkänen puhakka pulkkinen puranen puustinen
    pöllänen raatikainen rantala rantanen rauhala raunio rautio riikonen rinne rissanen ruotsalainen räisänen räsänen
    röntynen saarela saari saarinen saastamoinen sallinen salmela salmi salminen salo salonen sarkkinen savolainen
    seppälä seppänen siltanen silvennoinen sipilä sirviö sirén soini sorsa suhonen suomalainen suominen takala
    tamminen tanskanen tervo tiainen tikkanen toivola toivonen tolonen torvinen tuomi tuominen tuovinen turpeinen
    turunen ukkonen uusitalo vainio vainionpää valkonen varis vartiainen vesterinen viitanen virkkunen virta virtanen
    vuorela vuori vuorinen väisänen väyrynen väänänen ylitalo ylönen`,
  balkan: `
    abazi abdiu ademi ahmeti ahmetovic alagic alibasic alic alija alispahic arnautovic asani avdagic avdic babic
    bajrami bajramovic bajric bakic barisic basic becirovic begic begovic behrami beqiri berisha besic bilalovic
    bislimi bogdanovic bojanic bosnic bosnjak bozic brankovic brkic buljubasic cakic cehic ceman cosic cosovic covic
    crnkovic cvetkovic dautovic dedic delic demirovic dervisevic dervishi dimitrijevic dizdarevic djokic djordjevic
    djukic djuric dragic dragovic drljaca durakovic duric dzafic dzananovic dzekic elezi emini fazlic fejzic
    ferhatovic filipovic galic gashi gavric gjoka grbic grubor gusic gutic hadziahmetovic hadzic hadzimuratovic
    hajdarevic hajdari halilovic halimi hamidovic hamzic handanovic hasani hasanovic hasic haxhiu hodza hodzic horvat
    hoti hoxha hrnjic hrustic hukic huseinovic husic huskic ibisevic ibrahimovic ilic ilijevski imamovic ismaili isufi
    ivanovic ivic jahic jakupovic jankovic jashari jelic josipovic jovanovic jovic jukic jusic jusufi jusufovic kadic
    kadriu kapetanovic karabegovic karahodzic karic kastrati kelmendi klaric knezevic koci kolar kolenovic kostic
    kovac kovacevic kozica krasnici krasniqi krivaca krstic kukic kurtic kurtovic lazarevic lekic limani ljubic lokmic
    lucic lukic lulic lushaj mahmuti mahmutovic majstorovic maksimovic malkic maloku mandic maric marinkovic markovic
    matic matkovic medic mehanovic mehic mehmedovic mehmeti memedi memic mesic miftari mihajlovic mijatovic mikic
    miletic milic milosavljevic milosevic milovanovic mirkovic mitrovic mladenovic morina mujanovic mujic mujkic mulic
    muratovic musliu mustafic nezirovic nikolic novak novakovic nuhanovic nuhiu obradovic okanovic omerovic osmani
    osmanovic ostojic pajic palic pasic pavlovic pejic peric perisic perkovic petkovic petrovic petrovski pilav
    plakalovic popovic prcic prelic prpic puskar qorraj radic radosavljevic radovanovic radulovic ramadani ramic
    ramovic rashiti rasic redzepi redzic rexhepi ristic ristovski rizvic rrustemi sabani sadiku sahinovic salihovic
    salihu salkic sarajlic saric savic secic seferovic sehic sejdiu selimi selimovic shabani shala shehu simic
    simonovic sinanovic smailovic smajic smajlovic softic spahic spasic stanic stankovic stankovski stevanovic
    stojanovic stojkovic sulejmani suleymani suljanovic suljic tadic tahiri tahirovic tanovic telalovic thaci
    todorovic tomic topalovic tosic trajkovic trajkovski tufekcic ukaj vasic velic velija veseli vidakovic vidovic
    vranic vucic vujic vukic vukovic xhaferi zahirovic zejnullahu zeka zekic zenuni zeqiri zilic zivkovic zoric zukic
    zulic zuna`,
  slavicBaltic: `
    adamczyk antonenko babenko babiak baczynski balodis baran baranowski bednarz berzins bielak bielecki bilyk
    blaszczyk bogdan bohdanov bondar bondarchuk bondarenko borkowski boyko bozek brzezinski bykov cherniak chmiel
    chmielewski chornyi cieslak czarnecki czerwinski dabrowska dabrowski danylenko didenko dmytrenko dobrowolski
    dolata domanski dovzhenko duda dudek fedorenko fedorov filipek frankowski gajewski gorski grabowska grabowski
    grzelak haiduk halushko halytska hnatiuk horbunov hrytsenko humeniuk ilchenko ivanenko ivanov ivanova ivashchenko
    jablonski jakubowski jankauskas jankowska jankowski jansone jasinski jaworski jozwiak kaczmarek kaczynski
    kalinowska kalinowski kalnina kalnins kaminska kaminski kania karpenko kask kasprzak kazlauskas kharchenko klimek
    klymenko kolesnyk kolodziej kolomiets kondratenko konieczny kopec korol kosenko kostenko kostiuk kot koval
    kovalchuk kovalenko kovtun kowal kowalczyk kowalska kowalski kozak kozlov kozlova kozlowski krajewski kravchenko
    kravchuk kravets krawczyk krol krupa kryvenko kubiak kubica kucharski kukk kulik kulyk kurek kuzmenko kuznetsov
    kuznetsova laskowski lebedev lesnik levchenko lewandowska lewandowski lis lisowski lukashenko lukasik lysenko
    lytvyn lytvynenko maciejewski magi maj majewski makarenko makowski malinowski marchenko marciniak markowska
    martynenko mazur mazurek mazurenko melnychuk melnyk michalak michalski mikolajczyk mishchenko moroz morozov
    morozova mroz murawski mykhailenko nawrocki nazarenko nesterenko novikov novikova nowak nowakowski nowicka nowicki
    olejnik oliynyk olszewski onyshchenko orlowski osinski ostapenko ostrowski ozolins ozols palamarchuk panchenko
    pavlenko pawlak pawlowski petrauskas petrenko petrov petrova petryk pietrzak pilarski piotrowski polishchuk
    ponomarenko popov popova przybylski pylypenko rebane rogowski romanenko romaniuk rudenko rutkowski saar sadowski
    samoilenko savchenko sawicki semenko semenova serbin shcherbak shevchenko shevchuk sidorenko sienkiewicz sikora
    sikorski sirenko skiba smirnov smirnova sobczak sokolov sokolova sokolowski stachowiak stankevicius stepanenko
    stepien stetsenko sydorenko symonenko szczepanski szewczyk szulc szwed szymanska szymanski tamm tarasenko
    tereshchenko timoshenko tkachenko tkachuk tomaszewski tymoshenko urban urbanski vasilenko vasylenko vlasenko
    volkov volkova voloshyn voronin walczak wasilewski wieczorek wilk wisniewska wisniewski witkowski wlodarczyk
    wojciechowski wojcik wolski wozniak wrobel wróbel wysocki wójcik yakovenko yatsenko yefimenko yermak yurchenko
    zablotskyi zaitsev zajac zak zakharchenko zalewski zaremba zawada zawadzki zhuk zhukov zielinska zielinski
    zinchenko ziolkowski`,
  asianSouthernOther: `
    acosta aguilar aguirre akhtar allende alonso alvarado alvarez anderson aranda arellano arias avila ayala balan
    barrera barrios bautista becerra becker begum benitez berntsen bianchi bibi boonmee boonsri bravo bui bustamante
    butt byrne cabrera caceres calderon campbell campos cardenas carrasco carrillo castaneda castillo castro chaiyasit
    charoensuk chaudhry chavez chen chowdhury ciobanu cisneros clark clarke collins constantin conti contreras cordero
    cordova coronado cortes costa cruz dang davies davila delacruz delgado diaz dinh do dominguez duarte dubois
    dumitru duong edwards eriksen escobar espinosa espinoza esposito evans farias fernandez ferrari ferreira figueredo
    figueroa fischer florea flores franco fuentes gallardo galvez garcia garrido georgiou gheorghe godoy gomez
    gonzales gonzalez greco guerrero guevara gupta gutierrez guzman halvorsen harris harrison haugen henderson
    henriquez hernandez herrera hidalgo hoang hoffmann hossain huang hughes huynh ibanez ilie inthong ionescu jackson
    jaidee jara jimenez johansen jones kaewkla kaewmanee kaur kelly khamphan khamsing knudsen kongkaew konstantinou
    kristiansen kumar lagos larsen laurent leal leiva leon leroy lewis liu lopez lozano luna lungu ly macdonald madsen
    maldonado marin marino marquez martinez matei mcdonald medina mejia mella mendez mendoza meneses miranda mirza
    molina montero montoya moore mora morales moreno mortensen muller munoz munteanu murillo murphy müller navarro
    neira ngo nguyen nielsen novoa nunez obrien oconnor olguin olivares oliveira olivera orellana ortiz oyarzun
    pacheco padilla palma panyasit papadopoulos papadopoulou paredes parra patel patterson pena perdomo pereira perez
    petersen petit pham phan phommachan phothisarn phromma pinto pizarro poblete ponce popa popescu poulsen prasert
    quintana quiroga qureshi ramirez ramos rattanaporn reyes reynolds ricci richardson rios riquelme rivera robinson
    robles rodrigues rodriguez rojas romano romero rosales rossi ruiz russo rusu ryan saavedra saelee saengthong
    saetang saez salas salazar salinas sanchez sandoval santana santos sawangsri schneider schulz sepulveda serrano
    shah sharma silva singh singkham smith solis sombat somboon sorensen soto souza srisai srisuk srisuwan stan
    stewart stoica suarez sukjai suksai sutthiprapha sörensen tapia taylor tello thomas thompson thomsen thongchai
    thongdee thongkham thongsuk toledo toro torres tran truong turner urrutia valdes valdez valencia valenzuela vargas
    vasquez vazquez vega velasco velasquez vera vergara vidal villalobos villanueva vo vu wagner walker wang watson
    weber williams wilson wongchai wongsa yanez yang yodkaew zapata zhang zhao zhou zuniga`,
};
