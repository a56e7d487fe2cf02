/** Endings as a tree read from the last letter; `ends` where one is complete. */
export type Endings = { readonly next: Map<number, Endings>; ends: boolean };

/** The tree of space-separated endings. */
export function endingsOf(words: string): Endings {
  const tree: Endings = { next: new Map(), ends: false };
  for (const ending of words.split(/\s+/)) {
    if (ending === '') continue;
    let at = tree;
    for (let i = ending.length - 1; i >= 0; i -= 1) {
      const code = ending.charCodeAt(i);
      const next: Endings = at.next.get(code) ?? { next: new Map(), ends: false };
      at.next.set(code, next);
      at = next;
    }
    at.ends = true;
  }
  return tree;
}

/** Whether one of the endings closes the word so that at least `least` letters remain and `fits` takes their number. */
export function closes(
  tree: Endings,
  word: string,
  least: number,
  fits?: (word: string, kept: number) => boolean,
): boolean {
  let at: Endings | undefined = tree;
  for (let kept = word.length - 1; kept >= least; kept -= 1) {
    at = at.next.get(word.charCodeAt(kept));
    if (at === undefined) return false;
    if (at.ends && (fits === undefined || fits(word, kept))) return true;
  }
  return false;
}
