import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { HeldPoint, Look, MatchInContext, Seen } from "../scenario.ts";
import type { Relay, Verdict } from "../tap/relay.ts";

/** Carries out one held point. */
export interface Strike {
  /** To be asked about every event, in order. */
  readonly judge: (seen: Seen, connection: Relay) => Verdict;
  /** Whether all that was to be held is, and something was cut where it was to be. */
  readonly hasCaught: () => boolean;
  /** Resolves when the struck program is back, or at once where nothing is held. Rejects when the event never came. */
  readonly done: Promise<void>;
}

export interface StrikeOptions {
  readonly look: Look;
  /** Absolute path of a file in the programs' folder. */
  readonly fileOf: (name: string) => string;
  /** Resolves when it has ended. */
  readonly kill: (program: string) => Promise<void>;
  readonly restart: (program: string) => Promise<void>;
  /** Resolves when the broker that leads this partition has been killed. */
  readonly killLeader: (topic: string, partition: number) => Promise<void>;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

const LOOK_MS = 2;
const SETTLE_MS = 50;
/** The Warehouse may be writing: its transactions take less than this. */
const PATIENCE_MS = 2_000;

export function prepareStrike(point: HeldPoint, options: StrikeOptions): Strike {
  const { kill, killLeaderOf, backAfterMs } = point;
  const wanted = listMatches(point.hold).map((match) => ({ match, count: 0 }));
  const caught: { seen: Seen; connection: Relay }[] = [];
  let unlock: (() => void) | undefined;
  let cuts = 0;

  const judge = (seen: Seen, connection: Relay): Verdict => {
    if (point.cutBefore?.(seen, options.look.seen) === true) {
      cuts += 1;
      connection.cut();
      return "hold";
    }
    const found = wanted.findIndex(
      (it) => it.match(seen, options.look.seen) && ++it.count >= (point.nth ?? 1),
    );
    if (found === -1) return "pass";
    wanted.splice(found, 1);
    caught.push({ seen, connection });
    // Locked before a byte of the event goes on.
    if (point.lock !== undefined) unlock ??= lock(options.fileOf(point.lock));
    return point.goesOn === true ? "pass" : "hold";
  };

  const act = async (): Promise<void> => {
    if (wanted.length === 0 && point.until === undefined) return;
    while (wanted.length > 0) await sleep(LOOK_MS, undefined, options);
    try {
      await untilTrue(point.until, point.orAfterMs ?? Infinity, options);
      // What has gone on is read now: a reset would overtake it.
      await sleep(SETTLE_MS, undefined, options);
      if (kill !== undefined) await options.kill(kill);
      if (killLeaderOf !== undefined) {
        await options.killLeader(killLeaderOf.topic, killLeaderOf.partition);
      }
    } finally {
      unlock?.();
    }
    for (const { seen, connection } of caught) {
      if (point.cut === true) connection.cut();
      else if (kill === undefined && killLeaderOf === undefined)
        connection.release(seen.event.direction);
      else connection.drop(seen.event.direction);
    }
    if (kill !== undefined && backAfterMs !== undefined) {
      await sleep(backAfterMs, undefined, options);
      await options.restart(kill);
    }
  };
  const hasCaught = (): boolean =>
    wanted.length === 0 && (point.cutBefore === undefined || cuts > 0);
  return { judge, hasCaught, done: act() };
}

function listMatches(hold: HeldPoint["hold"]): readonly MatchInContext[] {
  if (hold === undefined) return [];
  return typeof hold === "function" ? [hold] : hold;
}

async function untilTrue(
  condition: HeldPoint["until"],
  limitMs: number,
  { look, signal }: StrikeOptions,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (condition?.(look) === false && performance.now() < end) {
    await sleep(LOOK_MS, undefined, { signal });
  }
}

/** Takes the write lock of an SQLite file; returns what gives it back. */
function lock(file: string): () => void {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  database.exec("begin immediate");
  return () => {
    database.exec("rollback");
    database.close();
  };
}
