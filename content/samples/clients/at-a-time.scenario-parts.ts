// What the scenarios of concurrent handlers share.
import type { Counts, Look } from "../../../src/lab/scenario.ts";
import { oneProgram } from "../symptoms/one-program.scenario-parts.ts";

const BEGUN = `
  select asked, running, count(*) events
  from begun group by asked, running`;

/** Nothing breaks: three partitions, one consumer, two settings. */
export function atATime(file: string) {
  return { ...oneProgram(file), counts: countHandlers };
}

function countHandlers({ rows }: Look): Counts {
  const begun = rows("warehouse.db", BEGUN).map((row) => ({
    asked: Number(row["asked"]),
    running: Number(row["running"]),
    events: Number(row["events"]),
  }));
  const most = (asked: number) =>
    Math.max(
      ...begun
        .filter((it) => it.asked === asked)
        .map(({ running }) => running),
    );
  const beside = begun.find(
    ({ asked, running }) => asked === 3 && running === 3,
  );
  return {
    "at a time with 1": most(1),
    "at a time with 3": most(3),
    "begun beside two others": beside?.events ?? 0,
  } satisfies Counts;
}
