import { z } from "astro/zod";
import type { Sample } from "../../check/checked-site.ts";
import type { FactBook } from "../../facts/fact.ts";
import { factGroup, type FactGroup } from "../../facts/fact-group.ts";

export const factsSchema = z.strictObject({ group: z.string().min(1) });

/** The facts of one file, as `<Facts>` shows them. */
export interface ShownFactGroup {
  readonly group: FactGroup;
  /** The sample that prints most of the facts. */
  readonly reading: Pick<Sample, "id" | "path" | "run"> | undefined;
}

/** Returns the table of a group, or `undefined` for an unknown group, which the check of facts reports. */
export function showFacts(
  { group: name }: z.output<typeof factsSchema>,
  book: Pick<FactBook, "facts">,
  samples: readonly Sample[],
): ShownFactGroup | undefined {
  const group = factGroup(book, name);
  if (group === undefined) return undefined;
  const reading = samples.find(({ id }) => id === group.reading);
  return {
    group,
    reading: reading && {
      id: reading.id,
      path: reading.path,
      ...(reading.run === undefined ? {} : { run: reading.run }),
    },
  };
}
