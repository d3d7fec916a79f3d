// Three records rejected; two dead letters, one with a value.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  countLines,
  readShared,
} from "./share-group.scenario-parts.ts";

export default {
  ...readShared("ShareGroupDeadLetter.java"),
  counts: (look) => ({
    rejected: countLines(look, ", rejected "),
    "dead letters": countLines(look, "dead letter of"),
    copied: countLines(look, "value copied"),
    "with the record's own header": countLines(
      look,
      "event-id o-",
    ),
  }),
  mustHold: {
    "without a topic the record is gone": (counts) =>
      counts["rejected"] === 3 && counts["dead letters"] === 2,
    "by default there is no value": ({ copied }) => copied === 1,
    "the record's own headers are dropped": (counts) =>
      counts["with the record's own header"] === 0,
  },
} satisfies Scenario;
