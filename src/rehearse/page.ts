import type { Pressed, Shown } from './connector.ts';
import type { Node } from './form.ts';
import { cardRows, cardText, flow, type Piece, painted, type Row } from './print.ts';

/** Where the rehearsal is written: a conversation, at most 80 characters wide. */
export type Page = {
  title(text: string, under: string): void;
  /** A line across: time has passed. */
  time(when: string): void;
  /** One line of the narrator's. */
  tell(text: string): void;
  says(who: string, text: string): void;
  presses(who: string, pressed: Pressed): void;
  opens(who: string, title: string): void;
  /** Draws what somebody sees; what the same person was shown just before is not drawn again. */
  sees(who: string, shown: Shown): void;
  /** Something the rehearsal itself has looked into. */
  found(text: string): void;
  /** Where it went wrong, what was expected and what was seen. */
  wrong(step: string, problem: string): void;
  end(text: string): void;
};

const widest = 80;
const first = (name: string): string => name.split(' ')[0]!;
const plain = (text: string): Piece => ({ text, style: 'plain' });
const bold = (text: string): Piece => ({ text, style: 'bold' });
const dim = (text: string): Piece => ({ text, style: 'dim' });

/** A page that writes as it goes; `columns` narrower than 80 narrows the page, down to 40. */
export function createPage(
  write: (text: string) => void,
  { colour, columns }: { colour: boolean; columns: number | undefined },
): Page {
  const width = Math.max(40, Math.min(widest, columns || widest));
  const rows = (all: readonly Row[]) =>
    write(`${all.map((row) => painted(row, colour).trimEnd()).join('\n')}\n\n`);
  const drawn = new Map<string, Node>();
  const indented = (all: readonly Row[], by: string): Row[] => all.map((row) => [dim(by), ...row]);
  return {
    title: (text, under) => rows([[], [bold(text)], ...flow([dim(under)], width)]),
    time: (when) => rows([[dim('── '), bold(when), dim(` ${'─'.repeat(width - when.length - 4)}`)]]),
    tell: (text) => rows(flow([plain(text)], width)),
    says: (who, text) => rows(flow([bold(first(who)), plain('skriver'), plain(text)], width)),
    presses: (who, { title, under, filled }) => {
      const at: Piece = { text: `[${title}]`, style: 'button' };
      const unfolds: Piece[] = under ? [plain('öppnar'), { text: `[${under}]`, style: 'button' }] : [];
      if (filled.length === 0)
        return rows(
          flow([bold(first(who)), ...unfolds, plain(under ? 'och trycker' : 'trycker'), at], width),
        );
      const fields = filled.flatMap(({ label, value }) =>
        indented(flow([dim(/[?:]$/.test(label) ? label : `${label}:`), plain(value)], width - 4, 2), '    '),
      );
      rows([
        ...flow([bold(first(who)), ...unfolds, plain(under ? 'och fyller i' : 'fyller i')], width),
        ...fields,
        [plain('  och trycker '), at],
      ]);
    },
    opens: (who, title) =>
      rows([[bold(first(who)), plain(' öppnar '), { text: `[${title}]`, style: 'button' }]]),
    sees: (who, { card, text }) => {
      const seen = card ? cardRows(card, width - 4, drawn.get(who)) : flow([plain(text ?? '')], width - 4);
      if (card) drawn.set(who, card);
      rows([[plain('  '), bold(first(who)), plain(' ser')], ...indented(seen, '  │ ')]);
    },
    found: (text) => rows(flow([{ text: '✓', style: 'good' }, plain(text)], width, 2)),
    wrong: (step, problem) =>
      rows([
        ...flow([{ text: `✗ Steget "${step}" gick inte som väntat.`, style: 'attention' }], width),
        ...indented(flow([plain(problem)], width - 2), '  '),
      ]),
    end: (text) => rows(flow([{ text, style: 'good' }], width)),
  };
}

/** What a person reads of what they were shown. */
export const read = ({ card, text }: Shown): string =>
  [text, card && cardText(card)].filter(Boolean).join('\n');
