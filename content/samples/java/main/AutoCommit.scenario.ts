// Killed at 500: what was fetched, what was done, what was said.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { killedWhen } from "../../guaranteed-delivery/killed-at-500.scenario-parts.ts";
import {
  countHandled,
  workedOffBy,
} from "./java-warehouse.scenario-parts.ts";

export default {
  ...workedOffBy("AutoCommit.java"),
  heldPoints: {
    "while a backlog is worked off": killedWhen({
      until: (look) => countHandled(look).handled >= 500,
    }),
  },
  moving: ["handled", "lost", "twice"],
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
} satisfies Scenario;
