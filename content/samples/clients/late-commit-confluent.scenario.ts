// Nothing breaks: two producers, both too slow.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "parcels", partitions: 1 }],
  programs: { warehouse: { file: "late-commit-confluent.ts" } },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => {
    const lines = output("warehouse");
    const second = lines.indexOf("the first call is a send:");
    const countDone = (some: readonly string[]) =>
      some.filter((line) => line.endsWith(": done")).length;
    return {
      "done after a commit": countDone(lines.slice(0, second)),
      "done after a send": countDone(lines.slice(second)),
    };
  },
  mustHold: {},
} satisfies Scenario;
