import { z } from 'zod';
import type { Values } from '../cards/fields.ts';
import type { Frame } from '../cards/frame.ts';
import type { Back } from '../cards/guardTalk.ts';
import type { Card } from '../cards/parts.ts';
import type { Association, Person } from '../domain/association.ts';
import type { Language, Role } from '../domain/codes.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { EntryForm } from '../domain/entries.ts';
import type { FreeBusy } from '../domain/freeBusy.ts';
import type { Line } from '../log.ts';
import type { Store } from '../store/database.ts';
import type { Word } from '../texts/words.ts';

/** What the bot keeps itself and others to. Only tests and the rehearsal on one's own machine change the first two. */
export type Limits = {
  /** Whether what is sent keeps below Teams' documented limits. */
  paced: boolean;
  /**
   * Whether a redelivered activity is known by its id. Only tests turn it off: nothing may be done twice without it
   * either, since Teams also delivers again with a new id.
   */
  inbox: boolean;
  /** How many activities a person may send in a minute; half of them at once. */
  perMinute: number;
};

/** What a link may give: a consultation's export, or all that is kept about the reader. */
export type Wanted = { kind: 'consultation'; consultation: Consultation } | { kind: 'own' };

/** Makes the address of a link to a file for one reader. */
export type DownloadLink = (association: Association, reader: Person, wanted: Wanted) => Promise<string>;

/** Asks people's own calendars when they are taken; whoever is not known afterwards is unknown, never free. */
export type AskFreeBusy = (people: readonly Person[], from: Date, to: Date) => Promise<FreeBusy>;

/** What all turns share. The clock, ids and randomness are made where the program starts, and nowhere else. */
export type House = {
  mode: 'local' | 'test' | 'production';
  store: Store;
  associations: readonly Association[];
  /** The domain's time; in local mode it can be set. */
  now(): Date;
  /** Real time, ms since 1970. */
  realNow(): number;
  /** Runs something once, `ms` of real time from now, unless what is given back is called before. */
  after(ms: number, run: () => void): () => void;
  limits: Limits;
  newId(): string;
  /** The same text gives the same id, and the id does not tell the text. */
  idFrom(text: string): string;
  bytes(count: number): Uint8Array;
  log(line: Line): void;
  /** How a person gets their calendar entries as things are set up now; a link where nothing else can be. */
  entryForm(person: Person | undefined): EntryForm;
  /** A link to the reader's own calendar entry for this consultation; it expires. */
  calendarLink(consultation: Consultation, person: Person): Promise<string | undefined>;
  /** A link to a file for this reader: 15 minutes, one download; whoever holds it is taken for the reader. */
  downloadLink: DownloadLink;
  /** Where it is set up: the calendars of the home tenant. */
  freeBusy?: AskFreeBusy | undefined;
  /** Who calendar entries are from. */
  mailFrom: string;
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
  /** The channel it was said in; undefined everywhere else. */
  channel?: { serviceUrl: string; conversationId: string; tenantId: string; botId: string } | undefined;
};

/**
 * `about`: the consultation whose card this is: wherever it comes to stand is noted, so that it can be replaced when the
 * consultation is disposed of. Sent as a message it becomes the one kept up to date, unless it is `aside` (a form).
 * `fresh`: drawn before any disposal.
 */
export type Reply =
  | { is: 'card'; card: Card; about?: string; aside?: boolean; fresh?: boolean }
  /** `everyone`: it may be read by all who are where it was asked; else it goes to whoever asked. */
  | { is: 'text'; text: string; everyone?: true };

/** A card about no consultation: nothing a person wrote stands on it. */
export const replyCard = (card: Card): Reply => ({ is: 'card', card });

/** The card of a consultation. */
export const about = ({ id, disposedAt }: Pick<Consultation, 'id' | 'disposedAt'>, card: Card): Reply => ({
  is: 'card',
  card,
  about: id,
  fresh: disposedAt === undefined,
});

/** A card about a consultation that is not brought up to date: a form, a preview, a list of choices. */
export const aside = ({ id, disposedAt }: Pick<Consultation, 'id' | 'disposedAt'>, card: Card): Reply => ({
  is: 'card',
  card,
  about: id,
  aside: true,
  fresh: disposedAt === undefined,
});
export const replyText = (text: string): Reply => ({ is: 'text', text });
export const replyEveryone = (text: string): Reply => ({ is: 'text', text, everyone: true });

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
  /** The id of the consultation a form without a reference is about, or will be. */
  draftOf?(turn: Turn, values: Values): Promise<string | undefined>;
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
/** A version as a button carries it; an empty or otherwise forged one is no version, and never the first. */
export const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();
/** What a card knew of what it showed (`stampOf`), of a button that would take away all of it. */
export const since = z
  .string()
  .regex(/^[\da-z]{1,8}$/)
  .optional();
export const onOff = z
  .enum(['true', 'false', ''])
  .default('false')
  .transform((value) => value === 'true');
