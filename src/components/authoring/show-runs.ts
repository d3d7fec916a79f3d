// Prepares what `<Runs>` shows.
import { z } from "astro/zod";
import { buildFaultTable, isShownInTable, type FaultTable } from "../../receipts/fault-table.ts";
import type { Receipt } from "../../receipts/receipt.ts";
import { CannotShow } from "./cannot-show.ts";
import { findReceipt, type Recordings } from "./find-receipt.ts";
import { describeStrike } from "./runs.ts";

export const runsSchema = z.strictObject({ sample: z.string().min(1) });

/** The runs of a scenario, as `<Runs>` shows them. */
export interface ShownRuns {
  readonly title: string;
  /** What was broken, in words. */
  readonly strike: string | undefined;
  readonly table: FaultTable;
  /** How often each row was run for its record. */
  readonly made: number;
  readonly receipt: Receipt;
}

/** @throws CannotShow when nothing is recorded, or the recorded runs break nothing */
export function showRuns(
  { sample }: z.output<typeof runsSchema>,
  recordings: Recordings,
): ShownRuns {
  const receipt = findReceipt(sample, recordings);
  if (!receipt.compared.runs.some(isShownInTable)) {
    throw new CannotShow(
      "unknown-run",
      `No run of "${receipt.sample}" has a fault: its record has no held point and nothing taken out.\nShow what it prints with <Sample file="…" output />.`,
      ["sample"],
    );
  }
  return {
    title: receipt.story ?? receipt.sample.split("/").at(-1) ?? "",
    strike: describeStrike(receipt),
    table: buildFaultTable(receipt),
    made: Math.min(...receipt.recorded.runs.map(({ made = 1 }) => made)),
    receipt,
  };
}
