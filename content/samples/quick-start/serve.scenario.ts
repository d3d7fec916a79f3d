// The same break, and a server that does not read the cursor.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./follow.scenario.ts";

export default {
  ...original,
  without: {
    file: "serve.ts",
    line: "Number(call.request.afterCursor)",
    instead: "0",
    says: "without reading the cursor",
    fails: {
      at: "killed after five",
      counts: { changes: 12, twice: 5 },
    },
  },
} satisfies Scenario;
