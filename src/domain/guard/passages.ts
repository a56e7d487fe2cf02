import type { Word } from './words.ts';

/** Words that end as streets do and never are one, whatever stands behind. */
export const notStreet =
  /^(?:.*poängen|.*sängen|.*slängen|vägen|gatan|bakgatan|återvändsgata|tillgångs|ankomst|arbetsplats|arbetsplatsen|praktikplats|praktikplatsen|boplats|genomförandeplan|handlingsplan|rehabplan|vårdplan|planen|marknaden)$/u;

// Ways through the body and joints; steps, rounds and courses of things; roads that are none.
const body =
  /^(?:.*(?:gall|urin|hörsel|mjölk|saliv|spott|tår|bukspott|näs|tarm|körtel|luft|andnings|blod|nerv|smitt|smitto|läkemedels)(?:gång|väg)(?:en|ens)?|.*(?:knä|höft|axel|hand|fot|armbågs|arm|finger|tumbas|tum|tå|käk|kot|bäcken|skulder|facett|mellan|grund|nyckelbens|språngbens|ledkapsel|ryggrads|si-)led(?:en|ens)?)$/u;
const course =
  /^(?:\p{L}*(?:om|ned|ner|in|ut|fram|till|upp|över|av|genom|åter|för|under|på|an|mot|tanke|arbets|besluts|utrednings|besöks|handläggnings|behandlings|ansöknings|process|ärende|års|års|mitt|sido|sam)gång(?:en|ens)|(?:halv|ut|om|gen|mellan|karriär|livs|kontakt|transport|hem|åter|tillbaka|arbets|för|besluts|påverkans|tjänste)väg(?:en|ens)|\p{L}*(?:besöks|hembesöks|gransknings|samtals|telefon|enkät|motions|rast|intervju|ringnings)(?:rundan|slingan)|huvudled(?:en)?|återvändsgränd(?:en)?|\p{L}*(?:över|under)gata)$/u;

/** Whether a word that ends as streets do is an ordinary noun: a passage of the body, a joint, a course of things. */
export function isPassage({ lower, lexeme }: Word): boolean {
  lexeme.passage ??= body.test(lower) || course.test(lower);
  return lexeme.passage;
}
