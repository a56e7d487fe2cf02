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

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** Every run of figures in a text, in order. */
export function runsOf(digits: string): Run[] {
  const runs: { groups: Group[]; gaps: string[]; size: number }[] = [];
  let run: (typeof runs)[number] | undefined;
  let last = 0;
  for (let at = 0; at < digits.length; at += 1) {
    if (!isFigure(digits.charCodeAt(at))) continue;
    const start = at;
    while (at < digits.length && isFigure(digits.charCodeAt(at))) at += 1;
    const group = { start, end: at, figures: digits.slice(start, at) };
    const gap = start - last > 4 ? 'far' : digits.slice(last, start);
    if (run !== undefined && separators.test(gap)) {
      run.groups.push(group);
      run.gaps.push(gap);
      run.size += at - start;
    } else {
      run = { groups: [group], gaps: [], size: at - start };
      runs.push(run);
    }
    last = at;
  }
  return runs;
}

/**
 * The windows of a run that hold between `least` and `most` figures, by where they start, the longest first. `worth` tells by
 * the figures, whether they are all of the run, and in how many groups, if a window is worth making; `begins` tells by the first figure if one
 * inside the run may begin there.
 */
export function windowsOf(
  run: Run,
  least: number,
  most: number,
  worth: (figures: string, whole: boolean, start: number, groups: number) => boolean = () => true,
  begins: (figure: string, start: number) => boolean = () => true,
): Window[] {
  const { groups, gaps } = run;
  const windows: Window[] = [];
  const all = groups.map(({ figures }) => figures).join('');
  let offset = 0;
  let beyond = 0;
  let last = -1;
  for (let i = 0; i < groups.length; i += 1) {
    const { start } = groups[i]!;
    // `last` is the furthest group that still fits, `beyond` the figures up to its end.
    while (last + 1 < groups.length && beyond + groups[last + 1]!.figures.length - offset <= most) {
      last += 1;
      beyond += groups[last]!.figures.length;
    }
    let to = beyond;
    const first = i === 0 || begins(all.charAt(offset), start);
    for (let j = first ? last : -1; j >= i && to - offset >= least; j -= 1) {
      const figures = all.slice(offset, to);
      const whole = i === 0 && j === groups.length - 1;
      if (worth(figures, whole, start, j - i + 1)) {
        windows.push({
          start,
          end: groups[j]!.end,
          figures,
          groups: groups.slice(i, j + 1),
          gaps: gaps.slice(i, j),
          whole,
        });
      }
      to -= groups[j]!.figures.length;
    }
    offset += groups[i]!.figures.length;
    // A group too long to fit stands alone and is passed.
    if (last < i) {
      last = i;
      beyond = offset;
    }
  }
  return windows;
}
