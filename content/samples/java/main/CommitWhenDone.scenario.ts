// Killed at 500, around the commit.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  afterTheCommit,
  afterTheWork,
} from "../../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";
import { workedOffBy } from "./java-warehouse.scenario-parts.ts";

export default {
  ...workedOffBy("CommitWhenDone.java"),
  heldPoints: {
    "after the work, before the commit": afterTheWork,
    "after the commit": afterTheCommit,
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
} satisfies Scenario;
