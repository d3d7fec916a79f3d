// Killed at 500, after the work and before the commit.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  afterTheWork,
  beforeTheWork,
  afterTheCommit,
  readBy,
} from "../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";

const steady = readBy("commit-when-done-kafkajs.ts");

export default {
  ...steady,
  programs: {
    warehouse: { file: "commit-when-done-kafkajs.ts" },
    orders: { file: "../guaranteed-delivery/publish.ts" },
  },
  heldPoints: {
    "before the work": beforeTheWork,
    "after the work, before the commit": afterTheWork,
    "after the commit": afterTheCommit,
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
} satisfies Scenario;
