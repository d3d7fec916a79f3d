// Accepted, released, rejected, given up.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  countLines,
  readShared,
} from "./share-group.scenario-parts.ts";

export default {
  ...readShared("ShareGroupAnswer.java"),
  counts: (look) => ({
    deliveries: countLines(look, "delivery"),
    "second deliveries": countLines(look, "delivery 2:"),
    "fifth deliveries": countLines(look, "delivery 5:"),
    "sixth deliveries": countLines(look, "delivery 6:"),
  }),
  mustHold: {
    "what is released comes again": (counts) =>
      counts["second deliveries"] === 2,
    "nothing comes a sixth time": (counts) =>
      counts["fifth deliveries"] === 1 &&
      counts["sixth deliveries"] === 0,
  },
} satisfies Scenario;
