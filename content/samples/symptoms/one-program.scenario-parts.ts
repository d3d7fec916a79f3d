// A program that needs a broker and the topic, and nothing else.
import type { Scenario } from "../../../src/lab/scenario.ts";

export function oneProgram(file: string) {
  return {
    story: "the standard run",
    brokers: 1,
    topics: [{ name: "order-events", partitions: 3 }],
    programs: { shop: { file } },
    over: ({ hasEnded }) => hasEnded("shop"),
    heldPoints: { nothing: {} },
    counts: () => ({}),
    mustHold: {},
  } satisfies Scenario;
}
