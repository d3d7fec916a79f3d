// The same by KafkaJS: Orders and the Warehouse.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./commit-when-done.scenario.ts";

const { programs, without } = original;
const file = "commit-when-done.kafkajs.ts";

export default {
  ...original,
  programs: {
    warehouse: {
      ...programs.warehouse,
      arguments: ["warehouse-0", file],
    },
    orders: { file: "publish.kafkajs.ts" },
  },
  without: {
    ...without,
    file,
    line: `      await work(book, event);
      await commit(record);`,
    instead: `      await commit(record);
      await work(book, event);`,
  },
  keepWire: [],
  keepStrip: [],
} satisfies Scenario;
