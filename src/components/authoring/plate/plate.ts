import { z } from "astro/zod";
import type { Receipt } from "../../../receipts/receipt.ts";
import { HUE_NAMES, type Hue } from "../../../samples/systems.ts";
import { CannotShow } from "../cannot-show.ts";
import { countStrip, type StripCounts } from "./strip-marks.ts";

const text = z.string().min(1);

const plateRunSchema = z.strictObject({
  sample: text,
  /** The held point of the run to show. By default it is the first run whose events were kept. */
  run: text.optional(),
  without: z.boolean().default(false),
  /** Such as "As first written". */
  label: text,
  /** One sentence about what the strip does not show. */
  words: text.optional(),
  /** The hue of the run. By default the log's when a broker took part. */
  system: z.enum(HUE_NAMES).optional(),
});

export const plateSchema = z.strictObject({
  runs: z.array(plateRunSchema).min(1),
  /** Sentences to add below the legend. */
  caption: text.optional(),
});

/** A run of the plate: its strip, and when a process was killed, in percent of the time axis. */
export interface PlateRun {
  readonly label: string;
  readonly words: string | undefined;
  readonly strip: string;
  readonly counts: StripCounts;
  readonly marks: readonly PlateMark[];
}

export interface PlateMark {
  readonly what: "killed" | "back";
  readonly x: number;
}

export interface PlateGroup {
  readonly system: Hue;
  readonly runs: readonly PlateRun[];
  /** The marks of all the group's runs, each one only once. */
  readonly marks: readonly PlateMark[];
}

/** The standard run: 1,000 events, 100 a second. */
export const axisMs = 10_000;
/** Marks of two runs that are less than a column of the strip apart are drawn as one. */
const sameMark = 0.8;

/**
 * Prepares one run of a receipt for the plate.
 *
 * @throws CannotShow when its events were not recorded one by one
 */
export function readPlateRun(
  receipt: Receipt,
  run: number,
  label: string,
  words: string | undefined,
): PlateRun {
  const { strip, marks = [] } = receipt.recorded.runs[run] ?? {};
  if (strip === undefined)
    throw new CannotShow("unknown-run", `Run ${run} of "${receipt.sample}" has no strip.`);
  return {
    label,
    words,
    strip,
    counts: countStrip(strip),
    marks: marks
      .filter(({ ms }) => ms <= axisMs)
      .map(({ what, ms }) => ({ what, x: Number(((ms / axisMs) * 100).toFixed(2)) })),
  };
}

/** The hue of a receipt's runs: the log's when a broker took part. */
export function hueOf(receipt: Receipt): Hue {
  return Object.hasOwn(receipt.recorded.versions, "Kafka") ? "log" : "wire";
}

/** Groups runs by hue, in the order in which each first appears. */
export function groupRuns(
  runs: readonly { readonly system: Hue; readonly run: PlateRun }[],
): PlateGroup[] {
  return [...Map.groupBy(runs, ({ system }) => system)].map(([system, members]) => {
    const marks: PlateMark[] = [];
    for (const mark of members.flatMap(({ run }) => run.marks)) {
      const isKnown = marks.some(
        ({ what, x }) => what === mark.what && Math.abs(x - mark.x) <= sameMark,
      );
      if (!isKnown) marks.push(mark);
    }
    return { system, runs: members.map(({ run }) => run), marks };
  });
}

/**
 * The x of the lane's arrows in percent: those of a fixed set that are clear of the marks and fall while the process
 * is up.
 */
export function laneArrows(marks: readonly PlateMark[], always: boolean): number[] {
  const everywhere = [6, 14, 22, 30, 38, 46, 54, 62, 70, 78, 86, 94];
  return everywhere.filter((x) => {
    const clear = marks.every((mark) => Math.abs(mark.x - x) > 2);
    return always || (clear && isUp(marks, x));
  });
}

/** When the lane's process is up, as pairs of percent. */
export function laneLives(marks: readonly PlateMark[]): (readonly [number, number])[] {
  const lives: (readonly [number, number])[] = [];
  let from: number | undefined = 0;
  for (const { what, x } of sorted(marks)) {
    if (what === "killed" && from !== undefined) {
      lives.push([from, x]);
      from = undefined;
    } else if (what === "back") from ??= x;
  }
  return from === undefined ? lives : [...lives, [from, 100]];
}

function isUp(marks: readonly PlateMark[], x: number): boolean {
  return laneLives(marks).some(([from, to]) => from <= x && x < to);
}

function sorted(marks: readonly PlateMark[]): PlateMark[] {
  return [...marks].sort((a, b) => a.x - b.x);
}
