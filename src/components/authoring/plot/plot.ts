// What `<Plot>` takes, and what of recorded series it shows.
import { z } from "astro/zod";
import type { Receipt, Series } from "../../../receipts/receipt.ts";
import { didYouMean } from "../../../report/nearest.ts";
import { HUE_NAMES, type Hue } from "../../../samples/systems.ts";
import { CannotShow } from "../cannot-show.ts";

const text = z.string().min(1);

const panelSchema = z.strictObject({
  sample: text,
  /** The held point of the run to show. By default it is the first run that has series. */
  run: text.optional(),
  /** Whether to show the run with the guaranteeing line removed. */
  without: z.boolean().default(false),
  title: text,
  /** Lines of the series to show, in the order of the drawing's strokes. By default all of them. */
  lines: z.array(text).min(1).max(3).optional(),
  /** By default the log's hue when a broker took part. */
  system: z.enum(HUE_NAMES).optional(),
});

export const plotSchema = z.strictObject({
  /** The name of a series in the receipts: "memory". */
  of: text,
  /** What the values are, with their unit: "MB more than before". */
  values: text,
  /** What the times count from: "s after the first order". */
  times: text,
  /** Runs side by side, on the same axes. */
  panels: z.array(panelSchema).min(1).max(3),
  /** Sentences to add after what the component says of the recording. */
  caption: text.optional(),
});

/** A line of a plot: its name, and pairs of seconds and value. */
export interface PlotLine {
  readonly name: string;
  readonly points: readonly (readonly [seconds: number, value: number])[];
}

export interface PlotPanel {
  readonly title: string;
  readonly system: Hue;
  readonly unit: string;
  readonly lines: readonly PlotLine[];
}

/** The numbers of a line that stand in the table behind a plot, and in its accessible name. */
export interface LineReading {
  readonly name: string;
  readonly most: number;
  readonly mostAt: number;
  readonly last: number;
}

const SECOND_MS = 1_000;

/**
 * Picks lines of a recorded series.
 *
 * @throws CannotShow when the run has no such series, or the series no such line
 */
export function readSeries(
  receipt: Receipt,
  run: number,
  of: string,
  wanted: readonly string[] | undefined,
): { readonly unit: string; readonly lines: readonly PlotLine[] } {
  const all = receipt.recorded.runs[run]?.series ?? {};
  const series = Object.hasOwn(all, of) ? all[of] : undefined;
  if (series === undefined) throw unknown(receipt, "series", of, Object.keys(all), ["of"]);
  const names = wanted ?? Object.keys(series.lines);
  return {
    unit: series.unit,
    lines: names.map((name, index) => ({
      name,
      points: pointsOf(receipt, series, of, name, index),
    })),
  };
}

function pointsOf(
  receipt: Receipt,
  { ms, lines }: Series,
  of: string,
  name: string,
  index: number,
): PlotLine["points"] {
  const values = Object.hasOwn(lines, name) ? lines[name] : undefined;
  if (values === undefined)
    throw unknown(receipt, `line of "${of}"`, name, Object.keys(lines), ["lines", index]);
  return ms.map((at, place) => [at / SECOND_MS, values[place] ?? 0] as const);
}

function unknown(
  { sample }: Receipt,
  what: string,
  name: string,
  known: readonly string[],
  path: readonly PropertyKey[],
): CannotShow {
  return new CannotShow(
    "unknown-series",
    `The run of "${sample}" recorded no ${what} named "${name}".${didYouMean(name, known)}\nRecorded there: ${known.join(", ")}.`,
    path,
  );
}

/** Reads a line's greatest value, when it was reached first, and its last value. */
export function readLine({ name, points }: PlotLine): LineReading {
  const [first] = points;
  const [mostAt, most] = points.reduce(
    (best, point) => (point[1] > best[1] ? point : best),
    first ?? ([0, 0] as const),
  );
  return { name, most, mostAt, last: points.at(-1)?.[1] ?? 0 };
}

/** The accessible name of a panel: "Kafka. broker: at most 58 MB, after 2.5 s; 58 MB at the end." */
export function describePanel({ title, unit, lines }: PlotPanel): string {
  const said = lines.map(readLine).map(({ name, most, mostAt, last }) => {
    const at = `${name}: at most ${formatValue(most)} ${unit}, after ${mostAt} s`;
    return `${at}; ${formatValue(last)} ${unit} at the end.`;
  });
  return [`${title}.`, ...said].join(" ");
}

/** 1541 → "1,541" */
export function formatValue(value: number): string {
  return value.toLocaleString("en").replace("-", "−");
}
