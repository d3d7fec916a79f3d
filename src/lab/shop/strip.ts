import { standardRun } from "../../../content/samples/shop/standard-run.ts";
import type { RecordedRun } from "../../receipts/receipt.ts";
import type { Look } from "../scenario.ts";

/** The Orders service sends an event every 10 ms. */
const INTERVAL_MS = 10;
/** An event that is handled later than this after it was sent counts as late. */
const LATE_MS = 500;

/** A kill or a restart of a program, at a time of the wall clock. */
export interface Mark {
  readonly atMs: number;
  readonly what: "killed" | "back";
  readonly program: string;
}

/** Converts the times of marks to a clock that starts at `startMs`. */
export function placeMarks(marks: readonly Mark[], startMs: number): Pick<RecordedRun, "marks"> {
  if (marks.length === 0) return {};
  return { marks: marks.map(({ atMs, what, program }) => ({ ms: atMs - startMs, what, program })) };
}

/**
 * Returns the fate of each of the 1,000 events, read from the Warehouse's database, and the times at which programs
 * were killed and restarted, on a clock that starts with the first handled event. For the letters, see
 * `RecordedRun.strip`.
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
