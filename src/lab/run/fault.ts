import { setTimeout as sleep } from "node:timers/promises";
import type { HeldPoint, Look } from "../scenario.ts";
import type { FaultWatch } from "./fault-watch.ts";
import { orGiveUp } from "./give-up.ts";

/** What a fault needs from the rest of the run. */
export interface FaultActions {
  readonly look: Look;
  /** Sends SIGKILL; resolves when the program has ended. */
  readonly kill: (program: string) => Promise<void>;
  readonly restart: (program: string) => Promise<void>;
  /** Resolves when the broker that leads this partition has been killed. */
  readonly killLeader: (topic: string, partition: number) => Promise<void>;
  /** Has the run's proxy read its configuration again, with other pieces in it. */
  readonly reload: (pieces: Readonly<Record<string, string>>) => Promise<void>;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

/** Between two evaluations of `until`: the held event waits in the tap meanwhile. */
const LOOK_MS = 10;
/** Time for receivers to read what the tap has passed on, since a reset would overtake those bytes. */
const SETTLE_MS = 50;

/**
 * Injects the fault of one held point: waits for its moment, kills or cuts, and then drops or releases what was held.
 *
 * @returns when the fault is made and the killed program has been started again; at once where there is no fault
 * @throws Failure when the run is given up before its moment comes
 */
export async function makeFault(
  point: HeldPoint,
  watch: FaultWatch,
  actions: FaultActions,
): Promise<void> {
  const { kill, killLeaderOf, backAfterMs, until } = point;
  if (point.hold === undefined && until === undefined) return;
  await orGiveUp(watch.allHeld, actions.signal);
  try {
    await untilTrue(until, point.orAfterMs ?? Infinity, actions);
    await sleep(SETTLE_MS, undefined, { signal: actions.signal });
    if (kill !== undefined) await actions.kill(kill);
    if (point.reload !== undefined) {
      await actions.reload(point.reload === true ? {} : point.reload);
    }
    if (killLeaderOf !== undefined) {
      await actions.killLeader(killLeaderOf.topic, killLeaderOf.partition);
    }
  } finally {
    watch.unlock();
  }
  letGo(point, watch);
  if (kill !== undefined && backAfterMs !== undefined) {
    await sleep(backAfterMs, undefined, { signal: actions.signal });
    await actions.restart(kill);
  }
}

/**
 * Drops what was held if a program or a broker was killed, resets the connection for `cut`, and releases it otherwise.
 */
function letGo({ cut, kill, killLeaderOf }: HeldPoint, { caught }: FaultWatch): void {
  for (const { seen, connection } of caught) {
    const { direction } = seen.event;
    if (cut === true) connection.cut();
    else if (kill === undefined && killLeaderOf === undefined) connection.release(direction);
    else connection.drop(direction);
  }
}

async function untilTrue(
  condition: HeldPoint["until"],
  limitMs: number,
  { look, signal }: FaultActions,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (condition?.(look) === false && performance.now() < end) {
    await sleep(LOOK_MS, undefined, { signal });
  }
}
