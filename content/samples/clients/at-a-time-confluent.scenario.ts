// The same by Confluent's client, where chance moves more.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./at-a-time-kafkajs.scenario.ts";

export default {
  ...original,
  programs: { shop: { file: "at-a-time-confluent.ts" } },
  moving: ["at a time with 3", "begun beside two others"],
} satisfies Scenario;
