/** A group of figures that stand together. */
export type Group = { readonly start: number; readonly end: number; readonly figures: string };

/** Groups of figures with only separators between them, those separators (one fewer than groups), and how many figures. */
export type Run = {
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
  readonly size: number;
};

/** A stretch of whole groups inside a run. */
export type Window = {
  readonly start: number;
  readonly end: number;
  readonly figures: string;
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
  /** Whether the window is the run from end to end. */
  readonly whole: boolean;
};

const separators = /^[ \-./_():+*\n,]{0,4}$/;

/** Every run of figures in a text, in order. */
export function runsOf(digits: string): Run[] {
  const runs: { groups: Group[]; gaps: string[]; size: number }[] = [];
  let run: (typeof runs)[number] | undefined;
  let last = 0;
  for (const match of digits.matchAll(/\d+/g)) {
    const start = match.index;
    const group = { start, end: start + match[0].length, figures: match[0] };
    const gap = start - last > 4 ? 'far' : digits.slice(last, start);
    if (run !== undefined && separators.test(gap)) {
      run.groups.push(group);
      run.gaps.push(gap);
      run.size += match[0].length;
    } else {
      run = { groups: [group], gaps: [], size: match[0].length };
      runs.push(run);
    }
    last = group.end;
  }
  return runs;
}

/** The windows of a run that hold between `least` and `most` figures. */
export function windowsOf(run: Run, least: number, most: number): Window[] {
  const windows: Window[] = [];
  for (let i = 0; i < run.groups.length; i += 1) {
    let figures = '';
    for (let j = i; j < run.groups.length; j += 1) {
      figures += run.groups[j]!.figures;
      if (figures.length > most) break;
      if (figures.length < least) continue;
      windows.push({
        start: run.groups[i]!.start,
        end: run.groups[j]!.end,
        figures,
        groups: run.groups.slice(i, j + 1),
        gaps: run.gaps.slice(i, j),
        whole: i === 0 && j === run.groups.length - 1,
      });
    }
  }
  return windows;
}
