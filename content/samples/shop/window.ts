// What was sent and is not yet acknowledged.
import { EventEmitter, once } from "node:events";
import type { Delivery } from "../gen/shop/v1/orders.ts";

export interface Window {
  readonly size: number;
  add: (delivery: Delivery) => void;
  /** Drops the one of that cursor and all before; how many. */
  drop: (cursor: string) => number;
  /** Those that are kept now, oldest first. */
  kept: () => Delivery[];
  /** Resolves when there is room for one more. */
  untilRoom: (signal: AbortSignal) => Promise<void>;
  /** Resolves when there is none. */
  untilFull: () => Promise<void>;
}

// #region window
export function openWindow(limit: number): Window {
  const changes = new EventEmitter();
  let open: Delivery[] = [];
  return {
    get size() {
      return open.length;
    },
    add(delivery) {
      open.push(delivery);
      changes.emit("change");
    },
    drop(cursor) {
      const last = open.findIndex((it) => it.cursor === cursor);
      open = open.slice(last + 1);
      changes.emit("change");
      return last + 1;
    },
    kept: () => [...open],
    async untilRoom(signal) {
      while (open.length >= limit) {
        await once(changes, "change", { signal });
      }
    },
    async untilFull() {
      while (open.length < limit) await once(changes, "change");
    },
  };
}
// #endregion window
