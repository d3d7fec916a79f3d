// One consumer of three partitions, with one handler and with three.
import type {
  Counts,
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { oneProgram } from "../symptoms/one-program.scenario-parts.ts";

const BEGUN = `
  select asked, running, count(*) events
  from begun group by asked, running`;

/** How many handlers ran when one began. */
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

export default {
  ...oneProgram("at-a-time-kafkajs.ts"),
  counts: countHandlers,
  moving: ["begun beside two others"],
  mustHold: {
    "by default one handler runs at a time": (counts) =>
      counts["at a time with 1"] === 1,
  },
} satisfies Scenario;
