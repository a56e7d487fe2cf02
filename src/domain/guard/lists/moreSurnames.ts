// Written from general knowledge of how names are borne and spelt; copied from no list.
/** Further surnames by the origin they are mostly borne in, in the form of `surnames.ts`. */
export const moreSurnames: Readonly<Record<string, string>> = {
  swedish: `
    hassel hägg hök örn svan flod löv törn rapp spjut kvick dolk orre trast`,
  arabic: `
    abdelnour alami alaoui amara amari aoun asfour azzi baghdadi bakkali bannout barghouti belhaj benali benjelloun
    bouazza boulos bouzid chahine chami chaoui dawood douaihy elamrani fakhoury fayyad ghannam habash haddadin hajj
    hassoun idrissi jaradat jazairi jomaa khoueiry laham lahoud mahfouz marouf moubarak mounir msellem nahas nassar
    omari qasem qassab raslan rifai saab saba sabbah sadek sakr salameh samaha sarraf sawalha sbai shaheen shalabi
    shammas shehab slimani soliman souri suleman tabbara tayeb wahba wehbe yaghi yassine zayed zeidan zeitoun ziadeh
    zoubi zughbi`,
  somali: `
    aadan abdalla abdow abdulle abikar adow afey ainan ainashe arale arte askar aw barrow boqor bullo buraale cige
    daarood dable diini dini dirir dubad duhulow elabe erasto faarah fidow galaydh galbeed gesey gutale guure haibe
    hared hassanow hilowle iman isaaq issack jumale kaariye karshe khayre kheyre koshin mahamuud muhumed mursal noor
    nuh nuriye odowa qeyre raage rage robow sabriye salad samantar sheekh sheikh shiekh shiine shuriye sofe tahlil
    waberi warfaa wehliye yare yussuf`,
  persianAfghan: `
    abdulghani abdulwahid aimal ajmal amanullah aminullah anargul aqela aryan asadullah asef assadullah atiqullah
    azizullah baryalai basir bismillah ebadullah enayatullah esmatullah faizullah farishta farzana fawad fazal
    freshta frozan ghafar ghulam gulalai gulbuddin gulsoom habibullah hafizullah hakima hamidullah hashmatullah
    hekmatullah homaira humaira ihsanullah inayatullah jamshed jawed jawid kamila karima khalilullah khatera laila
    lailuma latifa mahbooba malalai malika marzia masooma massouda matiullah mirwais mohibullah mujtaba mursal
    muzhgan nafisa najeebullah najib najiba najibullah nargis naseer nasima nasir nasratullah nazifa nematullah niaz
    nilofar noorullah palwasha parwana parwin pashtana qais qasem qudratullah rahela rahimullah rahmatullah ramazan
    ratib razia rohullah rona roqia rozma sabera sadiqa safiullah saifullah sakina samiullah sardar sediqa shabana
    shafi shafiqa shafiullah shaima shakiba shakila shamsullah sharifa shekiba shogofa shukria sibghatullah soraya
    tahera tamana tariq torpekai waheed wahid wahida wais walid wazhma yalda yama yasamin zabihullah zainab zalmai
    zarghona ziaullah zohra zubaida`,
  kurdish: `
    agha bapir bazaz botani cheleng delo dizaye dizayi doski gardi goran hakkari hawrami herki jaf kakei kani
    karadaghi khoshnaw kirmanj mirani nanakali pishdari qaradaghi rasool rasul sharafkandi shekhani sherwani sindi
    sorani surchi talabani zangana zebari zibari ziveyi`,
  african: `
    abioye achebe adeyinka adichie adjei agbaje ajayi akande akpan akufo amankwah amoako anokye antwi appiah asamoah
    asante awuah ayodeji baffour bakayoko bangoura bayo bediako bojang boye camacho chukwuma colley conde coulibaly
    danso darko diaby dibba dieng dioum djalo eze ezeh faye gassama gaye gueye habimana hakizimana ilunga iwu jabbie
    jagne jobarteh kabongo kabuya kalala kalonji kanteh kasongo katumba kayembe kujabi lubamba luyindula mbala mbayo
    mbeki mboup mendy mukendi mulumba musonda mutamba mwamba mwanza nankani ndao ndayishimiye ndong ngandu ngoma
    ngoy nimaga niyonkuru niyonzima nkrumah nkurunziza nsengiyumva ntaganda nwachukwu nwosu nyerere nzeyimana obasi
    ofori ogbonna ojo okocha olawale onyango osayande oyelaran quaye rugamba sabally sagna saidy samateh sane sankoh
    sarr savane sawaneh senghor sissoko sonko sylla tchicaya thiam tshibangu tshimanga twum wade yeboah zongo`,
  southAsian: `
    abeysekera adhikari agarwal aggarwal ahluwalia alam amarasinghe arora aryal awan baig bajwa banerjee banu basnet
    basu bhandari bhardwaj bhatia bhatt bhatta bhattacharya bhattarai bhatti bhuiyan bose chakraborty chatterjee
    chaudhary chauhan chawla cheema choudhury dahal datta desai deshmukh devkota dhaliwal dhillon dhungana
    dissanayake dogra dubey dutta fernando fonseka gautam ghimire ghosh gill gunawardena gurung haider haque hoque
    islam iyer jain jayasinghe jayasuriya jayawardena jha joshi kapoor karki karunaratne kaul kayani khadka khanal
    khanna khatri khatun koirala kulkarni lama limbu lodhi magar maharjan malhotra mehta mishra mistry mitra mohanty
    mukherjee naik nair namboodiri nandi nepal neupane niazi pandey pandit pant parajuli pathak patil paudel perera
    pillai pokharel poudel pun rai rajapaksa rajput ramachandran rana ranasinghe randhawa rao rathore ratnayake raza
    reddy regmi rijal roy sahu saini sandhu sapkota sarkar saxena senanayake sethi shahi shaikh sheikh sherpa shetty
    shrestha shrivastava siddique siddiqui silwal sinha sivakumar subramaniam sultana tamang tandon thakur thapa
    thapar timalsina tiwari tripathi tyagi uddin upadhyay varma verma virk vyas warsi wickramasinghe yadav yousaf
    zaidi`,
  thai: `
    bunmi bunnak chaiyaporn chantarasri chuenchom inthara intharat jaroensuk khamdee kongsri laohavanich meesuk
    namwong noiphan panyawong phetcharat phuangphet pongpanich prasertsuk promsri rattanakorn ritthirong saelim
    saetan saiyot sangthong seehawong sirichai siriwat somboonsuk sukkasem sukprasert suksawat suntorn suwannarat
    thammasat thongyai wongsakul wongsuwan wongyai yodsing`,
  latin: `
    acuna aguayo aguero alarcon alcaraz almeida amaya andrade angulo aparicio aquino araujo arce arevalo arroyo baez
    ballesteros banda barboza barrientos bastos batista beltran benavides bermudez bernal blanco bolanos borges
    briones brito bustos caballero cabral camacho candia cano cantu cardoso carrera carrion carvajal carvalho
    castano ceballos cedeno cervantes cespedes chacon cifuentes collazo cornejo correa cuellar duque echeverria
    encinas escalante escudero esquivel estrada fajardo ferrer fonseca gaitan galindo gallego gamboa garay garza
    gimenez gomes gongora granados guerra heredia hinojosa hurtado ibarra jaramillo juarez lara lima lizarraga
    llanos lobos lucero lugo macedo macias madrigal mancilla manzano marroquin matos maya melendez mena mendes
    menendez mercado merino mesa meza monroy monsalve montano montenegro montes moran moreira mosquera moya naranjo
    narvaez nascimento navarrete negrete nieto nogueira noriega obando ocampo ochoa olmos ordonez orozco ortega
    osorio ospina otero paez palacios palomino pardo pavez paz pedraza peralta pineda pinheiro porras portillo
    posada prado prieto puentes pulido quevedo quijano quintanilla quintero quiroz rangel rebolledo rendon restrepo
    retamal ribeiro rincon rivas rocha roldan rosas rubio rueda salcedo saldana salgado santander sarmiento segovia
    serna sierra solano sosa sousa tavares teixeira tejada tobar tovar trejo trujillo ugarte uribe valdivia valle
    vallejo vallejos varela velez viera villa villalba villarreal villegas zambrano zamora zarate zavala zepeda`,
  balkanBaltic: `
    ademovic ajeti aliu avdullahu bajraktari bytyqi cehajic cengic demiri duraku dzaferovic ferati fetahu hamiti
    hyseni imeri islami kadric kurti leka lekaj maksuti maliqi memeti mulaj murati muric mustafi pacolli rama rugova
    selmani stublla syla topalli veliu xhaka xhemajli ymeri zekiri`,
  finnishSwedish: `
    ahola eskola halme hamalainen hyvonen ihalainen jalonen jarvela jarvi jarvinen keranen ketola kivela kivinen
    korpela kosonen lehtola leino leppanen makela maki makinen makkonen mantyla martikainen mykkanen naukkarinen
    niemela oikarinen pajunen parviainen pirinen pitkanen pohjola raisanen rajala rasanen ruuskanen seppala seppanen
    sillanpaa simola sipila sirvio taskinen timonen toivanen tolvanen vaisanen vanhanen vehvilainen ylonen`,
};
