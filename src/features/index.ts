import { absence } from './absence/feature.ts';
import { availability } from './availability/feature.ts';
import { channels } from './channels/feature.ts';
import { consultation } from './consultation/feature.ts';
import { handover } from './handover/feature.ts';
import { help } from './help/feature.ts';
import { legs } from './legs/feature.ts';
import { log } from './log/feature.ts';
import { morning } from './morning/feature.ts';
import { outcome } from './outcome/feature.ts';
import { overview } from './overview/feature.ts';
import { quiet } from './quiet/feature.ts';
import { remit } from './remit/feature.ts';
import { request } from './request/feature.ts';
import { respond } from './respond/feature.ts';
import { retention } from './retention/feature.ts';
import { rules } from './rules/feature.ts';
import { schedule } from './schedule/feature.ts';
import { settings } from './settings/feature.ts';
import type { Feature } from './turn.ts';

/** Everything people can do. A new feature is a folder and a line here. */
export const features: readonly Feature[] = [
  help,
  request,
  respond,
  legs,
  schedule,
  availability,
  outcome,
  consultation,
  overview,
  absence,
  handover,
  morning,
  quiet,
  rules,
  remit,
  channels,
  retention,
  log,
  settings,
];
