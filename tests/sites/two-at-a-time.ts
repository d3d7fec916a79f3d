/**
 * Starts `work` for each item in order, two at a time: a machine has two cores or more. A result's promise settles when
 * its own work has; one that rejects stops no other.
 */
export function twoAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result>[] {
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  return items.map((item, index) => {
    const result = Promise.resolve(lanes[index % lanes.length]).then(() => work(item));
    lanes[index % lanes.length] = result.catch(() => undefined);
    return result;
  });
}
