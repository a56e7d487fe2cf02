/** A node of a card, or a card: JSON as it came over the wire. */
export type Node = Record<string, unknown> & { type?: string };

/** A field that was filled in, as it reads on the form. */
export type Filled = { label: string; value: string };

/** A button, the cards whose inputs it sends, and the title of the folded form it stands in. */
export type Found = { action: Node; scope: readonly Node[]; under: string | undefined };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The first button of a verb, with the card and the unfolded cards whose inputs it sends. */
export function buttonOf(card: Node, verb: string): Found | undefined {
  const look = (node: unknown, scope: readonly Node[], under?: string): Found | undefined => {
    if (!isNode(node)) return undefined;
    if (node.type === 'Action.Execute' && node.verb === verb) return { action: node, scope, under };
    const inner = node.type === 'AdaptiveCard' && node !== card ? [...scope, node] : scope;
    const title = node.type === 'Action.ShowCard' ? String(node.title) : under;
    for (const [name, child] of Object.entries(node)) {
      const found = name === 'data' || name === 'fallback' ? undefined : look(child, inner, title);
      if (found) return found;
    }
    return undefined;
  };
  return look(card, [card]);
}

/** Where the link of that title leads. */
export function urlOf(node: unknown, title: string): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Action.OpenUrl' && node.title === title) return String(node.url);
  for (const child of Object.values(node)) {
    const url = urlOf(child, title);
    if (url) return url;
  }
  return undefined;
}

function inputsOf(card: Node): Node[] {
  const look = (node: unknown): Node[] => {
    if (!isNode(node) || (node.type === 'AdaptiveCard' && node !== card)) return [];
    if (node.type?.startsWith('Input.')) return [node];
    return Object.values(node).flatMap(look);
  };
  return look(card);
}

/** What a client sends: the values on the cards, then those filled in; it stops where a client would. */
export function gather(
  scope: readonly Node[],
  filled: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs = scope.flatMap(inputsOf);
  const unknown = Object.keys(filled).find((name) => !inputs.some(({ id }) => id === name));
  if (unknown) throw new Error(`Kortet har inget fält "${unknown}".`);
  const values: Record<string, string> = {};
  for (const { id, value, isRequired, label } of inputs) {
    const said = filled[String(id)] ?? (typeof value === 'string' ? value : '');
    if (said !== '') values[String(id)] = said;
    else if (isRequired) throw new Error(`Fältet "${label}" måste fyllas i.`);
  }
  return values;
}

/** A filled-in value in the words of the form: the titles of what was chosen. */
export function filledIn(scope: readonly Node[], name: string, value: string): readonly Filled[] {
  const input = scope.flatMap(inputsOf).find(({ id }) => id === name);
  const label = String(input?.label ?? name);
  if (input?.type === 'Input.Toggle') return [{ label, value: value === 'true' ? 'ja' : 'nej' }];
  const choices = (input?.choices ?? []) as { value: string; title: string }[];
  const titles = value.split(',').map((one) => choices.find((choice) => choice.value === one)?.title);
  return [{ label, value: titles.every((title) => title !== undefined) ? titles.join(', ') : value }];
}
