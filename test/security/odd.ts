import { chance } from '../soak/area.ts';

/** Chance that can be had again: whole numbers, picks and maybes. */
export type Chance = {
  below(most: number): number;
  of<T>(all: readonly T[]): T;
  may(share: number): boolean;
};

/** The same seed makes the same choices. */
export function createChance(seed: number): Chance {
  const next = chance(seed);
  const below = (most: number) => Math.floor(next() * most);
  return { below, of: (all) => all[below(all.length)]!, may: (share) => next() < share };
}

/** Names every object answers to, whether or not anybody gave it the property. */
export const inherited: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupSetter__',
  'isPrototypeOf',
  'length',
];

/** Texts that have been too much for somebody before. */
export const oddTexts: readonly string[] = [
  ...inherited,
  ' ',
  'null',
  'undefined',
  'true',
  'NaN',
  '-1',
  '0',
  '1e999',
  '9'.repeat(400),
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\ufeff',
  '\u202egnirts',
  '\u200b'.repeat(50),
  '🧑‍🤝‍🧑'.repeat(40),
  'ﷺ'.repeat(30),
  'å̈̈̈'.repeat(60),
  "' or 1=1 --",
  '"; drop table consultations; --',
  '../../../../etc/passwd',
  '#{7*7}{{7*7}}<%= 7 %>',
  '{{DATE(2026-01-01)}}',
  '<script>alert(1)</script>',
  '<at>Bot</at>',
  '[länk](javascript:alert(1))',
  'http://169.254.169.254/',
  'K-22222-8',
  'K-',
  'ﬁ'.repeat(100),
  'İ'.repeat(100),
  'x'.repeat(5000),
  '(a+)+$'.repeat(50),
  'åäö '.repeat(800),
];
