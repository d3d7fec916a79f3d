// Held for longer than its lock.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  countLines,
  readShared,
} from "./share-group.scenario-parts.ts";

export default {
  ...readShared("ShareGroupLock.java"),
  counts: (look) => ({
    "came again": countLines(look, "delivery 2"),
    refused: countLines(look, "first accepts o-006.1: too late"),
    "late, and not refused": countLines(
      look,
      "third accepts o-015.1: no error",
    ),
  }),
  mustHold: {
    "what is held too long goes to the other": (counts) =>
      counts["came again"] === 2,
    "the one who held it can no longer answer": ({ refused }) =>
      refused === 1,
    "the one who is later still is not told": (counts) =>
      counts["late, and not refused"] === 1,
  },
} satisfies Scenario;
