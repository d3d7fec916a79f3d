import { expect, test } from "vitest";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { startedFiles } from "../../src/receipts/started-files.ts";

test("what a receipt's programs were typed as leads to their files; Maven starts none of TypeScript's", () => {
  const commands = ["node take-a-number.ts", "node ../kafka/batches.ts --size=1", "mvn -q compile"];
  const run = (typed: readonly string[]) => ({
    programs: typed.map((command) => ({ name: "orders", command, output: [], exit: 0 })),
    counts: {},
    holds: {},
  });
  const compared = { runs: [run(commands), run(["node take-a-number.ts"])] };
  expect(startedFiles({ compared } as unknown as Receipt, "clients/fence.ts")).toEqual([
    "clients/take-a-number.ts",
    "kafka/batches.ts",
  ]);
});
