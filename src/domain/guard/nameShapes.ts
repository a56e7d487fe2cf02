import { closes, endingsOf } from './endings.ts';

/**
 * How names are formed where they are put together from parts, so that those no list holds are known by their make. Written
 * from general knowledge.
 */
const makes: readonly RegExp[] = [
  // Punjabi: Gur-preet, Har-jit, Man-deep, Jas-winder.
  /^(?:gur|har|man|jas|sukh|bal|kul|raj|sat|amar|dal|nav|kam|kanwal|par|ran|sur|tej|jag|lakh|dil|ravi|prab|rup|arsh|sim|hard|iqb|nir|avt)(?:preet|prit|jit|jeet|deep|dip|vinder|winder|inder|ender|pal|want|vant|bir|meet|mit|leen|noor)s?$/,
  // Thai: Siri-porn, Natta-pong, Kanok-wan.
  /^(?:anu|api|arun|atit|benja|boon|bun|chai|chan|chat|chutha?i|dara|duang|jira|jit|kamon|kamol|kan|kanok|kitti?|krit|lada|mon|nak|nan|napa|narong|narue|natt?h?a?|nipha|nop|nutt?h?a?|onn?|orn|pak|pan|patch?a?ra?|peera|phan|phat|phon|phora|pim|phim|pira|piya|pon|pong|porn|pra|prani|prapha|ratch?a|ratt?ana?|rung|sak|san|sara|sas?i|siri|som|sopha|su|suda|supa|supha|suk|surasak|sura|tan|tana|tha?na|thanya|thas|thawat|thip|tida|tippa|ubon|uthai|wan|wana|wara|waru|watchara|wich?i|wil?a|wit|yao|yuth?a|yupa)(?:porn|phon|pon|pong|phong|chai|sak|rat|wan|wat|wut|thip|tip|nee|ni|nart|nat|chart|wit|phat|pat|phop|kan|lak|lux|siri|thida|tida|korn|kon|karn|kit|krit|chit|jit|jai|noi|dej|det|art|orn|apha|apa|apat|pha|phan|pan|pen|phen|sri|thong|yot|yod|anan|anya|anong|nuch|nut|neewan|charoen|roek|rit|ruedee|wadee|wadi)s?$/,
  /^(?:gul|gül|nur|ay|mehr|beh|far|shah|shahr|del|dil|roj|ron|ber|bah|nar|naz|mah)(?:nur|nar|naz|shan|ruz|rooz|rouz|rang|noosh|noush|nush|zad|zan|yar|dad|bano|banu|gol|gul|jan|can|han|beyaz|bahar|sah|cin|ten|den|din|sen|ten|xwaz|hat|star|istan|pari|vash|shid)s?$/,
  // Arabic and Somali: Abd- with one of God's names, -allah, -din, -rahman.
  /^c?abd(?:e|i|o|u|a)?(?:l|r|s|n|q|k|x|h|w|f|m|j|g|z)\p{L}{3,}s?$/u,
  // Eritrean and Ethiopian: Tesfa-mariam, Gebre-medhin, Woldu, Letebrhan.
  /^(?:gh?ebre?|tesfa|tekle|wolde?|welde?|habte|haile|kidane|berhane|fitsum|amanuel|zer[ae]|lete|okba|medhan|netsan|semere|tewelde|asme|andeb|neg[au]s)\p{L}{2,}s?$/u,
  // West, Central and East Africa.
  /^(?:olu|oluwa|ade|ayo|ife|iyi|ola|omo|tem[io]|chi|nna|nne|ugo|uche|obi|ama|ike|ngo|eze|kwa|kwe|nya|nyi?ra|uwi|mu[kt]a|haki|habi|nshim|iri|niyo|ndayi|bizi|nd[iu]|mba|nku|nso|tshi|wan[gj]|mw)(?:seun|seyi|tobi|femi|dele|deji|wale|kunle|tunde|yemi|sola|bunmi|funmi|shola|layo|moke|tayo|bola|nike|remi|toyin|ka|oma|ioma|nedu|dera|amaka|ebuka|emeka|nonso|chukwu|chi|somaga|fumnaya|nyere|nwa|ku|zimana|mana|imana|yimana|kunda|honza|rurema|yonkuru|yimiye|yonzima|ngabo|gabo|bura|gura|iru|iku|eri|oki)s?$/,
];

/** What three letters or more need to end in to be a name's: South Asian, Slavic, Persian, Turkish, Arabic, Ethiopian, Finnish … */
const endings = endingsOf(`
  narayan kumar kumari nathan swamy swami sekaran sekera sekara wardena wardene wardhana singhe sinha ratne ratna tunga tilaka lingam murthy krishnan shankar esh endra inder devi begum anthan arasan
  slav slava slaw slawa mir mira mierz polk
  ovic ovich evic evich ovych enko chuk czyk wicz iewicz owski owska ewski ewska inski inska ynski ynska ovski ovska skyy skyi skiy ckyj chenko auskas aitis iene aite auskiene
  zadeh zada zade oglu nejad nezhad shvili idze adze iani opoulos opoulou akis escu eanu pour poor niya khani manesh doost parast yan
  ullah ullahi ollah allah uddin eddin eddine aldin addin ulhaq urrahman rahman
  mariam medhin medhn ghiorghis giorgis selassie sellasie sellassie yesus iyesus michael mikael haimanot tsadik birhan brhan berhan hiwot hiwet ghebriel gebriel zgi zghi
  onen änen önen inen lainen läinen sson dotter sdóttir qvist kvist crantz krantz hjelm sköld
  lyn lynn ilda ardo erto ildo isio encia elio ancia
`);

/** Whether a word that no dictionary explains is made like a name. */
export const shaped = (key: string): boolean =>
  key.length <= 30 &&
  (closes(endings, key, 3) ||
    (key.endsWith('s') && closes(endings, key.slice(0, -1), 3)) ||
    makes.some((make) => make.test(key)));
