import type { Association } from '../domain/association.ts';
import { codeTexts } from '../texts/codes.ts';
import { consultationTexts } from '../texts/consultation.ts';
import { formTexts } from '../texts/forms.ts';
import { talkTexts } from '../texts/talk.ts';
import type { Connector, Seat, Shown } from './connector.ts';
import type { Node } from './form.ts';
import { type Page, read } from './page.ts';

/** What the story is played with. `step` always names the step under way, for whoever must tell where it went wrong. */
export type Stage = {
  association: Association;
  teams: Connector;
  page: Page;
  step: { name: string };
  /** The time the bot was started at, `2026-09-07 10:00`. */
  opening: string;
  /** The files of the bot's store, as they are on the disk now. */
  kept: () => readonly Buffer[];
  log: () => string;
};

/** The bot's own words, which the story expects to see. */
export const words = {
  form: formTexts.sv,
  case: consultationTexts.sv,
  talk: talkTexts.sv,
  codes: codeTexts.sv,
};

/** Everybody in the story, each in a chat of their own. */
export type Cast = Record<'maria' | 'eva' | 'omar' | 'sara' | 'nils' | 'karin' | 'johan', Seat>;

/** Seats the people of the story, by their ids in the association file. */
export function castOf({ association, teams }: Stage): Cast {
  const seat = (id: string): Seat => {
    const person = association.people.find((one) => one.id === id);
    const identity = person?.identities[0];
    if (!person || !identity) throw new Error(`${id} finns inte i förbundsfilen.`);
    return teams.seat({ name: person.name, ...identity });
  };
  return {
    maria: seat('cw-maria'),
    eva: seat('fk-eva'),
    omar: seat('af-omar'),
    sara: seat('psyk-sara'),
    nils: seat('psyk-nils'),
    karin: seat('co-karin'),
    johan: seat('cw-johan'),
  };
}

/** The ways a step goes on: somebody presses, is told, sees; or time passes. Each is checked and written down. */
export function scenes({ page }: Stage, clock: Seat) {
  return {
    /** A press, written down; the bot's answer is the presser's new card. */
    presses: async (seat: Seat, verb: string, inputs?: Readonly<Record<string, string>>): Promise<Shown> => {
      const pressed = await seat.press(verb, inputs);
      page.presses(seat.name, pressed);
      return pressed.shown;
    },
    /** What somebody sees, checked and drawn. */
    sees: (seat: Seat, shown: Shown, ...wanted: readonly string[]): void => {
      must(shown, ...wanted);
      page.sees(seat.name, shown);
    },
    /** Waits for a card that the bot sends unasked. */
    hears: async (seat: Seat, ...wanted: readonly string[]): Promise<Shown> => {
      const card = await seat.until((one) => wanted.every((text) => read({ card: one }).includes(text)));
      const shown = card ? { card } : {};
      must(shown, ...wanted);
      return shown;
    },
    /** Moves the bot's clock; it answers when everything that falls due on the way has been sent. */
    time: async (to: string, when: string): Promise<void> => {
      const told = await clock.say(`klocka ${to}`);
      must(told, words.talk.clockIs(when));
      page.time(when);
    },
  };
}

/** What was expected and what was seen instead. */
export const amiss = (wanted: string, shown: Shown): Error =>
  new Error(`Väntat: ${wanted}\nSett:\n${read(shown) || '(ingenting)'}`);

/** Throws unless all of this can be read. */
export function must(shown: Shown, ...wanted: readonly string[]): void {
  const missing = wanted.find((text) => !read(shown).includes(text));
  if (missing !== undefined) throw amiss(missing, shown);
}

/** Throws if this was sent, seen or not. */
export function mustNot(shown: Shown, unwanted: string): void {
  if (JSON.stringify(shown).includes(unwanted)) throw amiss(`inte "${unwanted}"`, shown);
}

/** A long form that came back, as far as its reader looks: what stands above the first field, and the buttons. */
export function topOf(card: Node | undefined): Node {
  const body = (Array.isArray(card?.body) ? card.body : []) as Node[];
  const field = body.findIndex((element) => JSON.stringify(element).includes('"type":"Input.'));
  const buttons = body.filter(
    ({ type, actions }) => type === 'ActionSet' && JSON.stringify(actions).includes('Action.Execute'),
  );
  return { type: 'AdaptiveCard', body: [...body.slice(0, field), ...buttons] };
}
