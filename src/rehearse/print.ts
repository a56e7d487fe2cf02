import type { Node } from './form.ts';

/** How a piece of text stands out; only on a terminal. */
export type Style = 'plain' | 'bold' | 'dim' | 'good' | 'warning' | 'attention' | 'button' | 'first-button';
export type Piece = { text: string; style: Style };
export type Row = readonly Piece[];

const codes: Readonly<Record<Style, string>> = {
  plain: '',
  bold: '1',
  dim: '2',
  good: '32',
  warning: '33',
  attention: '31',
  button: '36',
  'first-button': '1;36',
};

/** Keeps a time or a choice in one piece. */
const unbroken = '\u00a0';
const length = (text: string): number => [...text].length;
const piece = (text: string, style: Style = 'plain'): Piece => ({ text, style });

/** A row as text, with colour or without. */
export const painted = (row: Row, colour: boolean): string =>
  row
    .map(({ text, style }) => (colour && codes[style] ? `\u001b[${codes[style]}m${text}\u001b[0m` : text))
    .join('');

/**
 * Breaks pieces into rows of at most `width` characters, between words; a button is never broken, and what is
 * longer than a row is cut. Rows after the first begin with `hang` spaces.
 */
export function flow(pieces: readonly Piece[], width: number, hang = 0): Row[] {
  const rows: Piece[][] = [[]];
  let used = 0;
  const begin = () => {
    rows.push(hang > 0 ? [piece(' '.repeat(hang))] : []);
    used = hang;
  };
  let fresh = true;
  const put = (text: string, style: Style) => {
    let rest = text.replaceAll(unbroken, ' ');
    if (!fresh && used + 1 + length(rest) > width) {
      begin();
      fresh = true;
    }
    while (length(rest) > width - used && fresh) {
      rows.at(-1)!.push(piece([...rest].slice(0, width - used).join(''), style));
      rest = [...rest].slice(width - used).join('');
      begin();
    }
    const row = rows.at(-1)!;
    const last = row.at(-1);
    if (fresh || last?.style !== style) row.push(piece(fresh ? rest : ` ${rest}`, style));
    else row[row.length - 1] = piece(`${last.text} ${rest}`, style);
    used += length(rest) + (fresh ? 0 : 1);
    fresh = false;
  };
  for (const { text, style } of pieces) {
    const whole = style === 'button' || style === 'first-button';
    for (const [index, paragraph] of text
      .replace(/kl\. (?=\d)/g, `kl.${unbroken}`)
      .split('\n')
      .entries()) {
      if (index > 0) {
        begin();
        fresh = true;
      }
      for (const word of whole ? [paragraph] : paragraph.split(/[ \t]+/).filter(Boolean)) put(word, style);
    }
  }
  return rows;
}

type Kind = 'head' | 'sub' | 'text' | 'small' | 'notice' | 'facts' | 'inputs' | 'buttons';
type Fact = readonly [label: string, value: string];
type Block = { kind: Exclude<Kind, 'facts'>; rows: Row[] } | { kind: 'facts'; facts: readonly Fact[] };
/** What may follow what without an empty row between. */
const joined = new Set([
  ...['head text', 'head small', 'sub text', 'sub facts', 'text text', 'text small', 'small small'],
  ...['sub inputs', 'inputs inputs', 'buttons buttons', 'head same', 'text same', 'sub same'],
]);

/**
 * A card as a person reads it: what is folded away stays away, and buttons stand in brackets. Parts that stood the
 * same on the card `before` are left out, and a row says so.
 */
