/** First names of the rest of Europe, by origin, in the same form and of the same source as `firstNames.ts`. */
export const europeanFirstNames: Readonly<Record<string, string>> = {
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
