// The first is slow; nobody waits for it.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { readShared } from "./share-group.scenario-parts.ts";

export default {
  ...readShared("ShareGroupOrder.java"),
  counts: ({ output }) => ({
    overtaken: output("warehouse").filter(
      (line, index) => index === 1 && line.includes("first"),
    ).length,
  }),
  mustHold: {
    "a later event is handled first": ({ overtaken }) =>
      overtaken === 1,
  },
} satisfies Scenario;
