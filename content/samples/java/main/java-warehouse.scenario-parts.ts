// What the scenarios of the Java Warehouse share.
import type {
  Counts,
  Look,
  Program,
  Scenario,
} from "../../../../src/lab/scenario.ts";
import { EVENTS } from "../../guaranteed-delivery/killed-at-500.scenario-parts.ts";
import { topics } from "../../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";

const BOOK = "../warehouse.txt";
const publish = {
  file: "../../guaranteed-delivery/publish.ts",
  ready: `${EVENTS} acknowledged`,
} satisfies Program;

/** 1,000 events wait for this Warehouse when it starts. */
export function workedOffBy(file: string) {
  return {
    story: "Killed at 500",
    brokers: 1,
    topics,
    programs: {
      orders: publish,
      warehouse: { file, throughTap: true },
    },
    over: ({ hasEnded }) => hasEnded("warehouse"),
    counts: countHandled,
  } satisfies Partial<Scenario>;
}

export function countHandled({ lines }: Look) {
  const times = Map.groupBy(lines(BOOK), (id) => id);
  const repeated = [...times.values()].filter(
    ({ length }) => length > 1,
  );
  return {
    handled: times.size,
    lost: EVENTS - times.size,
    twice: repeated.length,
  } satisfies Counts;
}
