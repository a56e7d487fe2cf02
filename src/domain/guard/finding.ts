/** Kinds of identifying details the guard tells apart; `unchecked` stands for a text it could not judge. */
export type FindingType =
  | 'personnummer'
  | 'birthdate'
  | 'phone'
  | 'email'
  | 'address'
  | 'postcode'
  | 'caseref'
  | 'vehicle'
  | 'account'
  | 'url'
  | 'lma'
  | 'person'
  | 'combination'
  | 'unchecked';

/** One marked stretch of text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export type Finding = { type: FindingType; start: number; end: number };

/** Whether a finding of this type refuses the text; the others ask (`person`) or only report (`combination`). */
export function blocks(type: FindingType): boolean {
  return type !== 'person' && type !== 'combination';
}
