// Held for longer than its lock.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  countLines,
  readShared,
} from "./share-group.scenario-parts.ts";

export default {
  ...readShared("ShareGroupLock.java"),
  counts: (look) => ({
    "second deliveries": countLines(look, "delivery 2"),
    "answers refused": countLines(look, "too late"),
  }),
  mustHold: {
    "what is held too long goes to the other": (counts) =>
      counts["second deliveries"] === 1,
    "the one who held it can no longer answer": (counts) =>
      counts["answers refused"] === 1,
  },
} satisfies Scenario;
