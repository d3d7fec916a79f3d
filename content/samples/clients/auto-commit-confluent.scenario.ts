// Killed at 500: what was fetched, what was done, what was said.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { workedOffBy } from "./killed-with-a-backlog.scenario-parts.ts";

export default {
  ...workedOffBy("auto-commit-confluent.ts"),
  mustHold: {},
} satisfies Scenario;
