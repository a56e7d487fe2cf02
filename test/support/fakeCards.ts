/** A node of a card, or a card: JSON as it came over the wire. */
export type Node = Record<string, unknown> & { type?: string };

/** An action of a card, with the chain of cards (itself and the ShowCards around it) whose inputs it gathers. */
export type Found = { action: Node; scope: Node[] };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

// What is inside these is no part of what stands on the card; a fallback is drawn only where its element is not.
const unseen = ['data', 'refresh', 'authentication', 'fallback', 'msteams'];

function* walk(node: unknown, skip: readonly string[] = unseen): Generator<Node> {
  if (Array.isArray(node)) for (const child of node) yield* walk(child, skip);
  else if (isNode(node)) {
    yield node;
    for (const [key, value] of Object.entries(node)) if (!skip.includes(key)) yield* walk(value, skip);
  }
}

/** All actions of a card; with `fallbacks` also those for clients that cannot draw the first choice. */
export function actionsOf(card: Node, fallbacks = false): Found[] {
  const found: Found[] = [];
  const look = (node: unknown, scope: Node[]) => {
    if (Array.isArray(node)) for (const child of node) look(child, scope);
    else if (isNode(node)) {
      const inner = node.type === 'AdaptiveCard' && node !== card ? [...scope, node] : scope;
      if (node.type?.startsWith('Action.')) found.push({ action: node, scope: inner });
      for (const [key, value] of Object.entries(node)) {
        if (!unseen.includes(key) || (fallbacks && key === 'fallback')) look(value, inner);
      }
    }
  };
  look(card, [card]);
  return found;
}

/** Whether an action is meant by its verb (of Execute or in a Submit's data), title or id. */
export function isMeant({ action }: Found, which: string): boolean {
  const data = isNode(action.data) ? action.data : {};
  return [action.verb, action.title, action.id, data.verb].includes(which);
}

/** The inputs of one card, without those of the ShowCards in it. */
export function inputsOf(card: Node): Node[] {
  const found: Node[] = [];
  const look = (node: unknown) => {
    if (Array.isArray(node)) for (const child of node) look(child);
    else if (isNode(node) && (node.type !== 'AdaptiveCard' || node === card)) {
      if (node.type?.startsWith('Input.')) found.push(node);
      for (const [key, value] of Object.entries(node)) if (!unseen.includes(key)) look(value);
    }
  };
  look(card);
  return found;
}

/** What the client sends for a pressed action: the card's defaults, what was filled in, and the client's own checks. */
export function gather({ action, scope }: Found, filled: Record<string, unknown>, force = false): Node {
  const inputs = scope.flatMap(inputsOf);
  const values: Record<string, string> = {};
  for (const [id, value] of Object.entries(filled)) {
    if (force) values[id] = String(value);
    else if (!inputs.some((input) => input.id === id)) {
      throw new Error(
        `the card has no input "${id}", but ${inputs.map((input) => input.id).join(', ') || 'none'}`,
      );
    }
  }
  if (action.associatedInputs === 'none') return values;
  for (const input of inputs) {
    const id = String(input.id);
    let value = Object.hasOwn(filled, id) ? filled[id] : input.value;
    if (input.type === 'Input.Toggle') {
      const [on = 'true', off = 'false'] = [input.valueOn, input.valueOff] as (string | undefined)[];
      value = typeof value === 'boolean' ? (value ? on : off) : (value ?? off);
    }
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    const fault = force ? undefined : faultOf(input, text);
    if (fault) throw new Error(`the client stops at input "${id}": ${fault}`);
    if (text !== '') values[id] = text;
  }
  return values;
}

function faultOf(input: Node, text: string): string | undefined {
  if (
    input.isRequired === true &&
    (text === '' || (input.type === 'Input.Toggle' && text !== (input.valueOn ?? 'true')))
  ) {
    return 'required';
  }
  if (text === '') return undefined;
  if (typeof input.maxLength === 'number' && text.length > input.maxLength) return 'too long';
  if (typeof input.regex === 'string' && !new RegExp(input.regex).test(text)) return 'pattern';
  if (input.type === 'Input.Date' && !/^\d{4}-\d\d-\d\d$/.test(text)) return 'no date';
  if (input.type !== 'Input.ChoiceSet' || !Array.isArray(input.choices)) return undefined;
  const offered = input.choices.map((choice: Node) => choice.value);
  const chosen = input.isMultiSelect ? text.split(',') : [text];
  return chosen.every((value) => offered.includes(value)) ? undefined : `"${text}" is not offered`;
}

/** All that a reader can see on a card, a piece per line. */
export function cardText(card: unknown): string {
  const seen: string[] = [];
  for (const node of walk(card)) {
    for (const key of ['text', 'title', 'label', 'placeholder', 'altText', 'errorMessage', 'value']) {
      // The value of a fact or a text run is read; that of an input or a choice is not.
      if (key === 'value' && (node.type !== undefined || !('title' in node) || isChoice(node, card)))
        continue;
      if (typeof node[key] === 'string') seen.push(node[key]);
    }
  }
  return seen.join('\n');
}

function isChoice(node: Node, card: unknown): boolean {
  for (const other of walk(card))
    if (Array.isArray(other.choices) && other.choices.includes(node)) return true;
  return false;
}

/** What Teams would refuse in a card, or what looks wrong in it; empty for a good one. */
export function faultsOf(card: unknown): string[] {
  const faults: string[] = [];
  const json = JSON.stringify(card);
  if (Buffer.byteLength(json) > 28 * 1024) faults.push(`over 28 KB: ${Buffer.byteLength(json)} bytes`);
  if (/undefined|\[object Object\]/.test(json))
    faults.push(`undefined in a card: ${/.{0,40}(undefined|\[object).{0,20}/.exec(json)?.[0]}`);
  if (!isNode(card) || card.type !== 'AdaptiveCard') return [...faults, 'not an Adaptive Card'];
  if (card.version !== '1.5') faults.push(`version ${String(card.version)}`);
  const ids = new Set<unknown>();
  for (const node of walk(card)) {
    if (Array.isArray(node.actions) && node.actions.length > 6) faults.push(`${node.actions.length} actions`);
    if (node.type?.startsWith('Action.') && !node.title && !node.iconUrl)
      faults.push(`${node.type} without title`);
    if (node.type === 'Action.Execute' && !node.verb) faults.push('Action.Execute without verb');
    if (node.type === 'Image' && !node.altText) faults.push('image without altText');
    if (!node.type?.startsWith('Input.')) continue;
    if (!node.id || ids.has(node.id)) faults.push(`input id missing or used twice: ${String(node.id)}`);
    if (!node.label && !node.title) faults.push(`input without label: ${String(node.id)}`);
    ids.add(node.id);
  }
  return faults;
}
