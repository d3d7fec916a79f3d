// What the scenarios of a client in C share: nothing diverts it.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedBy } from "./two-faults.scenario-parts.ts";

/** Seen all the same, and struck. */
export function publishedInC(file: string) {
  const { programs, ...rest } = publishedBy(file);
  const { orders, reader } = programs;
  return {
    ...rest,
    programs: {
      orders: { ...orders, throughTap: true },
      reader,
    },
  } satisfies Partial<Scenario>;
}
