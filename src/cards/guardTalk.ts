import type { Telling } from '../domain/guard/combination.ts';
import type { FindingType } from '../domain/guard/verdict.ts';
import type { Values } from './fields.ts';
import { type Frame, listed, say } from './frame.ts';
import { type ButtonData, button, type Element, notice, written } from './parts.ts';

/** What the guard found in a form, and the text as it reads when masked; never the finding itself. */
export type GuardTalk = {
  verdict: 'ask' | 'block';
  types: readonly FindingType[];
  /** In what ways combinations single a person out. */
  telling: readonly Telling[];
  split: boolean;
  /** Per input id. For `ask` the findings are numbered in the order they stand. */
  masked: Readonly<Record<string, string>>;
};

/** Why a form came back: the guard's findings, or what is missing. */
export type Back = { guard?: GuardTalk | undefined; problem?: string | undefined; values?: Values };

/** The sentence and the masked texts that stand above a form which the guard sent back. */
export function guardPart(frame: Frame, guard: GuardTalk | undefined): Element[] {
  if (!guard) return [];
  const t = say(frame).form;
  const telling = listed(
    [...new Set(guard.telling)].map((kind) => t.telling[kind]),
    t.and,
  );
  const kinds = listed(
    [...new Set(guard.types)].map((type) =>
      type === 'combination' && telling !== '' ? `${t.types[type]} (${telling})` : t.types[type],
    ),
    t.and,
  );
  const sentence = guard.types.includes('unchecked')
    ? t.guardUnchecked
    : guard.verdict === 'block'
      ? t.guardBlock(kinds)
      : t.guardAsk(kinds);
  return [
    notice(guard.split ? `${sentence} ${t.guardSplit}` : sentence, 'attention'),
    ...Object.values(guard.masked).map((text) => written(t.guardMarked, text)),
  ];
}

/** Take the masked text; for what may be a name also: it is not a person. Both carry on with the interrupted verb. */
export function guardButtons(
  frame: Frame,
  guard: GuardTalk | undefined,
  verb: string,
  data: ButtonData,
): Element[] {
  if (!guard || guard.types.includes('unchecked')) return [];
  const t = say(frame).form;
  const mask = button('guard.mask', t.guardMask, { ...data, next: verb }, 'positive');
  return guard.verdict === 'block'
    ? [mask]
    : [mask, button('guard.keep', t.guardKeep, { ...data, next: verb })];
}
