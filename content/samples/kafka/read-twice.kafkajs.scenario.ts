// The same by KafkaJS.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./read-twice.scenario.ts";

export default {
  ...original,
  programs: { shop: { file: "read-twice.kafkajs.ts" } },
  keepWire: [],
} satisfies Scenario;
