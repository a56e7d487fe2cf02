// Written from general knowledge of how names are borne and spelt; copied from no list.
/** Further first names from Africa, Asia, America, the Balkans and the North, by origin, in the form of `firstNames.ts`. */
export const moreFirstNamesFar: Readonly<Record<string, string>> = {
  african: `
    birtukan birtukane
    abdoulaye abena abenaa abimbola abiola abosede acheampong adaeze adanna addo adedayo adejoke adekunle adeleke
    adewale adeyemi adisa adjoa adongo afia afua agyei ajoke akello akinyi akua akwasi alhaji alhassan alieu aliou
    alpha alphonse ama amadi amaka amara amie amoah amos ansah ansu apio aristide asantewaa asiedu atieno auma awa
    awino awuor ayikwei ayo ayodele ayomide baba babajide babatunde badjie bafode bakary balde baldeh bamba bangura
    baraka barrow basile bassirou belinda benedicte bienvenu binta bintu birame blaise boakye boateng bol boukary
    brima brou buba bukola bwalya camara candace cecile ceesay celestin chantal charity chiamaka chidera chidiebere
    chijioke chika chike chima chimamanda chinaza chinelo chinonso chinwe chisom chukwu chukwudi chukwuemeka cisse
    claudine clementine clovis comfort coumba danjuma dauda delphine demba dembo deng desire destiny diallo diamond
    diarra diatta dieudonne diop diouf djamila djeneba djibril dorcas doudou drammeh ebele ebere ebou ebrahima ebun
    edem efua ekow ekua elhadj elikia emmanuel enyonam espe espoir eunice evelyne ezekiel ezinne fabrice fatim
    fatimata fatu faustin favour felicien fidele fiifi filomena florence foday fode folake folasade fortune
    foumilayo francine franck funke funmilayo gacheru gaelle garang gaston gatluak gbenga germaine gift gilbert
    gisele gloire glory godfrey godwin haji hamadi haruna hassane honore ibou idowu idrissa ifeanyi ifeyinwa ige
    ikechukwu ikenna innocent isata isha issouf iyabo jainaba jallow jammeh jarju jatta jawo jean jelani jemima
    jeneba jerome josiane kabila kabore kaddy kadija kagiso kakou kamara kanyinsola karamba karamo kassim kato
    kayode kehinde keita kelechi kenyatta keza khadijatou khady khoudia kinta kipchoge kipkemboi kiprop kodjo koffi
    kojo konan kone kouame kouassi kourouma kumba kunle kwadwo kwaku kweku kwesi kyalo laye lebo leocadie lerato
    liliane longin lucien lule lumumba lungile macoumba mahamadou maimouna malick mamadi mame mamie mandisa mandla
    manneh marcelline mariame mariatou marieme mathieu mavis mbali mbaye mbuyi melesse memory mireille moise monique
    mory mubarak mugabo mugisha muhindo mukamana mukasa mulenga munyaneza mutesi muthoni mutombo mwai mwajuma mwamba
    mwenda mwila mzee naa nadege nafissatou nakato naledi nalubega namukasa nana ndey ndiaye ndidi ndong nene nhial
    niang njambi njie nkem nkosana nnamdi nneka nnenna nomsa nomvula nonso nsubuga ntombi nyaboth nyakim nyambura
    nyarko nyawira nyokabi obiageli obioma ochieng odhiambo ogechi ogochukwu okafor okeke okello okon okonkwo okoro
    okoye olabisi oladele olamide olayinka olufemi olumide oluwatobi omari omolara omondi omotola onyeka onyinye
    opeyemi opoku osagie osei oumou ousainou ousman owusu pascal pascaline patience patrice paulin perpetue
    philomene placide precious prince princess promise prosper prudence queen rachidatou rahama raissa ramatoulaye
    rashida regine remi rokhaya rokia rosine sadio saffie saidou sainey salif salimata salome samba sambou sandrine
    sanneh sanogo sanyang sarjo seckou sefako segun seidu sekou senam serge seynabou shadrack shaka sheriff sibusiso
    simba simisola siphiwe sipho sira sirra solange souleymane soumaila sunday sylvain sylvie taiwo tamba tapiwa
    tatenda temi temitope tendai tenin thabo thandi thandiwe themba theophile thierno tiemoko tijan tinashe titilayo
    touray toure traore tsepo tutu uchenna uju ukamaka umuhoza uwamahoro uwase uwera uwimana victoire vumilia
    wairimu wangari wangui wanjiku wanza warren weya winnie wolof yaa yacouba yahaya yakubu yankuba yao yejide
    yetunde yusupha zainabou zalika zandile zawadi zenabou zola zubeda`,
  southAsian: `
    aarav aarti abdur abhishek adarsh adil aditi aditya afroza afzal ahsan ajay ajith akash akhil akshay alka aman
    amandeep amarjit ambika amrit amrita anika anil anish anjana anju ankit ankita anoop anuja anupam anuradha
    anusha aparna archana arif aruna arvind ashok ashwin atif avinash ayesha azhar babar babu bala balbir baldev
    bharat bharati bhavna bhim bikash bimala bina bipin bishal bishnu chandan chandra chandrika charan chetan chhaya
    chitra dalip damodar danish darshan daya deepa deepika dev devi devika dhanya dharma dharmendra dilip dinesh
    dipak dipti divya durga fahim farooq farrukh fazal feroz gagan gajendra ganga gaurav gauri gayathri geeta girish
    gobinda gopal govind gowri gulshan gurdeep gurmeet guru hafiz hanif hari harish haroon harsha hema hemant
    hemlata himani hina humaira humayun iftikhar ijaz indra ishaan ishrat ishwar jagdish jahanara janaki jaswant
    jaya jayanthi jayesh jignesh jitendra junaid jyothi jyoti kabir kailash kajal kalpana kalyani kamala kapil karan
    karthik karuna kashif kashish kaushal kavita kavitha keshav khurram kiran kirti kishan kishor komal krishna
    kuldeep kumari kusum lakshman lal latha laxmi leela lokesh madan madhavi madhu madhuri mahbub mahesh malathi
    maliha malini mamta mandeep mangala manish manisha manjit manju manjula manohar manoj maqsood mayank meena
    meenakshi meera megha mehmood mishra mohan mohini mridula mubarak mudassar mukesh mumtaz murali muralidharan
    musarrat nabeel nafisa nagendra nalini namrata nanda narayan narendra naresh naseem nasreen naveen navin nazia
    neelam neeraj neha nidhi nighat nikhil nilufar nimal nisha nishant nitin noman omkar padma pallavi pankaj
    parvati parvez pawan poonam prabha prabhakar pradeep pradip prakash pramila pramod pranav prasad prasanna
    prashant pratap pratibha praveen prem premila priti priyanka priyanthi puja punam puneet purnima qadir radha
    rafiq raghav raheel rahul raj rajan rajeev rajendra rajiv rajni raju rakesh ramesh ramya ranjan ranjana ranjit
    rashida rashmi rathi ravindra razia reema rehana rekha renuka reshma riaz ridhi rishi ritu rizwan rohan rohit
    roshan roshni rubina rukmini rupa sabir sachin sadia sagar sahil sajid samina sandeep sandhya sangeeta sangita
    sanjeev sanjeewa sanjit santosh sarala sarita saroj sarojini sathish satish satya saurabh savita seema shafiq
    shagufta shahbaz shahid shahida shakeel shamim shamima shankar shanta sharda sharmila sharmin shashi sheela
    sheetal shilpa shivani shoaib shobha shreya shubham shyam siddharth simran sita smita sneha sohail somnath
    sonali sonam sonu sourav srinivas sriram subash subhash sudha sudhir sujata sujatha suman sunil suraj surendra
    surya sushila sushma swapna swati syed tahir tanuja tanvi tanvir tasleem thilini tilak tulsi uma umesh upendra
    urmila usha usman uttam vandana vani varsha vasanthi veena venkat venkatesh vidya vijaya vikas vikram vimal
    vimala vinay vinod vipul vishal vishnu vivek waheed waqar waqas yadav yash yogesh zahid zakir zeeshan zulfiqar`,
  thai: `
    nongnut nongluck nongnuch nongkran nongkhai somjit somsamai somsuk wilawan ratree rattanaporn supaporn kanokwan pornpimol boonmee chonlada lamduan mayuree narumon nittaya
    piyanut ploypailin saowanee sasithorn sawitree srisuda tippawan uraiwan yupin yuphin buppha bunsri kanlaya khemika lamyai phikul prapaporn saengdao samorn
    aoy
    adisak adul amnat amporn anan ananda ananya anchana anongnat anucha anurak anusorn anuwat aphichat apichart
    apirak aran aree areeya aroonee arthit arunee atchara atthaphon aumnuay bancha banchong bang benchawan benjamas
    boonchai boonlert boonma boonrod boonsong boontham boonyarit bunma buppha chada chaichana chaiwat chalermchai
    chaloem chamnan chan chanakan chanchai chanin channarong chanthana chanthra charin charoen chartchai chatri
    chawalit chayan chayaporn chettha chinda chirawat chit chitra chonlada chonthicha chuan chuanchom chulaporn
    chumpol dam danai dao daorung daruni decha duangkamon ekachai ekkachai fahsai fern hansa hathai intira itthi jai
    jantra jaran jariya jeerawan jenjira jidapa jirapa jirawat jittra jom jongkol juthamas kaewta kamala kamolwan
    kamon kanika kanita kanjana kanokporn kanyarat karnchana kasama kasem kawin khajorn khwan khwanchai khwanjai
    kitti kittichai klahan kob koi komsan kong korakot korn kosum kriengsak kritsada kulthida kung kwanjai laddawan
    luksika lumduan mali manit manop mintra monthira montri mook mueang nadee nakhon namfon namphueng namwan nanta
    napaporn narisara narong narongchai natchaya nathaporn natnicha nattapong nattaporn nattawut natthaphon
    natthawut navin neeranuch nicha nida nin nipha nipon nirut nisa nisachon nitaya nong nonglak noppadol noppawan
    noppon nuchanat nuchjarin nuttaporn nuttawut oat onanong onuma orasa orawan ornanong oy paisan paitoon pakorn
    pakpao pannipa paphada parinya patchara patcharaporn pathum pattama paveena pawina peerapat peerapong penpak
    phaibun phakdee phanee phanida phannee phattharaphon phichai phikul phimphan phitsamai phongphan phonthip phra
    phunsap phuwadon pichai pim pimjai pimpa pimporn pinit pipat piti piya piyada piyanuch piyaporn piyawat pong
    pongsak pornpan pornsak porntip poy prachya praew praiwan prakong pramote prapha praphan prasong pratuang prawit
    prayoon prayut preecha prem prija punnee puttipong raewadee rak ratree rattiya roong ruangrit rung rungarun
    rungrat rutchanee saengchan saichon sakchai sakda sakorn samart sanan sanit sanoh santi saowalak sarawut sasi
    sawang sawat seksan siam sinee sirikit sirilak sirinapa siriwan sitthichai sittichai sodsai sombat sombun somdet
    somkiat somlak somphong sompong somrak somyot sopa sophon srisuda suchart suchin suchinda sujin sukhum suksan
    sumon sumontha sunanta supachai supalak supansa supawan supha suphaphon suphot supot suradet surasak surat
    suriya suriyan suthep suthida sutin suttida suwan suwit tanakorn tanapat tanawat tanin tanyaporn tawan tawatchai
    teerapong teerawat tew thaksin thamrong thana thanakorn thanakrit thanapat thanawat thanida thanin thanom thap
    thassanee thawat thawatchai thaweesak thawin theerapat thep thidarat thira thiraphong thitiporn thong thongsuk
    tipawan tipparat toi tong tongchai udom udomporn uthai uthit utumporn vanida vichai vichit vilaiwan virat viroj
    visut wachara wacharin waen walai walaiporn wanchai wannapa wanphen wanwisa warut watcharapon wattana wichai
    wichian wichit wichuda wilasinee wimon wina winai wipada wipaporn wiparat wirat wiroj wisanu wissanu wit
    witchaya withun wittaya witthaya wongduean worachai worawut wuttichai yada yanisa yaowapa yenjit yod yuthana
    yuwadee`,
  latin: `
    jhonatan jhon yeison
    abelardo adelaida adolfo alberto alexis alfredo alonso amparo anabel anahi angelo anibal ariel aurelio aurora
    azucena bautista belen benito bernarda brayan bruna caridad carla celia concepcion dalila darwin dayana daysi
    deisy edilberto edison efrain eliana elkin eloisa emiliano esmeralda estefania estela eusebio evaristo ezequiel
    fabiana facundo feliciano flavia flavio franklin freddy geovanny german giovana gisela gladys griselda guido
    heriberto hernando inmaculada isidro itzel ivonne jairo jazmin jefferson jenifer jeronimo jhon jimena joana
    josue julieta karina lautaro leidy leonor leopoldo lisandro lizbeth lorena lourdes lucero luciana lucila
    lucrecia luisana lupe macarena maricarmen maricela maricruz marisa maritza mayra milagros misael moises
    montserrat nayeli nazareno nelida nicanor nicolasa nidia nilda noelia norberto nubia omaira oswaldo pascual
    perla rafaela reina rene reyna rigoberto rogelio roque rosalba rosaura rufino salome samanta segundo silvana
    silvina telma thiago trinidad ulises valeriano vanesa virgilio wilfredo wilson yadira yajaira yamila yanet
    yaneth yanina yarely yesenia yessica yuliana zaida zoila zulema zulma`,
  balkanBaltic: `
    agnesa aldin almira amel ardit arlind armend artan arton astrit azemina bahtije bakir beqir bersan besart
    besfort blend buqe burim dajana dalila danica dardan dashuri davud dervis dren dzejla edis edisa ejup endrit
    erblin erjon ersin fahrija fatime fatlum fatmira feride fitore flaka flora florent florije gazment genc gent
    gezim gojko hanka haxhi hazbije hikmet hysen ilda izeta jakup jehona jovica kaltrina kosovare kushtrim latif
    lavdim leart leotrim lirim luan lule luljeta lumnije majlinda melita mentor mihane mimoza mirjeta mirlinda
    mujesira munevera muris nadire nafije nazmi nedeljko nexhat nimetullah nuhi pajtim pranvera prenk qamil rabije
    rahima ramadan rame rejhan remzije reshat rexhep rifat rrahim rrezarta rrustem ruzhdi sadete safeta sakib samed
    sanda sedin sejdi selmira senija sevdije shaip shefki shkurte shpetim shukrije sokol suvada tahir teuta tidza
    valmir vehbi vesel vildane xheladin xhemile xhevahire ymer zahide zajko zekirija zenun zijada zineta zulfo
    zumreta`,
  finnishSwedish: `
    aarno aili aimo alpo armas arvo aune einari ensio heimo helmi jenni katri kauno keijo kyosti leea lyyli mari
    martti nelli onni paivi rainer silja sinikka sointu sulo tarmo tauno topi uuno vaino veli virpi virve voitto
    yrjo`,
  swedish: `
    ailo algot anny arvo axelina babro bengtolof calle charlott cilla dagny daniella danne disa doris elsi gertie
    gullevi gullvi gördis helny hildegard ingegärd ingvor johnnie kennerth kickan kjerstin krillan lenita lennie
    leonore lillemor liss lizette lott majvor maritta nanny peppa peppe petronella pirre ragna ragnhild ragnvi
    rosmarie runa sickan sigrun siw solbritt sussie sylve titti torborg valborg vivi ösgöta`,
};
