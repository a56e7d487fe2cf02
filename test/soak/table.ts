import { cpus } from 'node:os';
import type { Area, Tally } from './area.ts';

const day = (at: string | undefined): string => at?.slice(0, 10) ?? '';

/** Where it was run, in words. */
export const machine = (): string => {
  const all = cpus();
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${process.platform}-${process.arch}, Node ${process.versions.node}`;
};

/** All that has been done so far, in Markdown; an area that has not come to its goal says how far it has come. */
export function table(areas: readonly Area[], tallies: Readonly<Record<string, Tally>>): string {
  const rows = areas.map(({ name, unit, goal }) => {
    const tally = tallies[name];
    if (!tally) return `| ${name} | 0 of ${goal.toLocaleString('en')} ${unit} | – | – | – | – |`;
    const { count, violated, seconds, figures, last, sources = [] } = tally;
    const done = `${count.toLocaleString('en')} of ${goal.toLocaleString('en')} ${unit}${count < goal ? ` (${Math.floor((count / goal) * 100)} %)` : ''}`;
    const told = Object.entries(figures).map(([figure, value]) => `${figure} ${value.toLocaleString('en')}`);
    const versions = sources.length > 1 ? ` (${sources.length} versions of the program)` : '';
    return `| ${name} | ${done} | ${violated} | ${Math.round(seconds / 60)} | ${day(last)}${versions} | ${told.join(', ')} |`;
  });
  return [
    '| area | done | violations | minutes | last | figures |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
