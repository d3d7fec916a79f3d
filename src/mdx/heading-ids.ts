/** The id of a heading: letters and digits of any script in lower case, with dashes between words. */
export function headingSlug(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") ?? "section"
  );
}

/** Depths of the headings that have an id. */
export const ANCHORED_DEPTHS: ReadonlySet<number> = new Set([2, 3]);

/**
 * Returns a function that gives the headings of one page their ids, in order. The second of two equal headings is
 * `…-2`.
 */
export function nameHeadings(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const slug = headingSlug(text);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  };
}
