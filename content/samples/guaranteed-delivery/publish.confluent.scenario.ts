// The same by Confluent's client.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./publish.scenario.ts";

export default {
  ...original,
  programs: {
    orders: { file: "publish.confluent.ts", throughTap: true },
  },
} satisfies Scenario;
