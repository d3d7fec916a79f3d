import { standardRun } from "../../../content/samples/shop/standard-run.ts";
import type { RecordedRun } from "../../receipts/receipt.ts";
import type { Look } from "../scenario.ts";

/** Orders says an event each 10 ms. */
const INTERVAL_MS = 10;
/** Later than this after it was said, an event was not handled at once. */
const LATE_MS = 500;

/** One thing that was done to a program, at a time of the wall clock. */
export interface Mark {
  readonly atMs: number;
  readonly what: "killed" | "back";
  readonly program: string;
}

/** Marks on a clock that starts at `startMs`. */
export function placeMarks(marks: readonly Mark[], startMs: number): Pick<RecordedRun, "marks"> {
  if (marks.length === 0) return {};
  return { marks: marks.map(({ atMs, what, program }) => ({ ms: atMs - startMs, what, program })) };
}

/**
 * What became of each of the 1,000 events, read from the Warehouse's book, and when programs were struck, both on a clock
 * that starts with the first event. Letters: see `RecordedRun.strip`.
 */
export function drawStrip(
  { rows }: Pick<Look, "rows">,
  marks: readonly Mark[],
): Pick<RecordedRun, "strip" | "marks"> {
  const times = new Map<string, number[]>();
  for (const row of rows("warehouse.db", "select event_id, at_ms from work order by rowid")) {
    const id = String(row["event_id"]);
    times.set(id, [...(times.get(id) ?? []), Number(row["at_ms"])]);
  }
  const startMs = Math.min(...[...times.values()].flat());
  const letters = standardRun().map(({ eventId }, index) => {
    const [first, again] = times.get(eventId) ?? [];
    if (first === undefined) return "x";
    const isLate = first - startMs - index * INTERVAL_MS > LATE_MS;
    if (again === undefined) return isLate ? "l" : "o";
    return isLate ? "D" : "d";
  });
  return { strip: letters.join(""), ...placeMarks(marks, startMs) };
}
