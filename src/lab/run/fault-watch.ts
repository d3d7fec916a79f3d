import { DatabaseSync } from "node:sqlite";
import type { HeldPoint, MatchInContext, Seen } from "../scenario.ts";
import type { Relay, Verdict } from "../tap/relay.ts";

/** An event that matched the held point, and its connection. */
export interface Caught {
  readonly seen: Seen;
  readonly connection: Relay;
}

/** Looks for the events of a held point among all events of a run. */
export interface FaultWatch {
  /** Decides whether an event passes or is held. The tap calls it for every event, in order. */
  readonly judge: (seen: Seen, connection: Relay) => Verdict;
  /** Whether all events of the held point have come, and a connection was cut if the point has `cutBefore`. */
  readonly hasCaught: () => boolean;
  /** Resolves when all events to hold have come; at once where there are none. */
  readonly allHeld: Promise<void>;
  readonly caught: readonly Caught[];
  /** Releases the lock of the database, if it was taken. */
  readonly unlock: () => void;
}

/** How long to wait for the lock while a program writes to the database; its transactions are shorter. */
const LOCK_PATIENCE_MS = 2_000;

/**
 * Opens a watch for a held point.
 *
 * @param before all earlier events; the caller adds each event after `judge` has returned
 * @param fileOf absolute path of a file in the programs' folder
 */
export function watchForFault(
  point: HeldPoint,
  before: readonly Seen[],
  fileOf: (name: string) => string,
): FaultWatch {
  const wanted = listMatches(point.hold).map((match) => ({ match, count: 0 }));
  const caught: Caught[] = [];
  const held = Promise.withResolvers<void>();
  let rollBack: (() => void) | undefined;
  let cuts = 0;
  if (wanted.length === 0) held.resolve();

  return {
    judge(seen, connection) {
      if (point.cutBefore?.(seen, before) === true) {
        cuts += 1;
        connection.cut();
        return "hold";
      }
      const found = wanted.findIndex(
        (it) => it.match(seen, before) && ++it.count >= (point.nth ?? 1),
      );
      if (found === -1) return "pass";
      wanted.splice(found, 1);
      caught.push({ seen, connection });
      // The lock is taken before any byte of the event goes on.
      if (point.lock !== undefined) rollBack ??= lockForWriting(fileOf(point.lock));
      if (wanted.length === 0) held.resolve();
      return point.goesOn === true ? "pass" : "hold";
    },
    hasCaught: () => wanted.length === 0 && (point.cutBefore === undefined || cuts > 0),
    allHeld: held.promise,
    caught,
    unlock() {
      rollBack?.();
      rollBack = undefined;
    },
  };
}

function listMatches(hold: HeldPoint["hold"]): readonly MatchInContext[] {
  if (hold === undefined) return [];
  return typeof hold === "function" ? [hold] : hold;
}

/** Takes the write lock of an SQLite file, and returns a function that releases it. */
function lockForWriting(file: string): () => void {
  const database = new DatabaseSync(file, { timeout: LOCK_PATIENCE_MS });
  database.exec("begin immediate");
  return () => {
    database.exec("rollback");
    database.close();
  };
}
