import type { Socket } from "node:net";
import type { Decoder, Direction, WireEvent } from "./wire-event.ts";

/** What becomes of an event that has arrived in the tap. `hold` keeps it and all that follows in its direction. */
export type Verdict = "pass" | "hold" | "swallow";

export interface RelayOptions {
  /** Reads the connection; without one, bytes pass unread. */
  readonly decoder?: Decoder;
  /** Is asked about every event, before any byte of it goes on that has not gone already. */
  readonly judge?: (event: WireEvent, relay: Relay) => Verdict;
  /** Is told when the decoder gives up; the bytes go on all the same. */
  readonly onUndecodable?: (error: unknown) => void;
  /** Keeps bytes back until an event is whole, so that it can be swallowed. */
  readonly wholeEvents?: boolean;
  /** Added on the way, in each direction, in ms. */
  readonly delayMs?: number;
}

/** One connection through the tap. */
export interface Relay {
  readonly isHeld: (direction: Direction) => boolean;
  /** Lets what was held go on, and everything after it. */
  readonly release: (direction: Direction) => void;
  /** Throws away what was held. The connection has a hole after that: only useful before its end. */
  readonly drop: (direction: Direction) => void;
  /** Ends both sides as if the network had broken: with a reset. */
  readonly cut: () => void;
}

/**
 * Joins a client's socket and the server's: what one writes the other reads, bytes unchanged, ends and resets included.
 * Closed when either closes.
 */
export function relay(client: Socket, server: Socket, options: RelayOptions = {}): Relay {
  let decoder = options.decoder;
  const lanes: Record<Direction, Lane> = {
    out: openLane(client, server, options.delayMs ?? 0),
    in: openLane(server, client, options.delayMs ?? 0),
  };
  const control: Relay = {
    isHeld: (direction) => lanes[direction].isHeld(),
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
        if (verdict === "swallow") lane.swallow(event.start, event.end);
        else if (options.wholeEvents === true) lane.passUpTo(event.end);
      }
      if (options.wholeEvents !== true || decoder === undefined) lane.passAll();
    });
  }
  client.resume();
  server.resume();
  return control;
}

/** One direction of a connection. Offsets count the bytes that its sender has sent. */
interface Lane {
  readonly from: Socket;
  take: (chunk: Uint8Array) => void;
  passUpTo: (offset: number) => void;
  passAll: () => void;
  holdFrom: (offset: number) => void;
  swallow: (start: number, end: number) => void;
  isHeld: () => boolean;
  release: () => void;
  drop: () => void;
}

function openLane(from: Socket, to: Socket, delayMs: number): Lane {
  /** Bytes that have arrived and not gone on: those from `passed` up to `arrived`. */
  let waiting: Buffer = Buffer.alloc(0);
  let passed = 0;
  let held = Infinity;
  let hasEnded = false;

  const send = (bytes: Uint8Array): void => {
    if (bytes.length === 0 || to.destroyed) return;
    if (delayMs > 0) setTimeout(() => to.destroyed || to.write(bytes), delayMs);
    else if (!to.write(bytes)) {
      // The receiver is slow: so must the sender be, as it would without us.
      from.pause();
      to.once("drain", () => from.resume());
    }
  };
  const passUpTo = (offset: number): void => {
    const length = Math.max(0, Math.min(offset, held) - passed);
    send(waiting.subarray(0, length));
    passed += Math.min(length, waiting.length);
    waiting = waiting.subarray(length);
    if (hasEnded && waiting.length === 0) setTimeout(() => to.end(), delayMs);
  };
  const passAll = (): void => passUpTo(Infinity);

  from.on("end", () => {
    hasEnded = true;
    passAll();
  });
  from.on("error", () => to.resetAndDestroy());
  from.on("close", () => to.destroyed || (waiting.length > 0 ? to.destroy() : to.end()));

  return {
    from,
    take(chunk) {
      waiting = waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk]);
    },
    passUpTo,
    passAll,
    holdFrom(offset) {
      held = Math.min(held, offset);
    },
    swallow(start, end) {
      passUpTo(start);
      const length = Math.max(0, end - passed);
      passed += length;
      waiting = waiting.subarray(length);
    },
    isHeld: () => held !== Infinity,
    release() {
      held = Infinity;
      passAll();
    },
    drop() {
      passed += waiting.length;
      waiting = Buffer.alloc(0);
      held = Infinity;
    },
  };
}
