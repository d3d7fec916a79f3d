/** Whether this is `npm run prove`, which tries everything; `npm test` tries a few of what is alike. See vitest.config.ts. */
export const isWhole = process.env["WL_WHOLE"] === "1";

/** All of them in `npm run prove`; otherwise `few`, spread evenly from the first to the last. */
export function some<Item>(all: readonly Item[], few: number): readonly Item[] {
  if (isWhole || few >= all.length) return all;
  const step = few > 1 ? (all.length - 1) / (few - 1) : 0;
  return Array.from({ length: few }, (_, n) => all[Math.round(n * step)]).flatMap((it) => it ?? []);
}
