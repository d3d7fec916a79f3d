import type { Socket } from "node:net";
import type { Decoder, Direction, WireEvent } from "./wire-event.ts";

/** What to do with an event that has arrived in the tap. `hold` keeps it and all later bytes of its direction. */
export type Verdict = "pass" | "hold";

export interface RelayOptions {
  /** Decodes the connection; without one, bytes pass unread. */
  readonly decoder?: Decoder;
  /** Decides about every event, before the bytes of it that are still in the relay go on. */
  readonly judge?: (event: WireEvent, relay: Relay) => Verdict;
  /** Called when the decoder throws; bytes are still passed on after that. */
  readonly onUndecodable?: (error: unknown) => void;
}

/** One connection through the tap. */
export interface Relay {
  /** Passes on what was held, and everything after it. */
  readonly release: (direction: Direction) => void;
  /**
   * Throws away what was held. The stream then lacks these bytes, so this is only of use when the connection is ending.
   */
  readonly drop: (direction: Direction) => void;
  /** Resets both sides, as if the network had failed. */
  readonly cut: () => void;
}

/**
 * Joins a client's socket with the server's. It passes bytes on unchanged, as well as ends and resets, and closes both
 * sockets when one of them closes.
 */
export function relay(client: Socket, server: Socket, options: RelayOptions = {}): Relay {
  let decoder = options.decoder;
  const lanes: Record<Direction, Lane> = {
    out: openLane(client, server),
    in: openLane(server, client),
  };
  const control: Relay = {
    release: (direction) => lanes[direction].release(),
    drop: (direction) => lanes[direction].drop(),
    cut() {
      client.resetAndDestroy();
      server.resetAndDestroy();
    },
  };

  const decode = (direction: Direction, chunk: Uint8Array): readonly WireEvent[] => {
    if (decoder === undefined) return [];
    try {
      return decoder.push(direction, chunk);
    } catch (error) {
      decoder = undefined;
      options.onUndecodable?.(error);
      return [];
    }
  };

  for (const direction of ["out", "in"] as const) {
    const lane = lanes[direction];
    lane.from.on("data", (chunk) => {
      lane.take(chunk);
      for (const event of decode(direction, chunk)) {
        const verdict = options.judge?.(event, control) ?? "pass";
        if (verdict === "hold") lane.holdFrom(event.start);
      }
      lane.pass();
    });
  }
  client.resume();
  server.resume();
  return control;
}

/** One direction of a connection. Offsets count the bytes that the sender has sent. */
interface Lane {
  readonly from: Socket;
  /** Takes bytes that have arrived; `pass` sends them on. */
  take: (chunk: Uint8Array) => void;
  /** Sends on the bytes that have arrived, up to the offset from which they are held. */
  pass: () => void;
  holdFrom: (offset: number) => void;
  release: () => void;
  drop: () => void;
}

function openLane(from: Socket, to: Socket): Lane {
  /** Bytes that have arrived but were not sent on; the first of them has the offset `passed`. */
  let waiting: Buffer = Buffer.alloc(0);
  let passed = 0;
  let held = Infinity;
  let hasEnded = false;

  const send = (bytes: Uint8Array): void => {
    if (bytes.length === 0 || to.destroyed) return;
    if (to.write(bytes)) return;
    // A slow receiver slows the sender down, as without the relay.
    from.pause();
    to.once("drain", () => from.resume());
  };
  const pass = (): void => {
    const length = Math.min(Math.max(0, held - passed), waiting.length);
    send(waiting.subarray(0, length));
    passed += length;
    waiting = waiting.subarray(length);
    if (hasEnded && waiting.length === 0) to.end();
  };

  from.on("end", () => {
    hasEnded = true;
    pass();
  });
  from.on("error", () => to.resetAndDestroy());
  from.on("close", () => {
    if (to.destroyed) return;
    if (waiting.length > 0) to.destroy();
    else to.end();
  });

  return {
    from,
    take(chunk) {
      waiting = waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk]);
    },
    pass,
    holdFrom(offset) {
      held = Math.min(held, offset);
    },
    release() {
      held = Infinity;
      pass();
    },
    drop() {
      passed += waiting.length;
      waiting = Buffer.alloc(0);
      held = Infinity;
      // If the sender ended while its bytes were held, the end still has to be passed on.
      pass();
    },
  };
}
