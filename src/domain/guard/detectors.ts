import { account } from './account.ts';
import { address } from './address.ts';
import { birthdate } from './birthdate.ts';
import { caseref } from './caseref.ts';
import { combination } from './combination.ts';
import { email } from './email.ts';
import type { Finding } from './finding.ts';
import { names } from './names.ts';
import type { Normalised } from './normalise.ts';
import { permit } from './permit.ts';
import { personnummer } from './personnummer.ts';
import { phone } from './phone.ts';
import { unexplained } from './unexplained.ts';
import { vehicle } from './vehicle.ts';
import { web } from './web.ts';

/** Reads a working text and marks what it knows, in offsets of the working text; work grows in step with the length. */
export type Detector = (text: Normalised) => Finding[];

/** Every detector, the ones whose word weighs most where two mark the same characters first. */
export const detectors: readonly Detector[] = [
  email,
  web,
  account,
  permit,
  personnummer,
  caseref,
  phone,
  vehicle,
  birthdate,
  address,
  unexplained,
  names,
  combination,
];

/** What is asked of a text whose fields are read on into each other: figures that happen to meet are nobody's number. */
export const joiningDetectors: readonly Detector[] = detectors.filter((detector) => detector !== unexplained);

/** The detectors of numbers: what is asked of a text once more when its number words have been turned into figures. */
export const numberDetectors: readonly Detector[] = joiningDetectors.filter(
  (detector) => detector !== names && detector !== combination,
);
