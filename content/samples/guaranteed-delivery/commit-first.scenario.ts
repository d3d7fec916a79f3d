// Killed at 500: what was committed is not read again.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  afterTheCommit,
  allIsCommitted,
  countEvents,
  orders,
  topics,
  warehouseOf,
} from "./killed-on-the-log.scenario-parts.ts";

export default {
  story: "Killed at 500",
  brokers: 1,
  topics,
  programs: {
    warehouse: warehouseOf("commit-first.ts"),
    orders,
  },
  over: allIsCommitted,
  heldPoints: {
    "after the commit, before the work": afterTheCommit,
  },
  counts: countEvents,
  mustHold: {
    "one event is lost": ({ lost }) => lost === 1,
    "the broker believes that all are done": ({ committed }) =>
      committed === 1_000,
  },
  keepStrip: ["after the commit, before the work"],
} satisfies Scenario;
