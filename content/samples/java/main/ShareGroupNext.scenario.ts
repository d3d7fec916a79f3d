// The first holds a record, and is killed.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  countLines,
  orders,
  topics,
} from "./share-group.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics,
  programs: {
    orders,
    first: {
      file: "ShareGroupHold.java",
      ready: "first holds o-006.1",
    },
    warehouse: { file: "ShareGroupNext.java" },
  },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: {
    "while it holds the record": {
      until: ({ output }) => output("first").length > 0,
      kill: "first",
    },
  },
  counts: (look) => ({
    "second deliveries": countLines(look, "delivery 2"),
    "before the lock has ended": countLines(
      look,
      "before its lock",
    ),
  }),
  mustHold: {
    "the other has it at once": (counts) =>
      counts["second deliveries"] === 1 &&
      counts["before the lock has ended"] === 1,
  },
} satisfies Scenario;
