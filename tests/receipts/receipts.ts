import type { ComparedRun, Receipt, RecordedRun } from "../../src/receipts/receipt.ts";

/** A receipt of one run, to be changed by a test. */
export function makeReceipt(
  runs: readonly (Partial<ComparedRun> & { readonly recorded?: Partial<RecordedRun> })[] = [{}],
  changes: Partial<Omit<Receipt, "compared" | "recorded">> = {},
): Receipt {
  return {
    sample: "delivery/push",
    inputs: "0123456789abcdef".repeat(4),
    ...changes,
    compared: {
      runs: runs.map(({ at, behind, without, programs, counts = {}, holds = {} }) => ({
        ...(at === undefined ? {} : { at }),
        ...(behind === undefined ? {} : { behind }),
        ...(without === undefined ? {} : { without }),
        programs: programs ?? [
          { name: "push.ts", command: "node push.ts", output: ["one"], exit: 0 },
        ],
        counts,
        holds,
      })),
    },
    recorded: {
      date: "2026-09-03",
      versions: { Node: "24.21.0", "grpc-js": "1.14.7" },
      settings: [],
      runs: runs.map(({ recorded }) => ({ durationMs: 812, counts: {}, ...recorded })),
    },
  };
}
