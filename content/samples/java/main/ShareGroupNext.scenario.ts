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
    "came again": countLines(look, "delivery 2"),
    "before its lock ended": countLines(look, "before its lock"),
  }),
  mustHold: {
    "the other has it before its lock ends": (counts) =>
      counts["came again"] === 1 &&
      counts["before its lock ended"] === 1,
  },
} satisfies Scenario;
