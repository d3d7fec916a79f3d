/** What a running dev server keeps in memory. Every result is computed anew as soon as its input differs. */

/**
 * Wraps `read` so that a file is read again only when its text has changed. Further arguments must follow from the
 * file's name.
 */
export function keepByText<Result, More extends readonly unknown[] = []>(
  read: (file: string, text: string, ...more: More) => Result,
): (file: string, text: string, ...more: More) => Result {
  const kept = new Map<string, { readonly text: string; readonly result: Result }>();
  return (file, text, ...more) => {
    const last = kept.get(file);
    if (last?.text === text) return last.result;
    const result = read(file, text, ...more);
    kept.set(file, { text, result });
    return result;
  };
}

/** Keeps the last result of each key, and does `work` again only when the key's list has other items. */
export function keepByItems<Result>(): (
  key: string,
  items: readonly unknown[],
  work: () => Result,
) => Result {
  const kept = new Map<string, { readonly items: readonly unknown[]; readonly result: Result }>();
  return (key, items, work) => {
    const last = kept.get(key);
    if (last !== undefined && isSameList(last.items, items)) return last.result;
    const result = work();
    kept.set(key, { items, result });
    return result;
  };
}

/** Wraps `work` so that the last result is returned as long as the arguments are the same objects. */
export function keepLast<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (last !== undefined && isSameList(last.args, args)) return last.result;
    last = { args, result: work(...args) };
    return last.result;
  };
}

/**
 * Returns the previous list as long as the new one has the same items. A later step can then compare lists by
 * identity.
 */
export function keepSame<Item>(): (list: readonly Item[]) => readonly Item[] {
  let last: readonly Item[] = [];
  return (list) => {
    if (!isSameList(last, list)) last = list;
    return last;
  };
}

/** Does the same for maps: the previous map is returned when keys, order and values are the same. */
export function keepSameMap<Key, Value>(): (
  map: ReadonlyMap<Key, Value>,
) => ReadonlyMap<Key, Value> {
  let last: ReadonlyMap<Key, Value> = new Map();
  return (map) => {
    const isSame =
      isSameList([...last.keys()], [...map.keys()]) &&
      isSameList([...last.values()], [...map.values()]);
    if (!isSame) last = map;
    return last;
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
