// Tuesday's deploy: a member that leaves, and one that does not.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { readTopic } from "./wire.scenario-parts.ts";

export default {
  ...readTopic("take-over.ts"),
  story: "Tuesday's deploy",
  counts: ({ seen }) => ({
    LeaveGroup: seen.filter(
      ({ event }) =>
        event.kind === "request" && event.api === "LeaveGroup",
    ).length,
  }),
} satisfies Scenario;
