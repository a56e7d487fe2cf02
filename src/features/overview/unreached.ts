import { moment, personName } from '../../cards/frame.ts';
import { actions, type Element, line, plain, quiet, subheading } from '../../cards/parts.ts';
import { findById } from '../../store/consultations.ts';
import { type Dead, unreached } from '../../store/deadLetters.ts';
import { deliveriesTexts } from '../../texts/deliveries.ts';
import { personKey } from '../perform.ts';
import type { Turn } from '../turn.ts';

const LINES = 5;
/** As many as one button carries. */
export const MOST_ROWS = 20;

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
    who: personName(turn, to.slice(turn.association.id.length + 1)) || t.somebody,
    what: [...new Set(rows.map(({ kind }) => t.what[kind] ?? t.message))].join(', '),
    about: consultation?.reference ?? '',
    since: moment(turn, rows[0]!.createdAt),
  });
  return [
    line(text),
    quiet(t.todo[latest.reason] ?? t.todo.fault!),
    actions([plain('delivery.retry', t.retry, carried), plain('delivery.dismiss', t.dismiss, carried)])!,
  ];
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
