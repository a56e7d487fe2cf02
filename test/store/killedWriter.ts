/** A process that changes consultations for ever, and says on standard output what has been acknowledged. Meant to be killed. */
import { writeSync } from 'node:fs';
import type { Consultation } from '../../src/domain/consultation.ts';
import { ok } from '../../src/domain/result.ts';
import { change, create, findById, type Written } from '../../src/store/consultations.ts';
import { openStore } from '../../src/store/database.ts';
import { aConsultation, monday, nothing, written } from './builders.ts';

writeSync(1, 'opening\n');
const store = await openStore(process.argv[2] ?? '');
writeSync(1, 'open\n');

/** The notice and the timer of a version tell afterwards whether all of it was kept. */
const whole = (consultation: Consultation): Written =>
  written(consultation, {
    notices: [
      {
        key: `${consultation.id}:${consultation.version}`,
        to: `klaralvdalen/${consultation.id}`,
        kind: 'changed',
        payload: {},
      },
    ],
    timers: [{ kind: 'reminder', key: String(consultation.version), dueAt: monday.toISOString() }],
  });

for (let turn = 0; ; turn += 1) {
  const id = `c-${turn % 5}`;
  const result =
    (await findById(store, id)) === undefined
      ? await create(store, nothing, () => ok(whole(aConsultation({ id, reference: id }))), monday)
      : await change(
          store,
          id,
          nothing,
          (current) => ok(whole({ ...current, version: current.version + 1 })),
          monday,
        );
  if (!result.ok) throw new Error(result.refusal.code);
  writeSync(1, `${id} ${result.value.version}\n`);
}
