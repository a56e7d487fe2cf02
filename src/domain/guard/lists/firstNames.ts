import { europeanFirstNames } from './firstNamesEurope.ts';

/** Common first names by the origin they are mostly borne in, lower case, space-separated. Written from general knowledge. */
export const firstNames: Readonly<Record<string, string>> = {
  swedishWomen: `
    agda agnes agneta aina alexandra alfhild alice alicia alina alma alva amalia amanda amelia amelie andrea anette
    angelica angelika angelina anita ann anna anne anneli annelie annette annica annie annika annmarie annsofi
    annsofie antonia asta astrid barbro beata beatrice bella berit berta bertha bianca birgit birgith birgitta bodil
    britt britta brittmari camilla carin carina carolin carolina caroline cassandra catarina catharina cathrine
    cecilia celine charlotta charlotte christel christin christina christine clara clary cornelia daga dagmar daniela
    desiree diana ebba edit edith edla eira eivor elaine eleonor eleonora elin elina elisa elisabet elisabeth elise
    ella ellen ellie ellinor elly elma elna elsa elsie elvira elvy emelie emelina emilia emily emma emmeli emmy engla
    erica erika estelle ester ethel eva evelina evelyn evy fanny felicia filippa fredrika freja frida frideborg
    gabriella gerd gerda gertrud greta gudrun gull gullan gun gunborg gunbritt gunhild gunilla gunnel gunvald gunvor
    gurli gustava hanna hannah harriet hedda hedvig helen helena helene helga henny henrietta hilda hildur hillevi
    hilma hjördis ida idun ines inez inga ingalill ingbritt ingeborg ingegerd ingela inger ingrid irene iris irma isa
    isabel isabella isabelle isolde ivy jannike jasmine jeanette jeannette jennie jennifer jenny jessica joanna
    johanna jonna josefin josefina josefine judit judith julia juliana julie julina juni juno kaisa kajsa kamilla
    karin karla karolina karoline katarina katharina kati katja katrin kerstin klara kristin kristina kristine laila
    leia lena leona liisa lilian lill lillian lilly lina linda linn linnea linnéa lisa lisbet lisbeth liselott
    liselotte lisen liv lo lotta lottie lova lovis lovisa lucia ludmila lukretia luna lydia lykke maj maja majbritt
    majken majlis malena malin malva margareta margaretha margit margita margot margret maria mariam mariana marianne
    marie marielle marika marina marit marita marlene martina mary mathilda matilda maud medina meja melina melissa
    mia mikaela mila mildred milla mimi mimmi minna mira miranda mirjam moa molly mona monica monika märit märta
    märtha nadja nancy nanna natalie nathalie nellie nelly nicole nicolina nike nina nora nova olga olivia ottilia
    paula paulina pauline pernilla petra pia rakel ramona rebecca rebecka regina ronja rosa rose rosita rut ruth saga
    sally sandra sanna sara sarah selina selma sigbritt signe sigrid sigyn siri siv sofi sofia sofie solveig sonja
    sophia sophie stella stina sunniva susanna susanne svea sylvia tekla teres teresa terese thea theresa therese
    tilda tilde tindra tova tove tuva tyra ulla ullabritt ulrica ulrika unni ursula vanessa vanja vega vendela vera
    veronica veronika victoria viktoria vilda vilja vilma viola viveca viveka vivianne wilma yasmina ylva yvonne ängla
    åsa åse`,
  swedishMen: `
    adam adrian albert albin alex alexander alf alfons alfred allan alrik alvar alvin anders andreas andré annalena
    annbritt annlouise ante anton antonius arne arnold aron arthur artur arvid assar august axel bengt benjamin benny
    bernhard bernt bert berth bertil birger bjarne björn bo boris bosse bror bruno börje carita carl casper charles
    charlie christer christian christoffer christopher claes clas clemens conny conrad curt dag dan daniel david
    dennis dick didrik douglas ebbe eddie edgar edvard edvin edwin egil egon einar elias eliot elis elliot ellis elmer
    elof elov elton elvin emanuel emil emrik enar enok eric erik erland erling ernst eskil evald evert fabian felix
    ferdinand filip folke frank frans fred fredrik frej fritiof fritz gabriel georg george gerhard germund gerty
    gillis glenn gottfrid gunnar gustaf gustav göran gösta göte göthe hampus hannes hans harald harry hasse helge
    helmer henning henric henrik henry herbert herman hilding hilmer hjalle hjalmar holger hubert hugo håkan idar inge
    ingemar ingmar ingvar isac isak isidor ivan ivar jack jacob jakob jan janne jens jerker jerry jesper jim jimmie
    jimmy joachim joakim joar jocke joel johan johannes john johnny jon jonas jonatan jonathan jonny josef joseph
    julian julius jörgen kaj kalle karl karsten kasper kennet kenneth kent kevin kian kim kjell klas knut konrad
    konstantin krister kristian kristofer kristoffer kuno kurt lage lars lasse leif lennart leo leon leonard leopold
    liam lias linus lise loke lorentz loui louis love lowe lucas ludde ludvig lukas mackan magnus malcolm malte
    manfred manne marcus maribel mariell markus martin mats matteo matteus matthias mattias mattis matts max
    maximilian melker melvin melwin micael michael michel mika mikael milo milton måns mårten napoleon nathalia
    nicklas niclas nicolas niklas nils nisse noa noah noel nore odd ola olaf olav ole oliver olle olof olov orvar
    oscar oskar osvald otto ove owe palle patric patrick patrik paul peder pelle per peter petrus petter philip pierre
    pontus preben pär pål ragnar ragnvald ralf ralph rasmus richard rickard rikard robban robert robin roger roland
    rolf ronald ronnie ronny roy ruben rudolf rune rustan rutger samuel sebastian sigfrid sigge sigurd sigvard simon
    sivert sixten sonny staffan stefan steffan stellan sten stig sture sune susann svante sven svenne sverker sören
    tage ted teddy teo thelma theo theodor theres thom thomas thor thorbjörn thore thorsten thure thyra tilly tim
    timmy tobbe tobias tom tomas tommie tommy tony tor torbjörn tord tore torgny torkel torsten torvald totte tristan
    truls ture ulf ulric ulrik uno urban urho valdemar valentin valfrid vally valter vendel verna verner victor vidar
    vide viggo viking viktor vilgot vilhelm vilmer vincent walter werner wilhelm wille william willy wilmer yngve åke
    örjan östen`,
  everyday: `
    ankan babs bettan bibbi gittan ingo jojje jompa jonte joppe kenta kicki klasse krille lelle lillan lollo lukke
    maggan magge majsan mange marre masse matte micke micko mogge mojje morran musse natta nenne nettan nettis nicke
    nicko putte pysen raffe ricko roffe roggan rosie ruffa sassa sebbe simpan sniffe steffe steffo stickan sussi
    svempa tanja tessan tjorven tompa totta tubbe tussan uffe ullis vickan`,
  arabic: `
    abbas abdallah abdel abdelkarim abdelrahman abdul abdulaziz abdulhadi abdulkarim abdullah abdulrahman abed abeer
    abir adel adham adnan afnan ahlam ahmad ahmed aida aisha aishah ala alaa ali alia aliya amal amani ameen amer amin
    amina amir amira amjad ammar amna anas anwar areej arwa ashraf asma asmaa assad atef awad aya ayah ayat ayham
    ayman aziz aziza badr baha bahaa basel basem bashar bashir basim basma bassam batoul bayan bertel bilal birk
    boutros bushra dalal dalia dana dania dante dareen dima dina diya diyaa duaa elham emad eman esraa fadel fadi
    fadia fadwa fahad fahd faisal faiz faiza farah fares farid farida faris farouk fatema faten fathi fatima fatimah
    fatma fawzi fayez feras firas fouad fuad ghada ghadeer ghaith ghassan ghazal ghazi gunder hadeel hadi hadil haidar
    haidi haifa haitham hala halima hamad hamed hamid hamida hamza hana hanaa hanadi hanan hani hania hasan hashem
    hassan hatem haya hayat haydar hazem heba hiba hicham hikmat hind hisham hoda huda hudhaifa husam huseyn hussain
    hussam hussein ibrahim ibtisam idris ihab imad iman imane inas ingolf intisar iqbal isam ismail israa issa iyad
    jaafar jabbar jabir jafar jalal jamal jamil jamila jamileh jassim jawad jihad joumana jubran kadhim kamal kamel
    kareem karim karima kassem kawthar khadija khaldoun khaled khalid khalida khalil khawla kholoud khulud kinan laith
    lama lamia latifa layal layan layla leila leonel levi loay louay lubna lujain luma maha mahdi maher mahmoud mahmud
    mai maisa majd majed majid majida malak malek malik mamdouh manal manar mansour maram marwa marwan maryam maysaa
    maysoon mazen mehdi moaz mohamad mohamed mohammad mohammed mouhamad mounir mousa muayad muhamed muhammad muhannad
    mukhtar muna munir muntaser murad murtada musa mustafa mutaz muthanna nabil nabila nada nader nadia nadim nadine
    naeem nagham nahed naim naima najah najat najeeb najib najla najwa naser nashwa nasim nasir nasrin nassar nasser
    nathan natheer nawal nazar nazih nesrin nidal nihad nizar noor nour noura nuha nur nura obaida omaima omar omran
    osama ossian othman qais qasim qusay rabab rabia rabih rachid radwan raed rafat rafif raghad raghda rahaf rahma
    rahman raid raja rajaa rama rami rana rand rania ranim rasha rashed rasheed rashid rawan raya rayan razan reda
    reem rehab reham rida rihab rim rima riyad riyadh rola rouba roula rowaida ruba rula ruqaya saad saadia sabah
    sabri sabrin sadek sadiq safa safaa safia safwan sahar said saida saif sajad sajida sakina salah salam saleem saleh
    salem salim salima salma salman salwa sama samah saman samar samer samera sami samia samir samira sana sanaa saud
    sawsan sayed seif shadi shadia shahad shaima shaker sham shams shatha sherif shirin signhild siham sinan soha suad
    suha suhail suhaila sulaiman suleiman sultan suzan taha taher taif talal tamara tamer tamim tarek tareq tariq
    tayseer thaer thamer turki ubaida uday umar umayma wael wafa wafaa wahid waleed walid wassim wisam yahya yaqoub
    yara yasin yasir yasmin yasmine yasser yazan yehia yosef younes younis yousef yousra youssef yusra yusuf zahra
    zaid zain zaina zainab zakaria zaki zeid zeinab zena zeyad zeyd ziad zuhair`,
  somali: `
    abdelaziz abdelhamid abdelilah abdi abdia abdifatah abdifatax abdihakim abdikadir abdikarim abdinasir abdinur
    abdirahim abdirahman abdirashid abdirisaq abdirizak abdisalam abdishakur abdiwahab abdiwali abdiweli abdulkadir
    abdullahi abdulle abshir adan aden ahlan ahmet amino amjed anab anisa asaad asad asha ashwaq astur ayaan ayan
    ayanle ayoub bahja barkhad barre basam bashe bassel biixi bile burhan caasha cabdi cali daahir dahabo dahir deeqa
    deqa dhuuh diriye duale duha dunia ebyan egal elmi eyad faadumo faduma fadumo farhan farhiya fartun farxaan
    farxiya fatuma fawziya fayruz feisal filsan fowsia fozia gedi geedi ghina guled guleed habiba habibo halimo hamdi
    hamse hanin hawa haweya hawo hayaat hazar hersi hibaaq hibo hinda hirsi hodan hoodo houda huruse ibado idil idiris
    idman ifrah ifrax iftin ikhlas ikram ikran ilhan ilyas isra istarlin jama jamac jana jannat jehad jenan jibril
    jumana kaltuma kaltun kausar kawsar keyse khadar khadra khalaf ladan lamis lara leyla liban luul maahir madina
    mahad maida maisam mako maryama maryan maxamed maxamud maya mayada mohamud mohamuud mohanad muayed muhubo mulki
    munira muse muuse nahla najma nasra nasteho nimco nimo nisreen nuradin nuria nuur osman qadan qamar qani qusai
    rabea ragad rahmo raho ramla ranya rashad rewan roble roda ruqiya ruweyda saado sadeq safiya sagal sahra sahro
    samatar samsam sewar shahed shamso shukri shukria siad siwar sondos sucaad sugule suldan suleekho sumaya surer
    suudi tala tasnim taym ubah umalkheyr warsame wasim xaawo xalimo yaasiin yahye yamen yamin yasmiin yman yonis
    yurub zahraa zakariye zamzam zeina zeinah zeynab`,
  kurdishTurkish: `
    abdulqadir abukar adem agit ahu alan alend alper anfac aram aras arda arjin asho asiye askin asli atilla avin awat
    awaz ayfer aylin aynur ayse aysegul aysel ayten azad azat bahar baran baris barzan bawan behar berfin beritan
    berivan berna besime bestun beyza bilgin binevs birgul biriq bishar botan bulent burak burcu busra cahit can canan
    cem cemal cemil cengiz cihan ciwan dara dashne dayib delal delil demet deniz derya devran didem dilan dilara
    dilber dilek dilnaz dilovan dilsad dilshad dilsher diyar doga dogan dursun ece edanur ekrem elcin elif emel emine
    emrah emre engin ercan erdal erdem erdogan erhan erkan erol ertan esma esra evin eylem fahma farhiyo fatih fatos
    ferhad ferhat ferman fikret filiz firat furkan gizem gokhan gonul gulay gulcan gulistan gulizar gulnaz gulsah
    gulseren gulten gurbet guven hafsa hafso hakan halil halime hamdiya hande harun hasret hatice haval havin hawar
    hazal hejar helin hemin heval hevi hewa hezha hiwa hozan huseyin ibo ilayda ilker ilknur ipek iqra isaaq ismahan
    ismet jawahir jihan jino jiyan jwan kaan kader kadir kadra kafiya karwan kawa kazim kemal kenan kerem khaalid
    koray kowsar kubra lawin levent lezgin lul mahamed mahamud mahir mahsum maimun mazlum medya mehmed mehmet melek
    meltem meral mert meryem metin mevlut mihriban mizgin mohamoud muhudin mumin muqtar murat musab mutlu nafiso nalin
    naz nazan nazdar nazli nermin nevin newroz nihat nizam nuray nurcan nurhan nursel okan omer omid onur orhan ozan
    ozge ozgur ozkan ozlem perihan perwin peshraw peyman pinar polat qaali ramazan raxma rebin rebwar recep renas
    rezan ridwan rizgar rodi rojda rojhat rojin ronahi roni rozerin rozhin ruken runak sabriye sacdiya safak sahal
    sahin sakir salado salih sarbast sarkawt seda sedat selahattin selcuk selim selin semih semra serap serdar serhat
    serkan serpil sertac seval sevda sevgi sevim sevinc seyhan shamis sherko shilan shirwan shivan shno shukriya sibel
    sidar silan sinem sirin sirwan solin soner songul soran sowda suheyla suleqa suleyman suna tahsin taner tayfun
    tekin tolga tugba tuncay turan turgut ubax ufuk ugur umit umut vedat veysel volkan weli yasar yasemin yavuz yelda
    yeliz yeter yildiray yilmaz yunus zara zekiye zelal zeliha zerdest zeynep zilan zozan zubeyde zuleyha`,
  persianAfghan: `
    abbasali abdulali abolfazl afsaneh afshin ahmadshah akbar akram alireza amirali amirhosein amirhossein anahita
    anoosh anoush arash ardalan ardeshir arezo arezoo arezou ariana arman armin arsalan arvin aryan asghar ashkan
    atefeh atena azadeh azar azin azita babak bahareh bahman bahram banafsheh behnam behnaz behrooz behrouz behzad
    bibi bijan dariush darya davood davoud dilbrin diyari dlovan dyar ebrahim ehsan elahe elaheh elnaz emadeddin
    esmail esmat evindar fahimeh farahnaz faramarz farangis farhad farhang fariba faribah farideh farnaz farnoosh
    faroogh farrokh farshad farshid farzad farzana farzaneh farzin fatana fatemeh fereshta fereshteh fereydoun
    firoozeh firouz forough frozan ghasem ghazaleh ghodsi gholam ghulam gita goli golnar golnaz habib habibullah haleh
    hamideh hamidreza hashmat hashmatullah hasina hekmat hengameh hevin homa homayoun hooman hosein hoshang hosna
    hossein iraj jahangir jalil jamshid javad jîn kamaran kambiz kamran kamyar karimullah karzan katayoun kaveh kazem
    keyvan khatereh khosro kianoush kiarash kimia kobra kourosh kurdistan laleh lana maboubeh mahbobe mahboubeh mahin
    mahnaz mahsa mahtab mahvash mahyar malalai mana mandana mani manijeh manoochehr mansoureh mariwan marjan marzia
    marzieh masih masood masoud masoumah masoumeh mastura matin mehran mehrdad mehrnaz mehrnoosh mehrzad milad mina
    minoo mirwais mitra mohadeseh mohsen mojgan mojtaba mokhtar monireh mortaza morteza mozhgan naghmeh nahal nahid
    najibullah narges nargis nasrullah naveed navid nazanin nazila nechirvan neda negar negin nematullah newzad
    niloofar niloufar niloufer nima nishtiman nooria orang orod pardis paria parisa parvaneh parvin parviz parwana
    pegah pola pooya pouya puya qasem qudratullah rahim rahmatullah ramin rawa rebaz rekar reyhaneh reza rezhin rezvan
    robab rohullah roksana romina ronak roozbeh roqia roshanak roya rozh ruhollah saba saber sadaf sadegh saeed
    saeedeh saeid safura saghar sajjad sakar sakineh samaneh samiullah sanaz sardar sarina sasan sattar sayeh sazan
    sedigheh sekineh sepideh setareh shabnam shaghayegh shahab shahin shahla shahnaz shahram shahriar shahrokh
    shahrzad shakila shapour sharareh shayan sheida shene sheyda shima shiva shohreh shorsh siamak siavash simin sina
    sipan soheil soheila sohrab sona soraya souzan soz tahereh tahmineh taraneh vahid vida wahida wahidullah xezal
    yasaman yaser yeganeh zabihullah zahir zakia zana zarghona zerin zhyan zia ziba zohra zohreh`,
  finnish: `
    aarne abdolreza ahmadreza aila aino airi aki alborz alli ameneh amirreza anja annikki annukka antero antti anu
    aref arezu ari arja armaghan armi arsham arto arttu asal asko ata atieh auli aulis bita dorna eero eeva eija eila
    eine eino elli elmira elviira erja erkki esa esko fardin foad golshan hadis hajar hanieh hannele hannu harri hasti
    heidi heikki heino heli helia hellevi helvi hesam hilkka homeira hossain iiris iiro ilkka ilmari ilona ilpo inkeri
    irja irmeli ismo jaakko jaana jani jari jarkko jarmo jarno javed jorma jouko jouni juha juhani juho jukka jussi
    juuso jyri jyrki kaarina kaija kaisu kalervo kalevi kamelia kari katariina kauko khadijeh kimiya kimmo kirsi
    kirsti kyllikki kyösti lahja lassi lauri lea leena lempi maarit mahdieh mahnoosh maija maire maliheh manu maral
    marja marjatta marjo marjut marketta markku marko masoma matti mauno mauri melika merja mervi miia mikko mirja
    mirva mobina mohammadreza morvarid najibeh niilo niko nooshin oiva olavi olli orvokki osmo ossi outi paavo parsa
    pasi pauli payam peiman pekka pentti pertti perttu petri petteri piia pirjo pirkko poorya päivi raheleh raija
    raili raimo raisa raita rasool rauha rauni rauno razieh reijo reino riikka riitta risto ritva rouzbeh saara sadat
    saija saila saimi salme samin samuli sanni santeri sari sarvenaz satu seija sepehr seppo setare siavosh simo
    sirkka sirpa soile soili somayeh suoma suvi taimi taina taisto taneli tapani tapio tarja taru teemu teijo teppo
    terhi terttu tiina timo tina toini toivo tommi touraj tuija tuomas tuomo tuula tuuli tuulikki tyyne unto urpo
    valto valtteri veijo veikko vesa vieno vilho viljo ville visa väinö yalda yrjö zari`,
  ...europeanFirstNames,
};
