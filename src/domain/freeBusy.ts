import type { Span } from './spans.ts';

/**
 * When people's own calendars say they are taken, as far as is known: undefined is *unknown*, which is never the same as
 * free. Whoever was not asked about, or whose calendar did not answer whole and in time, is unknown.
 */
export type FreeBusy = (person: string) => readonly Span[] | undefined;

/** Nobody's calendar is known. */
export const allUnknown: FreeBusy = () => undefined;

/**
 * What is known of a role at a proposed time: `free` by a calendar, `declared` by themselves, `unknown` (the agency works
 * then, and nothing speaks against it), `busy` (nobody of the role can).
 */
export const knowledges = ['free', 'declared', 'unknown', 'busy'] as const;
export type Knowledge = (typeof knowledges)[number];
