import { verifyRecords } from '../../src/store/recordVerify.ts';
import { damageOf, withSnapshot } from '../../src/store/snapshot.ts';

/** Everything that must hold in a database whatever has happened to the processes on it, as what does not; in words. */
export async function faultsIn(url: string): Promise<string[]> {
  return await withSnapshot(url, async ({ engine, db }) => {
    const faults = await damageOf(engine, db);
    for (const { at, is } of (await verifyRecords(db)).faults) faults.push(`record ${at}: ${is}`);
    const consultations = await db
      .selectFrom('consultations')
      .select(['id', 'version', 'log_rows'])
      .execute();
    const known = new Map(consultations.map((row) => [row.id, row]));
    const versions = new Map<string, number[]>();
    for (const row of await db
      .selectFrom('records')
      .select(['consultation', 'version'])
      .where('kind', '=', 'change')
      .orderBy('position')
      .execute())
      versions.set(row.consultation, [...(versions.get(row.consultation) ?? []), row.version ?? 0]);
    for (const { id, version } of consultations) {
      const kept = versions.get(id) ?? [];
      if (kept.length !== version || kept.some((one, place) => one !== place + 1))
        faults.push(`${id}: version ${version}, changes ${kept.join(' ')}`);
    }
    // A notice is of a version that exists: none is left of a change that was not kept.
    for (const { key } of await db.selectFrom('outbox').select('key').execute()) {
      const [id = '', version = ''] = key.split(':');
      if (!/^\d+$/.test(version)) continue;
      const consultation = known.get(id);
      if (!consultation || Number(version) > consultation.version) faults.push(`outbox ${key}: an orphan`);
    }
    for (const table of ['legs', 'timers', 'bookings'] as const)
      for (const { consultation } of await db.selectFrom(table).select('consultation').execute())
        if (!known.has(consultation)) faults.push(`${table} of ${consultation}: an orphan`);
    return faults;
  });
}
