// The same by Confluent's client.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./read-twice.scenario.ts";

export default {
  ...original,
  programs: {
    shop: { file: "read-twice.confluent.ts", throughTap: true },
  },
  keepWire: [],
} satisfies Scenario;