export function cardRows(card: Node, width: number, before?: Node): Row[] {
  const earlier = before ? blocksOfCard(before, width) : [];
  const known = new Set(earlier.map((block) => rowsText(rowsOf(block, width))));
  const rows: Row[] = [];
  let last: Kind | 'same' | undefined;
  for (const block of blocksOfCard(card, width).flatMap((one) => withoutBeginning(one, earlier))) {
    const drawn = rowsOf(block, width);
    const kind = mayBeLeftOut.has(block.kind) && known.has(rowsText(drawn)) ? 'same' : block.kind;
    if (kind === 'same' && last === 'same') continue;
    if (last !== undefined && !joined.has(`${last} ${kind}`)) rows.push([]);
    rows.push(...(kind === 'same' ? [[piece('⋮ som förut', 'dim')]] : drawn));
    last = kind;
  }
  return rows;
}

const mayBeLeftOut: ReadonlySet<Kind> = new Set(['text', 'small', 'facts', 'inputs']);
const rowsText = (rows: readonly Row[]): string => rows.map((row) => painted(row, false)).join('\n');
const rowsOf = (block: Block, width: number): Row[] =>
  block.kind === 'facts' ? factRows(block.facts, width) : block.rows;

/** Facts of which the first stood the same before, in two parts. */
function withoutBeginning(block: Block, earlier: readonly Block[]): Block[] {
  if (block.kind !== 'facts') return [block];
  for (const one of earlier) {
    if (one.kind !== 'facts' || one.facts.length < 2 || one.facts.length >= block.facts.length) continue;
    if (one.facts.every((fact, index) => fact.join() === block.facts[index]!.join()))
      return [one, { kind: 'facts', facts: block.facts.slice(one.facts.length) }];
  }
  return [block];
}

const blocksOfCard = (card: Node, width: number): Block[] =>
  merged([...list(card.body), { type: 'ActionSet', actions: card.actions }], width, 'plain');

/** Elements as blocks; facts that follow each other stand in the same columns. */
function merged(elements: readonly Node[], width: number, style: Style): Block[] {
  const blocks: Block[] = [];
  for (const block of elements.flatMap((one) => blocksOf(one, width, style))) {
    const last = blocks.at(-1);
    if (block.kind === 'facts' && last?.kind === 'facts')
      blocks[blocks.length - 1] = { kind: 'facts', facts: [...last.facts, ...block.facts] };
    else blocks.push(block);
  }
  return blocks;
}

/** All of a card that its reader sees, unbroken, for whoever looks for something in it. */
export const cardText = (card: Node): string => rowsText(cardRows(card, 100_000));

function blocksOf(element: Node, width: number, style: Style): Block[] {
  if (element.isVisible === false) return [];
  switch (element.type) {
    case 'TextBlock':
      return [textBlock(element, width, style)];
    case 'RichTextBlock':
      return [richBlock(list(element.inlines), width, style)];
    case 'FactSet': {
      const facts = list(element.facts).map(
        ({ title, value }): Fact => [readable(String(title)), readable(String(value))],
      );
      return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
    }
    case 'ActionSet': {
      const buttons = list(element.actions).map((action) =>
        piece(
          `[${String(action.title)}${action.type === 'Action.ToggleVisibility' ? ' ▾' : ''}]`,
          action.style === 'positive' ? 'first-button' : 'button',
        ),
      );
      return buttons.length > 0 ? [{ kind: 'buttons', rows: flow(buttons, width) }] : [];
    }
    case 'Container':
      return noticeOr(element, width, style);
    case 'Image':
      return element.altText ? [{ kind: 'text', rows: flow([piece(String(element.altText))], width) }] : [];
    default:
      if (element.type?.startsWith('Input.')) return [{ kind: 'inputs', rows: inputRows(element, width) }];
      return insideOf(element).flatMap((inner) => blocksOf(inner, width, style));
  }
}

function textBlock(element: Node, width: number, style: Style): Block {
  const text = readable(String(element.text));
  if (element.weight === 'bolder')
    return { kind: element.style === 'heading' ? 'head' : 'sub', rows: flow([piece(text, 'bold')], width) };
  // Small print belongs to the line above it.
  if (element.isSubtle)
    return {
      kind: 'small',
      rows: flow([piece(text, 'dim')], width - 2, 0).map((row) => [piece('  '), ...row]),
    };
  return { kind: 'text', rows: flow([piece(text, style)], width) };
}

