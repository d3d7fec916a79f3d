import type { z } from "astro/zod";
import { showingPart } from "../cannot-show.ts";
import { findReceipt, type Recordings } from "../find-receipt.ts";
import { findRun } from "../recorded/find-run.ts";
import { groupRuns, hueOf, readPlateRun, type PlateGroup, type plateSchema } from "./plate.ts";

/** Recorded runs on one time axis, as `<Plate>` shows them. */
export interface ShownPlate {
  readonly groups: readonly PlateGroup[];
  /** The runs' samples, in the order in which they first appear. */
  readonly samples: readonly string[];
  /** The days of the recordings, sorted. */
  readonly dates: readonly string[];
  readonly caption: string | undefined;
}

/** @throws CannotShow for a run that is not recorded, or whose events were not recorded one by one */
export function showPlate(
  { runs, caption }: z.output<typeof plateSchema>,
  recordings: Recordings,
): ShownPlate {
  const read = runs.map(({ sample, run, without, label, words, system }, index) =>
    showingPart(["runs", index], () => {
      const receipt = findReceipt(sample, recordings);
      const number = findRun(receipt, run, without, "strip", ({ strip }) => strip !== undefined);
      const shown = readPlateRun(receipt, number, label, words);
      return { receipt, system: system ?? hueOf(receipt), run: shown };
    }),
  );
  return {
    groups: groupRuns(read),
    samples: [...new Set(read.map(({ receipt }) => receipt.sample))],
    dates: [...new Set(read.map(({ receipt }) => receipt.recorded.date))].sort(),
    caption,
  };
}
