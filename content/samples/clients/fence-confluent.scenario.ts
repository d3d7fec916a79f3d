// Nothing breaks: a second producer takes the first one's id.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { sameId } from "./same-id.scenario-parts.ts";

export default {
  ...sameId("fence-confluent.ts"),
  mustHold: {},
} satisfies Scenario;
