import { z } from 'zod';
import type { Values } from '../cards/fields.ts';
import type { Back } from '../cards/formCard.ts';
import type { Frame } from '../cards/frame.ts';
import type { Card } from '../cards/parts.ts';
import type { Association, Person } from '../domain/association.ts';
import type { Language, Role } from '../domain/codes.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Store } from '../store/database.ts';
import type { Word } from '../texts/words.ts';

/** One line of the log: a closed set of fields, none of which can hold what a person wrote. */
export type LogLine = {
  event: string;
  verb?: string;
  outcome?: string;
  association?: string;
  reference?: string;
  kind?: string;
  fault?: string;
  error?: string;
  place?: string | undefined;
  types?: string;
  count?: number;
  ms?: number;
};

/** What all turns share. The clock, ids and randomness are made where the program starts, and nowhere else. */
export type House = {
  mode: 'local' | 'test' | 'production';
  store: Store;
  associations: readonly Association[];
  /** The domain's time; in local mode it can be set. */
  now(): Date;
  newId(): string;
  /** The same text gives the same id, and the id does not tell the text. */
  idFrom(text: string): string;
  bytes(count: number): Uint8Array;
  log(line: LogLine): void;
  /** A link to the reader's own calendar entry for this consultation; it expires. */
  calendarLink(consultation: Consultation, person: Person): Promise<string | undefined>;
  /** Tells the worker that the outbox has something. */
  wake(): void;
  /** Local mode: moves the clock forward, running everything that falls due on the way, until the outbox is empty. */
  moveClock(to: Date): Promise<void>;
};

/** One person doing one thing, in one association, at one moment. */
export type Turn = Frame & {
  house: House;
  association: Association;
  reader: Person;
  language: Language;
  now: Date;
  /** The activity's key: the same activity delivered again gets the same answer and changes nothing. */
  activity: string;
  /** The message whose button was pressed, in the person's own chat: it becomes the card kept up to date. */
  message?: { serviceUrl: string; conversationId: string; activityId: string } | undefined;
};

/** `about`: the consultation whose card this is; sent as a message, it becomes the one kept up to date. */
export type Reply = { is: 'card'; card: Card; about?: string } | { is: 'text'; text: string };
export const replyCard = (card: Card): Reply => ({ is: 'card', card });
export const about = ({ id: consultation }: Consultation, card: Card): Reply => ({
  is: 'card',
  card,
  about: consultation,
});
export const replyText = (text: string): Reply => ({ is: 'text', text });

/**
 * Something a person can do, by button or by word, through the same code. `texts` are the inputs people write freely:
 * the guard reads them before `run` does. `form` draws what to come back to when the guard or the schema says no.
 */
export type Action<S extends z.ZodObject = z.ZodObject> = {
  inputs: S;
  roles?: readonly Role[];
  /** Sends the person elsewhere before anything is read or kept: the gates of a request. */
  stop?(turn: Turn, values: Values): string | undefined;
  run(turn: Turn, inputs: z.output<S>): Promise<Reply>;
  form?(turn: Turn, values: Values, back: Back): Promise<Card | undefined>;
};

/** Binds the schema's type to the action's code. */
export const action = <S extends z.ZodObject>(one: Action<S>): Action => one as unknown as Action;

/** A word and the rest of what was typed, turned into an action and its inputs; undefined when the rest does not parse. */
export type Spoken = { action: string; inputs: Record<string, string> };
export type Saying = { word: Word; read(rest: readonly string[], turn: Turn): Spoken | undefined };

/** What people do, gathered in one folder: its actions by verb, and the words that lead to them. */
export type Feature = {
  name: string;
  actions: Readonly<Record<string, Action>>;
  sayings?: readonly Saying[];
};

/** Text a person writes freely. Marked, so that the guard cannot be passed by: `textInputsOf` finds every one. */
export const freeText = (most: number) => z.string().trim().max(most).default('').meta({ freeText: most });
export const neededText = (most: number) => z.string().trim().min(1).max(most).meta({ freeText: most });

/** The names of the inputs of an action that hold free text. */
export const textInputsOf = (one: Action): readonly string[] =>
  Object.entries(one.inputs.shape)
    .filter(([, schema]) => (schema as z.ZodType).meta()?.freeText !== undefined)
    .map(([name]) => name);

/** An empty choice is no choice. */
export const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(codes).optional());
export const codeOr = <const T extends readonly [string, ...string[]]>(codes: T, fallback: T[number]) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), z.enum(codes));
export const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
export const optionalId = z.preprocess((value) => (value === '' ? undefined : value), id.optional());
export const reference = z.string().max(20).optional();
export const version = z.coerce.number().int().optional();
export const onOff = z
  .enum(['true', 'false', ''])
  .default('false')
  .transform((value) => value === 'true');
