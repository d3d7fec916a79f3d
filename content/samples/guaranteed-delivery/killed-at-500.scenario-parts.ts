// What the scenarios of "Killed at 500" share on both systems.
import type {
  Counts,
  HeldPoint,
  Look,
} from "../../../src/lab/scenario.ts";

export const EVENTS = 1_000;
export const BOOK = "warehouse.db";
const LINES = `select event_id, count(*) lines from work
  group by event_id`;
const DOWN_MS = 2_000;

/** The Warehouse is killed here, and is back 2 s later. */
export function killedWhen(
  point: Omit<HeldPoint, "kill" | "backAfterMs">,
): HeldPoint {
  return { ...point, kill: "warehouse", backAfterMs: DOWN_MS };
}

/** From the book that the Warehouse keeps. */
export function countHandled({ rows }: Look) {
  const lines = rows(BOOK, LINES).map((row) =>
    Number(row["lines"]),
  );
  return {
    handled: lines.length,
    lost: EVENTS - lines.length,
    twice: lines.filter((count) => count > 1).length,
  } satisfies Counts;
}
