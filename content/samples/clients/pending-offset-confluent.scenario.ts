// Nothing breaks: the group's next member comes early.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { pendingOffset } from "./pending-offset.scenario-parts.ts";

export default {
  ...pendingOffset({
    file: "pending-offset-confluent.ts",
    throughTap: true,
  }),
  mustHold: {
    "no event is read twice": (counts) =>
      counts["the second begins at"] === 10,
  },
} satisfies Scenario;
