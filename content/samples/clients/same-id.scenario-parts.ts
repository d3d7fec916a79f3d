// What the scenarios of a reused transactional id share.
import type { Scenario } from "../../../src/lab/scenario.ts";

export function sameId(file: string) {
  return {
    story: "Tuesday's deploy",
    brokers: 1,
    topics: [{ name: "parcels", partitions: 1 }],
    programs: {
      // In production somebody has had number 0 long ago.
      orders: {
        file: "take-a-number.ts",
        ready: "Orders: has a producer id",
      },
      warehouse: { file },
    },
    over: ({ hasEnded }) => hasEnded("warehouse"),
    heldPoints: { nothing: {} },
    counts: () => ({}),
  } satisfies Partial<Scenario>;
}
