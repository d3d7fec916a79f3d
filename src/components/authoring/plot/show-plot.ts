import type { z } from "astro/zod";
import { CannotShow, showingPart } from "../cannot-show.ts";
import { findReceipt, type Recordings } from "../find-receipt.ts";
import { hueOf } from "../plate/plate.ts";
import { findRun } from "../recorded/find-run.ts";
import { type PlotPanel, type plotSchema, readSeries } from "./plot.ts";

/** Recorded series of some runs, as `<Plot>` shows them. */
export interface ShownPlot {
  readonly values: string;
  readonly times: string;
  readonly panels: readonly PlotPanel[];
  /** The panels' samples, each once. */
  readonly samples: readonly string[];
  /** The days of the recordings, sorted. */
  readonly dates: readonly string[];
  /** How often the least repeated run was made, and the most repeated one; one repetition of each is shown. */
  readonly made: readonly [least: number, most: number];
  readonly caption: string | undefined;
}

/** @throws CannotShow for a run, a series or a line that is not recorded, and for panels in different units */
export function showPlot(
  { of, values, times, panels, caption }: z.output<typeof plotSchema>,
  recordings: Recordings,
): ShownPlot {
  const read = panels.map(({ sample, run, without, title, lines, system }, index) =>
    inPanel(index, () => {
      const receipt = findReceipt(sample, recordings);
      const number = findRun(receipt, run, without, "series", ({ series }) => series !== undefined);
      const { made = 1 } = receipt.recorded.runs[number] ?? {};
      const shown = readSeries(receipt, number, of, lines);
      return { receipt, made, panel: { title, system: system ?? hueOf(receipt), ...shown } };
    }),
  );
  const units = new Set(read.map(({ panel }) => panel.unit));
  if (units.size > 1) {
    throw new CannotShow(
      "unknown-series",
      `The panels have one axis, and "${of}" is recorded in ${[...units].join(" and ")}.`,
      ["of"],
    );
  }
  return {
    values,
    times,
    panels: read.map(({ panel }) => panel),
    samples: [...new Set(read.map(({ receipt }) => receipt.sample))],
    dates: [...new Set(read.map(({ receipt }) => receipt.recorded.date))].sort(),
    made: [Math.min(...read.map(({ made }) => made)), Math.max(...read.map(({ made }) => made))],
    caption,
  };
}

/** Points an error at the panel, or at the plot's `of`. */
function inPanel<Result>(index: number, work: () => Result): Result {
  try {
    return showingPart(["panels", index], work);
  } catch (error) {
    if (error instanceof CannotShow && error.path.at(-1) === "of")
      throw new CannotShow(error.slug, error.message, ["of"]);
    throw error;
  }
}
