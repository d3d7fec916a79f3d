// Nothing breaks: the group's next member comes early.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { pendingOffset } from "../../clients/pending-offset.scenario-parts.ts";

const { programs, ...rest } = pendingOffset({
  file: "PendingOffset.java",
  throughTap: true,
});

export default {
  ...rest,
  programs: {
    orders: {
      file: "../../clients/publish-ten.ts",
      ready: "10 acknowledged",
    },
    ...programs,
  },
  mustHold: {
    "no event is read twice": (counts) =>
      counts["the second begins at"] === 10,
  },
} satisfies Scenario;
