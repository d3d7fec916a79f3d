// The same by KafkaJS.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./publish.scenario.ts";

export default {
  ...original,
  programs: { orders: { file: "publish.kafkajs.ts" } },
} satisfies Scenario;
