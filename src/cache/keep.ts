/** What a running dev server need not find out again: everything here lives in memory, and is found anew when its input differs. */

/** Keeps what `read` made of a file as long as its text is the same. */
export function keepByText<Result>(
  read: (file: string, text: string) => Result,
): (file: string, text: string) => Result {
  const kept = new Map<string, { readonly text: string; readonly result: Result }>();
  return (file, text) => {
    const last = kept.get(file);
    if (last?.text === text) return last.result;
    const result = read(file, text);
    kept.set(file, { text, result });
    return result;
  };
}

/** Keeps the last result as long as the arguments are the same objects. */
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

/** Gives back the last list as long as a new one has the same items, so that who is given it can see that nothing has changed. */
export function keepSame<Item>(): (list: readonly Item[]) => readonly Item[] {
  let last: readonly Item[] = [];
  return (list) => {
    if (!isSameList(last, list)) last = list;
    return last;
  };
}

/** The same for a map: the same keys in the same order, with the same values. */
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
