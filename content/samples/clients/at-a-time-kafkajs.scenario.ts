// One consumer of three partitions, with one handler and with three.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { atATime } from "./at-a-time.scenario-parts.ts";

export default {
  ...atATime("at-a-time-kafkajs.ts"),
  moving: ["begun beside two others"],
  mustHold: {
    "by default one handler runs at a time": (counts) =>
      counts["at a time with 1"] === 1,
  },
} satisfies Scenario;
