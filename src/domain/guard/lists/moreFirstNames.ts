// Written from general knowledge of how names are borne and spelt; copied from no list.
/** Further first names by the origin they are mostly borne in, in the form of `firstNames.ts`. */
export const moreFirstNames: Readonly<Record<string, string>> = {
  arabic: `
    aban abdelkader abdellatif abdulhakim abdullatif abdulmalik abdulqader abdulrahim abdulrazzaq abdulsalam
    abdulwahab abla adib afaf aicha aminah anis awatef aymen azhar azzam bahija balqis bassem bisan bouchra chadi
    daoud deema dhia doaa ehab essam fahmi fakhri faleh fatiha fawaz fawzia fayrouz fidaa ghofran hakim hamada
    hamoudi haroun hassiba hayder houssam ihsan ilham inaam issam jaber jameel jinan karam khadijah kinda loubna
    majdi manel maysa miral moayad moncef mourad moustafa muath muhammed muntaha nael naila nasima nasreen nawras
    nayef nazha nouf oussama rabah rachida rafik ramadan ramez ramzi randa raouf rasmi riad ridha riham sabrine
    sameer samih shahd shaimaa sirine souad soukaina soumaya suhaib suhayla tahani taleb taysir tharaa tuqa wahiba
    walaa widad wijdan wissam yacine yaman yassin yazid yousif zaher zakariya zineb zinedine`,
  somali: `
    abdiaziz abdilahi abdillahi abdimalik abdiqadir abdirisak abdisalan abdulahi abyan adar afrah ahlaam amiin amran
    anzal awale awil ayaanle ayub bahsan barni barwaqo bishaaro bishara bulhan burhaan caaisha cabdalla cabdullahi
    canab casho cawo cumar dalmar daud deeq deeqo degan dhool diiriye dualeh ebla faisa farax fardowsa farhia fatun
    fiidow firdows fowsiyo gacal garaad geeddi guhaad gurey guuleed haaruun habso hashi hodo ibtisaam ifraah ilwad
    ismacil isse istahil istar jaamac jabril jamaal jamilo kaafi kadija kaltuun kin kinsi kulane libaan liiban luula
    mowlid muhiyadin mumina nadifa nafisa nageye najax nasro nasteexo nurta nurto qadra quman rooble rooda rukia
    ruqia ruun sacdiyo sadio salaado sareedo sharmaarke sharmake shire sirad siyaad suado subeer sucdi sugulle
    sulekha tawfiq timiro ugaas ugbad umulkheyr waris warsan weheliye xabiba xaliimo xamdi xasan xasna xirsi xuseen
    yasiin yoonis zaynab`,
  persianAfghan: `
    abtin amineh aria artin atousa avesta badri bahador behnoosh behrad behrang borzou delaram donya erfan esmaeil
    fakhri faranak faraz farbod farokh farzan fereydoon firouzeh foroozan forouzan ghodrat golriz habibollah hediyeh
    hooshang hormoz houshang jaleh javid kasra kia kioumars kiumars koorosh lida mahshid manizheh manouchehr mansoor
    massoud maziar mehrangiz mehri mozhdeh nadereh nargess nariman nastaran nematollah niki niousha niyaz nouri
    noushin parastoo parham pari parinaz paymaan pedram pejman pirouz pooneh pooria pouneh pouria rasoul roghayeh
    rozita sahand saideh salar sanam sassan shahrouz shayesteh shervin shideh shokoufeh sima solmaz soudabeh vahideh
    yaghoub zhaleh zhila`,
  kurdish: `
    agir ajda amed arin asos avan aveen avesta azadi bafrin bahoz bakhtiar baxtiyar behat bejan bekas berxwedan
    besna beyan bilind bizhar bryar cano cegerxwin ceren chia chiman chnar chra cudi delovan demhat dersim diako
    diar dijwar dildar diler dilgesh diljin dilnia dilsah dilsoz dinar ednan fener firmesk frman gelawej golala gona
    gulan gulbahar guri halabja halgurd hardi hawkar hawraz hawre hedi heleez hersh heza hivron hoger hogir huner
    jegr kajal kajan kani kardo kavar kazhal khabat khalat khasro khebat khoshnaw khunav khuncha kochar kurdo lanja
    lava lavin mezgin nariman narin nashmil nawroz niaz nigar niyan nuvin peshawa peshkawt pishtiwan qadir ranj
    ranja rawand rawaz rebar rekawt ribwar rihan rojan rojava rojbin rondik rozhan rubar rukan sangar sarhad sarko
    sarwar sebri seher serbest serdem serok servan sewe shabaz shadman shahen shamal shana shaswar shawnm sherwan
    shler shoresh shwan shwana simko sivan sozan srwa taban tavga tewar trifa vejin vian viyan warda welat xebat
    xelil xoshnav yekta zagros zanko zanyar zerya zhian zhila zhino zhwan zimnako zinar zryan`,
  tigrinyaAmharic: `
    abebe abeda abera aberash aberra abiel abinet abiy abreham abrihet adane addis addisu adey adonay afewerki akeza
    akilu alemayehu alemnesh alemseged alemtsehay aman amaniel amete amleset andemariam andinet ariam arsema asfaw
    asgedom asgodom askalu asmelash asnakech assefa astier awetash ayele ayelech aynalem azieb bahlbi bahta baraki
    beide belay berekti berhan berhanu betelhem bethel betiel brkti bruk danait debas dejen dembelash demisse demoz
    dereje desale desalegn desbele elelta elsabet embaye endale ephrem esayas eskinder esrom etsegenet eyasu fanuel
    fekadu fesehaye fesseha fethawi fikre filimon finan fisseha fithawi fiyori fkadu frewoini frezghi gebreab
    gebretensae gebreyesus gerezgiher getahun ghide ghirmai guesh habtamu habte habteab hadgu hadish haileselassie
    haimanot hermon hiriti huruy iyob kalab kaleb kalkidan kasahun kebede kebedech kefyalew kesanet kesete kflom
    kibra kidan kidanemariam kidus kifle kiflom leake leteberhan letemariam letish libsework liya lula maereg mahder
    mahlet maru mebrat medhane medhanit mehret melaku melat meley mersha messele metkel mikal million misgina
    mulualem muluwork nahusenay naod nebiyat nebyat negasi neghisti negisti netsanet ngisti okbazghi redae redie
    rezene rezenom rigbe robiel rutha saare saliem samhar samson segen senayit sendek sennay seyoum shumay sibhat
    sofonias sosina tadele tamrat tareke tekeste teklay tekleab teklemariam tesfaalem tesfai tesfaldet tesfamichael
    tesfazghi tesfu teweldebrhan tinsae tsadkan tsegab tsegai tsegaye tsehaye tsigab tsige tsion wegahta weldeab
    weldemariam woinshet wolde woldeab woldu wubet wubit yared yebio yerusalem yeshi yohanna yohans yosiyas zecarias
    zemichael zemzem zenebe zenebech zera zerabruk zerihun zerit zewdu zufan`,
};
