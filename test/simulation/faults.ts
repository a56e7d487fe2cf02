import type { Random } from './random.ts';

/** How often each thing goes wrong, as shares of the occasions; drawn anew for every seed, so that mixes differ. */
export type Faults = {
  /** Of requests to the connector: refused for their number, with or without Retry-After. */
  tooMany: number;
  /** Of requests: answered 5xx, with nothing done. */
  failed: number;
  /** Of requests: done, but answered 5xx or 412. */
  ambiguous: number;
  /** Of requests: the same for every request to this chat, some minutes long. */
  sulking: number;
  /** Of requests: lost on the way there, or the answer lost on the way back; the bot hears nothing for eight seconds. */
  lost: number;
  /** Of requests: could not be made at all. */
  unmade: number;
  /** Of requests: from here on none can be made at all, for some ten minutes; then everything that waited goes out. */
  outage: number;
  /** Of activities: delivered a second time with the same id, or (presses) a new one. */
  twice: number;
  anew: number;
  /** Of answers to presses: lost on the way, so that Teams delivers again. */
  unheard: number;
  /** Of statements: the disk fails. */
  disk: number;
  /** Of steps: an instance dies, stands still for a minute or two, or is stopped in good order. */
  crash: number;
  freeze: number;
  restart: number;
  /** Of what people do: they take the bot away, or the bot is blocked there. */
  leave: number;
};

const usual: Faults = {
  tooMany: 0.03,
  failed: 0.03,
  ambiguous: 0.03,
  sulking: 0.01,
  lost: 0.02,
  unmade: 0.02,
  outage: 0.003,
  twice: 0.08,
  anew: 0.05,
  unheard: 0.04,
  disk: 0.001,
  crash: 0.001,
  freeze: 0.0005,
  restart: 0.0003,
  leave: 0.02,
};

/** Nothing goes wrong. */
export const calm = Object.fromEntries(Object.keys(usual).map((name) => [name, 0])) as Faults;

/** A mix of its own for one seed: each fault absent, as usual, or four times as frequent. */
export const mixed = (random: Random): Faults =>
  Object.fromEntries(
    Object.entries(usual).map(([name, share]) => [name, share * random.pick([0, 1, 1, 4])]),
  ) as Faults;
