import { agencyName, moment, personName, say } from '../../cards/frame.ts';
import { actions, type Element, facts, line, plain, quiet, subheading } from '../../cards/parts.ts';
import type { Consultation } from '../../domain/consultation.ts';
import { answerBy } from '../../domain/receipts.ts';
import { findById } from '../../store/consultations.ts';
import { type Dead, unreached } from '../../store/deadLetters.ts';
import { deliveriesTexts } from '../../texts/deliveries.ts';
import { reachTexts } from '../../texts/reach.ts';
import { personKey } from '../keys.ts';
import { channelFacts, withoutChat } from '../reach.ts';
import type { Turn } from '../turn.ts';

const LINES = 5;
/** As many as one button carries. */
export const MOST_ROWS = 20;

const NAMES = 12;

/** Where functions are told what does not arrive otherwise, and who has no chat of their own. */
export async function reachPart(turn: Turn): Promise<Element[]> {
  const t = reachTexts[turn.language];
  const names = await withoutChat(turn);
  const rest = names.length - NAMES;
  const more = rest > 0 ? [deliveriesTexts[turn.language].more(rest)] : [];
  const without = [...names.slice(0, NAMES), ...more].join(', ') || t.everybodyHasChat;
  const channels = facts(await channelFacts(turn));
  return [subheading(t.connect.title), ...(channels ? [channels] : []), facts([[t.noChat, without]])!];
}

/** What did not reach one person about one consultation: the latest says what is to be done. */
type Missed = { to: string; about: string; rows: readonly Dead[] };

/**
 * Every message that did not arrive, who missed what since when, what to do, and the buttons; nothing when there is none.
 * The reader's own are left out: whoever reads this has been reached.
 */
export async function unreachedPart(turn: Turn): Promise<Element[]> {
  const t = deliveriesTexts[turn.language];
  const own = personKey(turn.association, turn.reader.id);
  const dead = await unreached(turn.house.store, turn.association.id);
  const missed = grouped(dead.filter(({ to }) => to !== own));
  if (missed.length === 0) return [];
  const shown = await Promise.all(missed.slice(0, LINES).map((one) => missedLines(turn, one)));
  const rest = missed.length - LINES;
  return [subheading(t.title), ...shown.flat(), ...(rest > 0 ? [line(t.more(rest))] : [])];
}

async function missedLines(turn: Turn, { to, about, rows }: Missed): Promise<Element[]> {
  const t = deliveriesTexts[turn.language];
  const consultation = about === '' ? undefined : await findById(turn.house.store, about);
  const latest = rows.at(-1)!;
  const carried = {
    rows: rows
      .slice(0, MOST_ROWS)
      .map(({ sequence }) => sequence)
      .join(','),
  };
  const text = t.line({
    who: whoIs(turn, to),
    what: [...new Set(rows.map(({ kind }) => t.what[kind] ?? t.message))].join(', '),
    about: consultation?.reference ?? '',
    since: moment(turn, rows[0]!.createdAt),
  });
  return [
    line(text),
    quiet(whatToDo(turn, latest)),
    ...(consultation ? legPart(turn, consultation, rows) : []),
    actions([
      consultation && plain('consultation.show', say(turn).form.showAgain, { ref: consultation.reference }),
      plain('delivery.retry', t.retry, carried),
      plain('delivery.dismiss', t.dismiss, carried),
    ])!,
  ];
}

/** A person's name, or whose channel or mailbox it is. */
function whoIs(turn: Turn, to: string): string {
  const t = reachTexts[turn.language].missed;
  const name = to.slice(turn.association.id.length + 1);
  const [rung, functionId] = name.split(':');
  if (rung === 'entry' && functionId) return personName(turn, functionId);
  const fn = turn.association.functions.find(({ id }) => id === functionId)?.name;
  if (fn !== undefined) return rung === 'mail' ? t.mail(fn) : t.channel(fn);
  return personName(turn, name) || deliveriesTexts[turn.language].somebody;
}

/** Which agency it was for, and by when it must answer. */
function legPart(turn: Turn, consultation: Consultation, rows: readonly Dead[]): Element[] {
  const person = rows[0]!.payload.person ?? rows[0]!.to.slice(turn.association.id.length + 1);
  const leg = consultation.legs.find(({ asked, holder }) => asked === person || holder === person);
  if (!leg) return [];
  const due = moment(turn, answerBy(consultation, leg));
  return [quiet(reachTexts[turn.language].missed.leg({ agency: agencyName(turn, leg.agency), due }))];
}

function whatToDo(turn: Turn, { kind, reason }: Dead): string {
  const t = reachTexts[turn.language].missed;
  const { todo } = deliveriesTexts[turn.language];
  if (kind === 'mention') return t.channelTodo;
  if (kind === 'entry') return t.entryTodo;
  return kind === 'mail' ? t.mailTodo : (todo[reason] ?? todo.fault!);
}

function grouped(dead: readonly Dead[]): Missed[] {
  const groups = new Map<string, Missed>();
  for (const row of dead) {
    const about = String(row.payload.consultation ?? '');
    const name = `${row.to} ${about}`;
    groups.set(name, { to: row.to, about, rows: [...(groups.get(name)?.rows ?? []), row] });
  }
  return [...groups.values()];
}
