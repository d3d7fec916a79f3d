/** Whether this is `npm run prove`, which tries everything; `npm test` tries a few of what is alike. See vitest.config.ts. */
export const isWhole = process.env["WL_WHOLE"] === "1";

/** All of them in `npm run prove`; otherwise `few`, spread evenly from the first to the last. */
export function some<Item>(all: readonly Item[], few: number): readonly Item[] {
  if (isWhole || few >= all.length) return all;
  const last = all.length - 1;
  const chosen = new Set(
    Array.from({ length: few }, (_, n) => Math.round((n * last) / (few - 1 || 1))),
  );
  return all.filter((_, place) => chosen.has(place));
}
