import net from "node:net";
import type { Decoder, Direction, WireEvent } from "../../../src/lab/tap/wire-event.ts";

export interface Chunk {
  readonly direction: Direction;
  readonly bytes: Uint8Array;
}

/** A relay before a server that writes down what passes on each connection. */
export interface Recorder extends AsyncDisposable {
  readonly port: number;
  readonly connections: readonly Chunk[][];
}

export async function recordBefore(server: number): Promise<Recorder> {
  const connections: Chunk[][] = [];
  const sockets = new Set<net.Socket>();
  const relay = net.createServer((client) => {
    const chunks: Chunk[] = [];
    connections.push(chunks);
    const upstream = net.connect(server, "127.0.0.1");
    const join = (from: net.Socket, to: net.Socket, direction: Direction): void => {
      sockets.add(from);
      from.on("data", (bytes: Buffer) => {
        chunks.push({ direction, bytes });
        to.write(bytes);
      });
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
    };
    join(client, upstream, "out");
    join(upstream, client, "in");
  });
  const port = await listen(relay);
  return {
    port,
    connections,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        relay.close(() => resolve());
      }),
  };
}

/** Listens on a free port of 127.0.0.1. */
export async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** All bytes of one direction. */
export function joinChunks(chunks: readonly Chunk[], direction: Direction): Buffer {
  return Buffer.concat(
    chunks.filter((one) => one.direction === direction).map(({ bytes }) => bytes),
  );
}

export function decodeAll(decoder: Decoder, chunks: readonly Chunk[]): readonly WireEvent[] {
  return chunks.flatMap(({ direction, bytes }) => decoder.push(direction, bytes));
}

/** The same bytes in the same order, cut anew: pieces of 1 to `most` bytes, across the old borders. */
export function cutAnew(chunks: readonly Chunk[], most: number, random: () => number): Chunk[] {
  const cut: Chunk[] = [];
  for (let index = 0; index < chunks.length;) {
    const { direction } = chunks[index] ?? { direction: "out" };
    const run: Uint8Array[] = [];
    for (let next = chunks[index]; next?.direction === direction; next = chunks[index]) {
      run.push(next.bytes);
      index += 1;
    }
    const bytes = Buffer.concat(run);
    for (let at = 0; at < bytes.length;) {
      const length = 1 + Math.floor(random() * most);
      cut.push({ direction, bytes: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return cut;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
