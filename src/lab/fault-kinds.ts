import type { Program, Scenario } from "./scenario.ts";
import { isJava } from "./java/prepare.ts";

/** A run as it was planned: of a run request, what tells its kind. */
export interface PlannedRun {
  readonly subject: { readonly sample: { readonly id: string }; readonly scenario: Scenario };
  readonly at: string;
  readonly isWithout: boolean;
}

/** What a kind is told apart by: one run, and all that its scenario says of it. */
export interface FaultyRun {
  readonly id: string;
  readonly scenario: Scenario;
  readonly point: Scenario["heldPoints"][string];
  readonly isWithout: boolean;
  /** Whether it has brokers: the log; otherwise it is on the wire. */
  readonly isOnLog: boolean;
  /** The program that is killed. */
  readonly killed: Program | undefined;
}

/**
 * Every kind of fault that the lab can inject, and how a run of it is recognised from its scenario. `npm test` makes one
 * run of each, the shortest that is recorded; `npm run prove` makes them all. Every run with a fault is of one kind at least.
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
  "the leader of a partition is killed": (run) => run.point.killLeaderOf !== undefined,
  "a program in Java is killed": (run) => run.killed !== undefined && isJava(run.killed),
  "a fault meets a program in Java that is led through the tap": (run) =>
    isFault(run) &&
    Object.values(run.scenario.programs).some((it) => it.throughTap === true && isJava(it)),
  "a line is taken out, on the wire": (run) => run.isWithout && !run.isOnLog,
  "a line is taken out, on the log": (run) => run.isWithout && run.isOnLog,
};

/** What is no fault, and takes a part of the lab that the faults do not: one run of each too. */
export const OTHER_KINDS: Readonly<Record<string, (run: FaultyRun) => boolean>> = {
  "a program alone with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.keys(run.scenario.programs).length === 1,
  "several programs with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.keys(run.scenario.programs).length > 1,
  // Nothing in a scenario says it: the program's own consumers come and go.
  "members join and leave a group": ({ id }) => id === "kafka/rebalance",
  "a program in Java with a broker": (run) =>
    !isFault(run) && run.isOnLog && Object.values(run.scenario.programs).some(isJava),
};

/** Describes a run for the tables above. */
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

/** Whether anything is done to the run. */
export function isFault({ point, isWithout }: Pick<FaultyRun, "point" | "isWithout">): boolean {
  return isWithout || Object.keys(point).length > 0;
}

function isHeldAndKilled({ point }: FaultyRun): boolean {
  return point.hold !== undefined && point.kill !== undefined;
}

/** Kind → the run that stands for it: the shortest one, as recorded. A kind of which no run is given has none. */
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
