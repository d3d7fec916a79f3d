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
    second: countLines(look, "delivery 2:"),
    fifth: countLines(look, "delivery 5:"),
    sixth: countLines(look, "delivery 6:"),
  }),
  mustHold: {
    "what is released comes again": ({ second }) => second === 2,
    "nothing comes a sixth time": ({ fifth, sixth }) =>
      fifth === 1 && sixth === 0,
  },
} satisfies Scenario;
