/** Values by key, read as they are looked at. */
export type Lookup<V> = {
  /** The value read; of what has not been read yet, what stands for nothing. */
  at(key: string): V;
  /** Reads all that was looked at in vain; whether there was any. */
  more(): Promise<boolean>;
};

/** What a decision is handed: when it can read more, it says so. */
export type Surroundings = { more?: () => Promise<boolean> } | undefined;

/**
 * A decision is a pure function of values, and what it will look at shows only when it is made. So it is made, what it
 * looked at in vain is read, and it is made again until nothing is missing: what is read grows with what one decision
 * looks at, not with how many people there are.
 */
export function lookup<V>(
  nothing: V,
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): Lookup<V> {
  const known = new Map<string, V>();
  const wanted = new Set<string>();
  return {
    at(key) {
      if (!known.has(key)) wanted.add(key);
      return known.get(key) ?? nothing;
    },
    async more() {
      if (wanted.size === 0) return false;
      const keys = [...wanted];
      wanted.clear();
      const found = await read(keys);
      for (const key of keys) known.set(key, found.get(key) ?? nothing);
      return true;
    },
  };
}

/** What is decided once all it looks at has been read. */
export async function decided<S, D>(surroundings: S, decide: (surroundings: S) => D): Promise<D> {
  const { more } = (surroundings ?? {}) as NonNullable<Surroundings>;
  let decision = decide(surroundings);
  while (more && (await more())) decision = decide(surroundings);
  return decision;
}
