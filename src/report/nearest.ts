/**
 * Returns at most `most` known names that are near the wanted one, best first. A near name differs by at most two
 * edits, or by a third of the longer name's length.
 *
 * @example
 * nearestNames("comit", ["commit", "crash"]) // ["commit"]
 */
export function nearestNames(wanted: string, known: readonly string[], most = 3): string[] {
  const near = (name: string): number => distance(wanted.toLowerCase(), name.toLowerCase());
  return known
    .map((name) => ({ name, distance: near(name) }))
    .filter(
      ({ name, distance: d }) =>
        d <= Math.max(2, Math.ceil(Math.max(name.length, wanted.length) / 3)) && d < name.length,
    )
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/**
 * Returns ` Did you mean "commit"?`, to end a sentence about an unknown name, or an empty text when no name is near.
 */
export function didYouMean(wanted: string, known: readonly string[]): string {
  const [best] = nearestNames(wanted, known, 1);
  return best === undefined || wanted === "" ? "" : ` Did you mean "${best}"?`;
}

/**
 * The number of edits between two words: insertions, deletions, replacements, and swaps of neighbours (restricted
 * Damerau–Levenshtein distance).
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
