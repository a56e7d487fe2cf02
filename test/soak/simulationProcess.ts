import { simulate } from '../simulation/simulate.ts';
import type { Told } from './simulation.ts';

/** Simulates each seed it is sent, and says what became of it. */
process.on('message', (seed: number) => {
  const tell = (told: Told) => process.send?.(told);
  simulate(seed).then(
    ({ steps, ms }) => tell({ seed, steps, hours: Math.round(ms / 3_600_000), fault: undefined }),
    (fault: unknown) =>
      tell({
        seed,
        steps: 0,
        hours: 0,
        fault: fault instanceof Error ? fault.message.slice(0, 6000) : 'unknown',
      }),
  );
});
process.on('disconnect', () => process.exit());
// Whoever interrupts the run from a terminal interrupts everybody; what has been begun is ended.
process.on('SIGINT', () => {});
