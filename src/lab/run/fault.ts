import { setTimeout as sleep } from "node:timers/promises";
import type { HeldPoint, Look } from "../scenario.ts";
import type { FaultWatch } from "./fault-watch.ts";
import { orGiveUp } from "./give-up.ts";

/** What a fault does to the rest of a run. */
export interface FaultActions {
  readonly look: Look;
  /** SIGKILL; resolves when the program has ended. */
  readonly kill: (program: string) => Promise<void>;
  readonly restart: (program: string) => Promise<void>;
  /** Resolves when the broker that leads this partition has been killed. */
  readonly killLeader: (topic: string, partition: number) => Promise<void>;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

/** The event that is held waits meanwhile. */
const LOOK_MS = 10;
/** What went on before the fault is read in this time; a reset would overtake it. */
const SETTLE_MS = 50;

/**
 * Makes the fault of one held point: waits for its moment, kills or cuts, and lets go of what was held.
 *
 * @returns when the killed program is back, or at once where nothing is to be broken
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

/** What was held for or from somebody who is dead never arrives; where nobody was killed, it goes on. */
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
