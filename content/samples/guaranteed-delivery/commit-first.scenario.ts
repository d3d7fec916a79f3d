// Killed at 500: what was committed is not read again.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  afterTheCommit,
  readBy,
} from "./killed-on-the-log.scenario-parts.ts";

export default {
  ...readBy("commit-first.ts"),
  heldPoints: {
    "after the commit, before the work": afterTheCommit,
  },
  mustHold: {
    "one event is lost": ({ lost }) => lost === 1,
    "the broker believes that all are done": ({ committed }) =>
      committed === 1_000,
  },
  keepStrip: ["after the commit, before the work"],
} satisfies Scenario;
