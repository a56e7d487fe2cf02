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
  balkan: `
    aatu adis admir afrim agim agron ajla ajna albina albulena aleksandar aleksandra aleksi alen alija almir amar
    amela amra anel anela anni arben ardian ardita arian arijana arlinda armina arta asim asmir avdo azra bekim belma
    besa besarta besim besnik blerim blerina blerta bojan bojana boro branislav branka branko bujar dalibor damir
    danijel danijela darija darko davor dejan denisa dijana dino donjeta dragan dragana dragica drago dragoslav drita
    driton dubravka dusan dzana dzenan dzenana dzevad edin edina edita edmond edona eemeli eetu elmedin elmir elvedin
    elvir elvis elvisa elza emina emir emmi enes enis enisa enni enver ermin ermina esad essi fadil fahrudin faruk
    fatmir fehim ferid fikreta fisnik flamur fljutura florim gani gazmend gentiana goran goranka gordana gzim gzime
    hajra hajrudin halid hamdija haris hasib hasiba hatidze helka henna husein ibro igballe iida iines ilari ilir
    ilirjana irfan ismeta izet jadranka jami jasenka jasmin jasmina jasminka jasna jelena jere jesse jetmir joni
    joonas jovan jovana juhana kaarlo kadrija kerttu krenare kreshnik krista krunoslav kujtim labinot lejla lindita
    liridona ljiljana ljubica ljubisa ljubomir lulzim marija marijana marinko matleena mehmedalija mensur merima
    mersiha mevlida milan milanka mile milena milica milijana milivoje miljana milka milorad milos miloš mirela
    mirjana mirka mirko miroslav mirsad mirsada mirza mladen muhamet muharem mujo muriz nasiha nea nebojsa nedim
    nedzad nela nenad nermina nevena nevzeta nihada niina nijaz nikola nikolina nikolla noora novak nusret nusreta
    ognjen oona oskari pauliina petar pihla predrag qendrim rade radenko radmila radovan raif rajko ramiz ramiza ranka
    ranko rasim ratko reetta rifet riina roosa rukija ruzica sabaheta sabina sabit sabrije sadik safet sait sakari
    sanel sanela sanija sanja sasa sead sefik selvedin selver semir semira senad senada senja senka sevala shaban
    shefqet shkelzen shpend shpresa shqipe sini slaven slavica slavko slavoljub slobodan slobodanka snezana spomenka
    srdjan stanislava stanko stevan suada suljo suvad svetozar tarik tatjana teija tero tihana tiia tomislav toni
    tuukka valbona valdet valdrin valma valon vasilije vedad vedran velimir venla vesna viivi violeta visar vjollca
    vjosa vlada vladan vladimir vladislav vlatko vojislav vuk xhevat xhevdet ylber zarko zdenka zdravko zejna zejnepe
    zijad zlata zlatan zlatica zlatko zoran zorica zumra zvonimir zvonko`,
  thaiAsian: `
    achara achilleas adela adelina afroditi ahmo ajdin almedina amit amnuay ampai analyn anand anchalee anh anjali
    anong anthi anto apinya apostolos aranya areerat areti aris arjun arnela arnes aroon arun asif aslam asmira avni
    azem bahrudin bajram bao belkisa benjawan berina bich blagoje boonmee boonsri brahim bua buakhao bualoy cazim chai
    chaiya chalerm chaluay chanida chanpen chantana chatchai chawee chompoo chrysoula chutima cuong cvijeta daeng
    darunee dat deepak dejana delila denan despina diep dora duangjai duangporn duc dung dusko dzemal dzemila efi
    elmaz elmina ema enesa ensar fadila fah fata fatou fehma ferida filippos fon ganesh giang hanh hanifa hazir hien
    hieu hilmo hoa hoang hong hung huong husref ilias ilma imelda imran indira irini ivana ivica jaruwan jasminko
    jelka jintana jiraporn jitra jocelyn josip kada kamol kanchana kanda kannika kanokwan kanya kata khanh khoa kieu
    kittisak krisana krishnan kristijan kulap kumar ladawan ladda lakshmi lamai lamduan lamija lampang lamyai lan
    laong lazar lefteris lek ling linh lirije ljiljan loan lorna luka lutvo mahmut majda makis malee maliwan manee
    manolis mara maricel marites markos mayura mayuree mei melisa mersad mevla michalis minh miodrag momir mongkol
    nadeem nadir nafija nam nanthana naree naruemon narumon natcha nattaya nattha neven nga ngan nghia ngoc nguyet
    nhan nhi nhung nid nikolaos nikoleta nipa nipaporn niran nirmala nittaya noi nok nongluck nongnuch noppadon nuan
    nuch nuengruthai nurija nusrat oanh oranuch orathai oraya pailin panadda panee panida panya parichat parveen pasa
    patcharee patcharin pensri petros phairin phanom phatcharaphon phensri phuc phuong pimchanok piyanut piyawan ploy
    pooja porn pornpimol pornsawan pornthip pranee prani prapai prapaporn praphai prasert prasit preeya premruedi
    priya puangphet pueng quan quang quynh rajesh ramo ratana ratchanee rattana ravi refik renu rosalinda rowena
    rukhsana rungnapa rungtiwa ruza sabahudin saengdao saengduan safija saima saisunee saithong salko samai samela
    samorn samran sandin sangwan sanjay saowanee saranya sarunya savitree sefer sejad shabana shanthi shazia sirikanya
    sirinya siriporn sirirat sivakumar skender slobo smail somboon somchai somjai somjit somkid sommai somnuk somphon
    somporn somsak somsri somying sopha stefanija stelios stipe sudarat sujitra sukanya sulejman sumalee sunan sunee
    sunisa sunita supaporn supattra suphan suphap suphatra supranee surachai surapong suree suresh surin suwanna
    suwannee tahira tanapon tasanee thanaporn thanasis thanh thanos thanya thao thawee theodora theodoros thi thida
    thip thitima thongchai thongdee thongkham thu thuy tida tien tran trang trinh trung tuan tuk tuyet ubon ubonrat
    urai uraiwan usa vaso velibor viet vijay vilai vinh vinko vipa wandee wanida wanna wannaporn wanpen warunee wasana
    watchara wilai wilaiwan wipa wipawan xiaoming xiu xuan yaowalak ying yupa yupin zafar zahida zehra zekerijah
    zeljka zeljko zinaida zlatka zoi zubair zuhra žarko željko`,
  tigrinyaAmharicAfrican: `
    abeba abraha abrahaley abrehet achieng adama adebayo adeola adhanet adiam aissatou akberet akosua alem alemash
    alganesh almaz amadou amanuel amare aminata anchali araya aregawi aregay asefa asefash asmeret aster awet azeb
    azmera babacar bekele belaynesh beletu bereket berhane beyene biniam bintou binyam birhan birhane biruk bisrat
    boubacar brhane busaba chalida chidi chinedu chinyere chioma dagmawi dawit debesay desta duangchai ebrima efrem
    emeka ermias espérance estifanos eyerusalem ezana fanta fanus fatoumata fatoumatta femi feven fikadu filmon fitsum
    freweini freweyni fthawi gebre gebrehiwet gebremariam gebremedhin gebremeskel genet getachew ghebre ghebremedhin
    ghenet ghirmay girma girmay haben habtom hagos haile hailemariam haregu henok hermela hewan hirut hiwet ibrahima
    ifeoma immaculee isaias isatou ismaila jirawan joséphine juma kadiatou kahsay kamau kannikar khanittha kibreab
    kibrom kidane kidist kidusan kiflay kiros kofi kwabena kwame kwanchai kwasi lalita lamin lamine lemlem letebrhan
    letekidan letina luam luwam makda malai malinee mamadou mananya mariama meaza mebrahtom mebrahtu medhanie medhin
    mehari mekdes mekonnen melake meles merhawi meron meseret mesfin meskerem michaele mihret milete misgana modou
    momodou moussa mulu mulugeta mussie musu mwangi nahom nantana naphat naraporn nardos narisa natnael natsnet
    natthaporn ndeye nebiat neema negash negassi ngozi nigisti njeri nkechi nongyao nuanchan obinna okbay okubay olu
    oluwaseun otieno oumar ousmane pacharee panita pattaya phatchara phimchanok ploypailin pornchai pranom prapaphan
    puttachat rahel rahwa ratchada rattanaporn rehema robel roza rungtip ruta sainabou salimatou samrawit sasithorn
    sawitree seble selam selamawit selemawit semere semhar senait seydou shewit simret sirak sirima sirintip solome
    solomon somchit srinual suchada sulayman sumitra sunantha supannee supawadee suwimol tadesse tassanee teame tekle
    teklehaimanot temesgen tesfa tesfahun tesfalem tesfalidet tesfamariam tesfay tesfaye teshome tewelde tewolde
    thanyarat thipawan thitirat tigist timnit tirhas tsegay tsegereda tsehay tsigereda tunde uche usanee varaporn
    wambui wanjiru wannee waraporn weini weldu wilaiporn wimol winta wintana worku yafet yaowaret yaw yaya yemane
    yohana yohannes yonas yonatan yordanos yosief yosieph yuphin zebib zekarias zemen zerai zeray zewdi zuwena`,
  polishUkrainianBaltic: `
    abel abrahim abrehaley ada adrianna agata agnieszka aklilu alazar aldona aleksander aleksandr aleksei alfreda
    alicja alla aloyzy anastasia anastasiia anastasija anastasiya anatol anatolij anatoliy andrejs andrey andrii
    andrius andriy andrzej aniela antoni antonina anzhela anzhelika arkadiusz arsen artem artjom artūrs asmerom
    audrius awot azmara barbara bartek bartosz bartłomiej berhe bernadeta birikti blazej bogdan bogdana bogumila
    boguslaw bogusława bohdan bohdana bolesław borys bozena bożena bronislaw bronislawa cezary czeslaw czeslawa
    dagmara damian daniat danuta darek daria dariusz dasha dawid dehab denis denys dmitri dmitrij dmitry dmytro
    dobrosława dominik dominika dorota edward edyta efrata egle eglė elena elilta elzbieta elżbieta eryk eugenia
    eugeniusz evgeni evgenia evgenij ewa ewelina eyob fana fiori franciszek freselam furtuna galina galyna gennadij
    genowefa ghidey giedrius gintaras goitom gosia grazyna grażyna grzegorz habtu hadas halina halyna hanibal hennadii
    henryk hiyab hryhorii ignacy igor ihor illia inese inha inna irena ireneusz irina iryna isayas ivanna iwan iwona
    iza izabela jacek jadwiga jagoda jakub janek janina janis janusz jarek jaroslaw jaroslawa jerzy joasia jolanta
    jolita jozef jozefa juozas jurate justyna jānis jędrzej kacper kaja kajetan kamil kamila karol karolis kasia
    katarzyna kateryna kazimiera kazimierz khrystyna kinga kisanet klaudia kokob konstantyn krystian krystyna
    krzysztof ksenia kseniia kyrylo lada larisa larysa lech leokadia lesia lesya leszek letay letebirhan lidia lidiia
    lidka lidya liliana liliya liudmyla liwia ljudmila luchia lucja lucyna ludmyla lukasz lyubov lyudmila maciej
    maciek magda magdalena maksim maksym malgorzata malwina marcin marek margaryta marharyta marianna mariia mariola
    mariusz mariya marlena marta maryna marzanna marzena mateusz małgorzata merhawit michal michał mikias mikolaj
    mikołaj miroslawa mirosław mizan mogos mulubrhan mykhailo mykola mykyta myroslav myroslava nadezhda nadiia nadija
    nadiya nastya natalia nataliia natalija nataliya natalya natan nebay nelia nikita nikolai nikolaj norbert oksana
    oleg oleh oleksandr oleksandra oleksii oleksiy olena olesia olexandr olha oliwia orest ostap ołena patryk pavel
    pavlo pawel paweł petro piotr polina przemyslaw radoslaw rafal rafał raimonds renata rigat rishan roksolana roman
    romana rostyslav ruslan ruslana ryszard ryszarda rūta sasha saulius selihom semen senayt sergei sergej sergey
    sergii serhii serhiy shishay slawomir sofiia solomiia solyana stanislav stanislaw stanislawa stanisław stefania
    stepan svetlana sviatoslav svitlana swetlana sylwester sylwia szczepan szymon sławomir tadeusz taisiia taras
    tatiana tatyana tedros tekie temesghen teodor tesfit tetiana tetyana tewodros tigisti tomasz tomek tsega tymofii
    tymoteusz uliana urszula vadim vadym valentina valentyn valentyna valeri valeria valeriia valerij valeriy vasilij
    vasily vasyl vasylyna viacheslav viktoriia viktorija vira vita vitali vitalii vitalij vitalina vitaliy vladyslav
    volodymyr wacław waldemar wanda weronika wieslaw wieslawa wiesław wiesława wiktor wiktoria wioletta witold
    wladyslaw wlodzimierz wojciech wojtek włodzimierz yana yaroslav yaroslava yehor yemisrach yevgeniya yevhen
    yevheniia yodit yordan yosan yulia yuliia yuliya yurii yuriy zakhar zbigniew zdzislaw zdzisława zenon zeresenay
    zofia zoia zosia zoya zuzanna zygmunt łukasz žydrūnas`,
  southern: `
    adalberto adriana agustin alba alejandra alejandro alessandro alessia alexandros alfonso alin alvaro ana ancuta
    andres angeles angeliki antonio araceli armando armida arturo athanasios aurel beatriz benita benjamín bernardo
    blanca camelia camila carlos carlota carmen catalina cecilio celeste cesar chiara christos ciprian claudia claudio
    clemente constantin consuelo corina cosmin costel crina cristi cristian cristina cristián cristobal dario delia
    diego dimitra dimitrios dimitris dolores domingo dorin dumitru edgardo eduardo eleni emilio enrique ernesto
    esperanza esteban eugenio evangelia fabiola faustino federico felipe fermin fernanda fernando fidel florencia
    florentina florin fotini francesca francisca francisco franco gabriela genaro georgia georgiana georgios gerardo
    gheorghe gianluca giannis gilberto giorgio giovanni giulia giuseppe gloria gonzalo graciela gregorio guadalupe
    guillermo gustavo hector hernan horacio humberto ieva ignacio ileana indrek ioan ioana ioannis ion ionel ionut
    ionuț isidora ismael israel iulia iulian ivette jaan jacinto jaime javier jesus joao joaquin jorge jose josefa
    josé juan juana julio kadri kalev katerina konstantina konstantinos kostas laima laurentiu laurențiu leandro
    leonardo leticia lilia linas liviu lorenzo luca lucian luciano lucía luigi luis luisa luminita luz lázaro līga
    madalina maite mantas manuel manuela marcela marcelo marco marcos maret margarita margus marian mariela mario
    marisol marius martha martín massimo mateo matías mauricio maximo mercedes miguel mihaela mihai mindaugas mircea
    mirta mónica nelson nestor nicolae nicoleta nicolás nikos noemi norma octavian octavio orlando osvaldo ovidiu
    pablo paloma panagiotis paola paolo patricia patricio paulo paz pedro pietro pilar radu rafael raluca ramiro ramon
    ramón raquel rasa raul razvan raúl rebeca reinaldo renato ricardo rimantas roberto rocio rocío rodica rodolfo
    rodrigo rokas rolando rosalia rosario roxana rubén salvador santiago sergio silvia simón skaistė sofía soledad
    sonia sorin spyros stavros stefano susana tania teodoro tiiu toms tomás toomas traian uldis urmas vaida valdis
    valeriu vasile vasiliki vassilis vicente vincenzo viorel viorica viviana vytautas víctor ximena yannis yolanda
    ángel`,
  english: `
    aaron abigail adele aidan aileen alastair alison amy andrew angela anthony april ashley audrey barry becky bernard
    bethany betty beverley bradley brandon brenda brian bridget bruce bryan callum calvin cameron catherine chloe
    christy cindy clive colin connor craig cynthia daisy danielle darren dean debbie deborah declan denise derek diane
    dominic donald donna dorothy duncan dylan eileen eleanor elizabeth elliott ethan eugene faith fiona gareth gary
    gavin gemma geoffrey geraldine gillian gordon grace graham gregory gwen harold hayley hazel heather hillary hope
    howard hugh iain ian isaac jacqueline jade jake james jamie janet janice jason jeffrey jenna jeremy jill joan
    joanne jodie jordan josh joshua joy joyce june justin karen kathleen keith kelly kelvin kenny kerry kieran kirsten
    kirsty kyle larry laura lauren lawrence leanne leslie lily lindsay lorraine louise lucy luke lynn madeleine marc
    margaret marilyn marjorie marvin matthew maureen megan melanie mercy michelle mitchell morgan natasha neil
    nicholas nigel norman oswald pamela pearl peggy penelope phillip phyllis polly rachel raymond reginald rhys rita
    roderick rodney rosemary ross rowan ruby rupert russell ryan samantha scott sean shane sharon shaun sheila shirley
    spencer stacey stanley stephanie stephen steven stewart stuart susan suzanne sylvester tabitha tanya tara taylor
    terence theodore tiffany timothy tracey tracy travis trevor tyler valerie virginia vivian wayne wendy winston
    yvette zachary zoe`,
};
