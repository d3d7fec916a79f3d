import { DatabaseSync } from "node:sqlite";
import type { HeldPoint, MatchInContext, Seen } from "../scenario.ts";
import type { Relay, Verdict } from "../tap/relay.ts";

/** An event that was held, and the connection that it waits in. */
export interface Caught {
  readonly seen: Seen;
  readonly connection: Relay;
}

/** Looks at every event of a run for those that a held point means. */
export interface FaultWatch {
  /** To be asked about every event, in order. */
  readonly judge: (seen: Seen, connection: Relay) => Verdict;
  /** Whether every event to hold is held, and a connection was cut where one was to be. */
  readonly hasCaught: () => boolean;
  /** Resolves when every event to hold is held; at once where none is. */
  readonly allHeld: Promise<void>;
  readonly caught: readonly Caught[];
  /** Gives back the lock of the database, if it was taken. */
  readonly unlock: () => void;
}

/** A program may be writing to the database: its transactions take less than this. */
const LOCK_PATIENCE_MS = 2_000;

/**
 * Opens a watch for a held point.
 *
 * @param before all events so far; the caller adds each one after it was judged
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
      // Locked before a byte of the event goes on.
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

/** Takes the write lock of an SQLite file; returns what gives it back. */
function lockForWriting(file: string): () => void {
  const database = new DatabaseSync(file, { timeout: LOCK_PATIENCE_MS });
  database.exec("begin immediate");
  return () => {
    database.exec("rollback");
    database.close();
  };
}
