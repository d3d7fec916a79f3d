// Two members at once; and with whole batches, one of them.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  readNumber,
  readShared,
} from "./share-group.scenario-parts.ts";

const EVENTS = 100;

export default {
  ...readShared("ShareGroupSplit.java"),
  counts: (look) => ({
    first: readNumber(look, "first"),
    second: readNumber(look, "second"),
    distinct: readNumber(look, "distinct"),
  }),
  mustHold: {
    "each event is handled once": ({
      first = 0,
      second = 0,
      distinct,
    }) => first + second === EVENTS && distinct === EVENTS,
    "both have had some": ({ first = 0, second = 0 }) =>
      first > 0 && second > 0,
  },
  without: {
    file: "ShareMember.java",
    line: `"share.acquire.mode", "record_limit"`,
    instead: `"share.acquire.mode", "batch_optimized"`,
    says: "with whole batches",
    fails: {
      at: "nothing",
      counts: { first: 100, second: 0, distinct: 100 },
    },
  },
} satisfies Scenario;