/** A bold label with its text is a fact; anything else is running text. */
function richBlock(runs: readonly Node[], width: number, style: Style): Block {
  const [label, value] = runs.map(({ text }) => String(text));
  if (runs.length === 2 && runs[0]!.weight === 'bolder' && label?.endsWith(': '))
    return { kind: 'facts', facts: [[label.slice(0, -2), value!]] };
  const pieces = runs.map(({ text, weight }) => piece(String(text), weight === 'bolder' ? 'bold' : style));
  return { kind: 'text', rows: flow(pieces, width, 2) };
}

const marks: Readonly<Record<string, readonly [sign: string, style: Style]>> = {
  attention: ['!', 'attention'],
  warning: ['!', 'warning'],
  good: ['✓', 'good'],
};

function noticeOr(element: Node, width: number, style: Style): Block[] {
  const [sign, own] = marks[String(element.style)] ?? [];
  if (!sign || !own) return insideOf(element).flatMap((inner) => blocksOf(inner, width, style));
  const rows = merged(insideOf(element), width - 2, own).flatMap((one) => rowsOf(one, width - 2));
  return [
    { kind: 'notice', rows: rows.map((row, index) => [piece(index === 0 ? `${sign} ` : '  ', own), ...row]) },
  ];
}

const insideOf = (element: Node): Node[] =>
  ['items', 'columns', 'rows', 'cells', 'body'].flatMap((name) => list(element[name]));

const widestLabel = 30;

/** Facts in two columns; a single one, or those with long labels, run on after their label. */
function factRows(facts: readonly Fact[], width: number): Row[] {
  const wide = Math.max(...facts.map(([label]) => length(label)));
  if (facts.length === 1 || wide > widestLabel)
    return facts.flatMap(([label, value]) => flow([piece(`${label}:`, 'dim'), piece(value)], width, 2));
  return facts.flatMap(([label, value]) =>
    flow([piece(value)], width - wide - 2).map((row, index) => [
      piece(`${(index === 0 ? label : '').padEnd(wide)}  `, 'dim'),
      ...row,
    ]),
  );
}

/** A field and what stands in it; of a list only what is chosen, unless its few choices stand open. */
function inputRows(input: Node, width: number): Row[] {
  const choices = list(input.choices);
  const chosen = String(input.value ?? '').split(',');
  const isChosen = ({ value }: Node) => chosen.includes(String(value));
  const label = String(input.label ?? input.title);
  const name = piece(/[?:]$/.test(label) ? label : `${label}:`, 'dim');
  if (input.style === 'expanded' && !input.isMultiSelect && choices.length <= 4) {
    const open = choices.map((choice) => `${isChosen(choice) ? '(•)' : '( )'} ${String(choice.title)}`);
    if (open.length > 2) return [[name], ...open.map((text) => [piece(`  ${text}`)])];
    return flow([name, ...open.map((text) => piece(text.replaceAll(' ', unbroken)))], width, 2);
  }
  if (choices.length > 0) {
    const titles = choices.filter(isChosen).map(({ title }) => String(title));
    const shown = titles.length > 0 ? titles.join(', ') : String(input.placeholder ?? '');
    return flow([name, piece(shown), piece('▾', 'dim')], width, 2);
  }
  if (input.type === 'Input.Toggle')
    return flow([name, piece(input.value === (input.valueOn ?? 'true') ? 'ja' : 'nej')], width, 2);
  return flow([name, input.value ? piece(String(input.value)) : piece('…', 'dim')], width, 2);
}

/** Text of a TextBlock without the signs that keep Markdown and date functions from acting on it. */
const readable = (text: string): string => text.replace(/\\([\\`*_[\]#~|<>])/g, '$1').replaceAll('{ {', '{{');

const list = (value: unknown): Node[] => (Array.isArray(value) ? value : []) as Node[];
