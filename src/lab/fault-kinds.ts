import type { Program, Scenario } from "./scenario.ts";
import { isJava } from "./java/prepare.ts";

/** The part of a run request that decides of which kind the run is. */
export interface PlannedRun {
  readonly subject: { readonly sample: { readonly id: string }; readonly scenario: Scenario };
  readonly at: string;
  readonly isWithout: boolean;
}

/** A run and what its scenario says of it, by which its kind is recognised. */
export interface FaultyRun {
  readonly id: string;
  readonly scenario: Scenario;
  readonly point: Scenario["heldPoints"][string];
  readonly isWithout: boolean;
  /** Whether the run has brokers (Kafka, the log); without brokers it is a run of gRPC, the wire. */
  readonly isOnLog: boolean;
  /** The program that the fault kills, if it kills one. */
  readonly killed: Program | undefined;
}

/**
 * Every kind of fault that the lab can inject, each with a test for the runs of that kind. `npm test` makes one run of
 * each kind, the shortest that is recorded; `npm run prove` makes all of them. Every run with a fault is of at least
 * one kind.
 */
export const FAULT_KINDS: Readonly<Record<string, (run: FaultyRun) => boolean>> = {
  "a program is killed while a gRPC message is held": (run) =>
    isHeldAndKilled(run) && !run.isOnLog && run.point.lock === undefined,
  "a program is killed while a Kafka message is held": (run) =>
    isHeldAndKilled(run) && run.isOnLog && run.point.lock === undefined,
  "the database is locked until a program is killed, on the wire": (run) =>
    run.point.lock !== undefined && !run.isOnLog,
  "the database is locked until a program is killed, on the log": (run) =>
    run.point.lock !== undefined && run.isOnLog,
  "a program is killed as soon as something has happened": (run) =>
    run.point.kill !== undefined && run.point.hold === undefined,
  "a connection is cut while a message is held": (run) => run.point.cut === true,
  "a message is held for a while, and arrives": ({ point }) =>
    point.hold !== undefined &&
    [point.kill, point.cut, point.killLeaderOf].every((it) => it === undefined),
  "connections are cut before an answer": (run) => run.point.cutBefore !== undefined,
  "a proxy reads its configuration again": (run) => run.point.reload !== undefined,
  "the leader of a partition is killed": (run) => run.point.killLeaderOf !== undefined,
  "a program in Java is killed": (run) => run.killed !== undefined && isJava(run.killed),
  "a fault meets a program in Java that is led through the tap": (run) =>
    isFault(run) &&
    Object.values(run.scenario.programs).some((it) => it.throughTap === true && isJava(it)),
  "a line is taken out, on the wire": (run) => run.isWithout && !run.isOnLog,
  "a line is taken out, on the log": (run) => run.isWithout && run.isOnLog,
};

/**
 * Kinds of runs without a fault that use parts of the lab which no fault uses; `npm test` makes one run of each too.
 */
export const OTHER_KINDS: Readonly<Record<string, (run: FaultyRun) => boolean>> = {
  "a program alone with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.keys(run.scenario.programs).length === 1,
  "several programs with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.keys(run.scenario.programs).length > 1,
  // Recognised by its id, since a scenario does not say that the program's own consumers join and leave.
  "members join and leave a group": ({ id }) => id === "kafka/rebalance",
  "a page in a browser": (run) =>
    !isFault(run) && Object.values(run.scenario.programs).some(({ opens }) => opens !== undefined),
  "a program behind a proxy": (run) => !isFault(run) && run.point.behind !== undefined,
  "a program in Java with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.values(run.scenario.programs).some(isJava),
};

/** Describes a run for the tests in the tables above. */
export function describeFault({ subject, at, isWithout }: PlannedRun): FaultyRun {
  const { sample, scenario } = subject;
  const point = scenario.heldPoints[at] ?? {};
  return {
    id: sample.id,
    scenario,
    point,
    isWithout,
    isOnLog: scenario.brokers !== undefined,
    killed: point.kill === undefined ? undefined : scenario.programs[point.kill],
  };
}

/** Whether a run has a fault or a line taken out. */
export function isFault({ point, isWithout }: Pick<FaultyRun, "point" | "isWithout">): boolean {
  return isWithout || Object.keys(point).some((key) => key !== "behind");
}

function isHeldAndKilled({ point }: FaultyRun): boolean {
  return point.hold !== undefined && point.kill !== undefined;
}

/** Returns kind → the run with the shortest recorded duration. A kind without a run among those given is left out. */
export function standIns<Run extends { readonly request: PlannedRun }>(
  runs: readonly Run[],
  recordedMs: (run: Run) => number,
): ReadonlyMap<string, Run> {
  const shortestFirst = runs
    .map((run) => ({ run, ms: recordedMs(run), fault: describeFault(run.request) }))
    .sort((a, b) => a.ms - b.ms);
  const kinds = Object.entries({ ...FAULT_KINDS, ...OTHER_KINDS });
  return new Map(
    kinds.flatMap(([kind, isOf]): [string, Run][] => {
      const found = shortestFirst.find(({ fault }) => isOf(fault));
      return found === undefined ? [] : [[kind, found.run]];
    }),
  );
}
