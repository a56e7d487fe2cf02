/** An Adaptive Card 1.5 as the door takes it. */
export type Card = {
  type: 'AdaptiveCard';
  version: '1.5';
  body: unknown[];
  actions?: unknown[];
  [key: string]: unknown;
};
export type Element = { type: string; [key: string]: unknown };
export type Choice = { value: string; title: string };

type ButtonStyle = 'default' | 'positive' | 'destructive';

/** Ids and a version only: what a button carries is never trusted (product §5). */
export type ButtonData = Readonly<Record<string, string | number | undefined>>;

/** A card with a fallback text for clients that draw none; nothing but what the parts hold. */
export const card = (body: readonly (Element | undefined | false)[], fallbackText: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText,
  speak: fallbackText,
  body: body.filter((part) => part !== undefined && part !== false),
});

/**
 * Our own wording. TextBlock reads Markdown and `{{DATE()}}`; what people wrote goes through `written` instead.
 * Names from the association file pass here too, so the signs Markdown acts on are escaped.
 */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]#~|<>]/g, '\\$&').replaceAll('{{', '{ {');

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text: escaped(text),
  size: 'large',
  weight: 'bolder',
  wrap: true,
  style: 'heading',
});
export const subheading = (text: string): Element => ({
  type: 'TextBlock',
  text: escaped(text),
  weight: 'bolder',
  wrap: true,
  spacing: 'medium',
});
export const line = (text: string): Element => ({
  type: 'TextBlock',
  text: escaped(text),
  wrap: true,
  spacing: 'small',
});
export const quiet = (text: string): Element => ({ ...line(text), isSubtle: true, size: 'small' });
/** A sentence that must be seen first: a refusal, a stop, a finding. */
export const notice = (
  text: string,
  style: 'warning' | 'attention' | 'good' | 'accent' = 'warning',
): Element => ({
  type: 'Container',
  style,
  bleed: true,
  items: [line(text)],
});

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A label and what belongs to it; what a person wrote is shown literally: a TextRun reads no Markdown. Control and direction signs are dropped. */
export const written = (label: string, text: string): Element => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines: [
    { type: 'TextRun', text: `${label}: `, weight: 'bolder' },
    // Two braces in one run are read as `{{DATE()}}`; apart they are just braces.
    ...text
      .replace(CONTROL, '')
      .split(/(?<=\{)(?=\{)/)
      .map((run) => ({ type: 'TextRun', text: run })),
  ],
});

export const facts = (pairs: readonly (readonly [string, string] | undefined)[]): Element | undefined => {
  const shown = pairs.filter((pair) => pair !== undefined);
  if (shown.length === 0) return undefined;
  return {
    type: 'FactSet',
    facts: shown.map(([title, value]) => ({ title: escaped(title), value: escaped(value) })),
  };
};

export const textInput = (
  id: string,
  label: string,
  options: {
    most?: number;
    hint?: string;
    value?: string | undefined;
    lines?: boolean;
    required?: boolean;
  } = {},
): Element => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: options.lines ?? true,
  ...(options.most ? { maxLength: options.most } : {}),
  ...(options.hint ? { placeholder: options.hint } : {}),
  ...(options.value ? { value: options.value } : {}),
  ...(options.required ? { isRequired: true, errorMessage: label } : {}),
});

/** Only what is among the choices is preset: a forged value is not drawn back. */
const chosen = (choices: readonly Choice[], value: string | undefined): { value?: string } => {
  if (value === undefined) return {};
  const known = value.split(',').filter((part) => choices.some((choice) => choice.value === part));
  return known.length > 0 ? { value: known.join(',') } : {};
};

export const choiceInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  options: {
    value?: string | undefined;
    expanded?: boolean;
    many?: boolean;
    required?: boolean;
    placeholder?: string;
    visible?: boolean;
  } = {},
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  choices: choices.map(({ value, title }) => ({ title, value })),
  style: options.expanded ? 'expanded' : 'compact',
  wrap: true,
  ...(options.many ? { isMultiSelect: true } : {}),
  ...(options.placeholder ? { placeholder: options.placeholder } : {}),
  ...chosen(choices, options.value),
  ...(options.required ? { isRequired: true, errorMessage: label } : {}),
  ...(options.visible === false ? { isVisible: false } : {}),
});

export const dateInput = (
  id: string,
  label: string,
  options: { value?: string | undefined; min?: string; required?: boolean } = {},
): Element => ({
  type: 'Input.Date',
  id,
  label,
  ...(options.min ? { min: options.min } : {}),
  ...(options.value && /^\d{4}-\d{2}-\d{2}$/.test(options.value) ? { value: options.value } : {}),
  ...(options.required ? { isRequired: true, errorMessage: label } : {}),
});

export const timeInput = (id: string, label: string): Element => ({ type: 'Input.Time', id, label });

export const toggleInput = (id: string, title: string, on: boolean): Element => ({
  type: 'Input.Toggle',
  id,
  title,
  label: title,
  value: on ? 'true' : 'false',
  valueOn: 'true',
  valueOff: 'false',
});

/** A button that runs a verb: `Action.Execute`, with `Action.Submit` for clients that lack it. */
export const button = (
  verb: string,
  title: string,
  carried: ButtonData = {},
  style: ButtonStyle = 'default',
): Element => {
  const data = Object.fromEntries(
    Object.entries({ ...carried, verb }).filter(([, value]) => value !== undefined),
  );
  return {
    type: 'Action.Execute',
    verb,
    title,
    data,
    ...(style === 'default' ? {} : { style }),
    fallback: { type: 'Action.Submit', title, data, ...(style === 'default' ? {} : { style }) },
  };
};

/** A button that needs nothing the card holds: no field that is still empty stands in its way. */
export const plain = (
  verb: string,
  title: string,
  carried: ButtonData = {},
  style: ButtonStyle = 'default',
): Element => {
  const made = button(verb, title, carried, style);
  return {
    ...made,
    associatedInputs: 'none',
    fallback: { ...(made.fallback as Element), associatedInputs: 'none' },
  };
};

/** A form that unfolds under the card: its own inputs, and those of the card around it. */
export const unfold = (
  title: string,
  body: readonly (Element | undefined)[],
  buttons: readonly Element[],
  style?: 'positive',
): Element => ({
  type: 'Action.ShowCard',
  title,
  ...(style ? { style } : {}),
  card: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [...body.filter((part) => part !== undefined), actions(buttons)],
  },
});

export const link = (title: string, url: string): Element => ({ type: 'Action.OpenUrl', title, url });

const MOST_IN_A_ROW = 6;

/** Buttons in rows of at most six: Teams draws no more in one. */
export const actions = (buttons: readonly (Element | undefined | false)[]): Element | undefined => {
  const shown = buttons.filter((one) => one !== undefined && one !== false);
  const rows = [];
  for (let first = 0; first < shown.length; first += MOST_IN_A_ROW)
    rows.push({ type: 'ActionSet', actions: shown.slice(first, first + MOST_IN_A_ROW) });
  return rows.length > 1 ? { type: 'Container', items: rows } : rows[0];
};

/** A part that unfolds on the same card; what it holds is sent with the card either way. */
export const folded = (id: string, title: string, body: readonly Element[]): Element[] => [
  {
    type: 'ActionSet',
    actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }],
  },
  { type: 'Container', id, isVisible: false, items: body },
];
