import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { relay, type Relay, type RelayOptions } from "../../../src/lab/tap/relay.ts";
import type { Decoder, Direction, WireEvent } from "../../../src/lab/tap/wire-event.ts";

/** Sees an event in each line, so that a test can say by its text what is to happen to it. */
function decodeLines(): Decoder & { readonly lines: Map<WireEvent, string> } {
  const rest: Record<Direction, string> = { out: "", in: "" };
  const offsets: Record<Direction, number> = { out: 0, in: 0 };
  const lines = new Map<WireEvent, string>();
  return {
    lines,
    push(direction, chunk) {
      const events: WireEvent[] = [];
      const parts = (rest[direction] + Buffer.from(chunk).toString("latin1")).split("\n");
      rest[direction] = parts.pop() ?? "";
      for (const line of parts) {
        const start = offsets[direction];
        const end = start + line.length + 1;
        offsets[direction] = end;
        const event: WireEvent = { kind: "call", stream: 1, path: line, direction, start, end };
        lines.set(event, line);
        events.push(event);
      }
      return events;
    },
  };
}

let servers: Server[];
let sockets: Socket[];
beforeEach(() => {
  servers = [];
  sockets = [];
});
afterEach(() => {
  for (const server of servers) server.close();
  for (const socket of sockets) socket.destroy();
});

/** A client and a server, each with all that it has read, joined by a relay. */
async function join(options: RelayOptions = {}) {
  const serverSide = await nextConnection();
  const relaySide = await nextConnection();
  const client = open(relaySide.port);
  const upstream = open(serverSide.port);
  const [inner, server] = await Promise.all([relaySide.socket, serverSide.socket]);
  const control = relay(inner, upstream, options);
  return { client: read(client), server: read(server), control };
}

async function nextConnection() {
  const server = createServer({ allowHalfOpen: true });
  servers.push(server);
  const socket = once(server, "connection").then(([it]) => {
    sockets.push(it as Socket);
    return it as Socket;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, socket };
}

function open(port: number): Socket {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  sockets.push(socket);
  return socket;
}

function read(socket: Socket) {
  let bytes = Buffer.alloc(0);
  const side = { socket, bytes: () => bytes, text: () => bytes.toString("latin1"), isReset: false };
  socket.on("data", (chunk) => (bytes = Buffer.concat([bytes, chunk])));
  socket.on("error", (error) => {
    side.isReset ||= "code" in error && error.code === "ECONNRESET";
  });
  return side;
}

const judgeBy =
  (decoder: ReturnType<typeof decodeLines>, verdicts: Record<string, "hold">) =>
  (event: WireEvent) =>
    verdicts[decoder.lines.get(event) ?? ""] ?? "pass";

function createDraw(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

describe("bytes pass unchanged", () => {
  test.each([1, 2, 3, 4, 5])(
    "in any chunks, both ways, with a decoder or without (%i)",
    async (seed) => {
      const draw = createDraw(seed);
      const decoder = seed % 2 === 0 ? { decoder: decodeLines() } : {};
      const { client, server } = await join(decoder);
      const [up, down] = [randomBytes(draw, 300_000), randomBytes(draw, 200_000)];
      await Promise.all([
        writeInChunks(client.socket, up, draw),
        writeInChunks(server.socket, down, draw),
      ]);
      await expect.poll(() => server.bytes().equals(up) && client.bytes().equals(down)).toBe(true);
    },
  );

  test("when the decoder gives up in the middle, which it is asked only once", async () => {
    const errors: unknown[] = [];
    const decoder: Decoder = {
      push: () => {
        throw new Error("not my protocol");
      },
    };
    const { client, server } = await join({
      decoder,
      onUndecodable: (error) => errors.push(error),
    });
    client.socket.write("one");
    await expect.poll(server.text).toBe("one");
    client.socket.write("two");
    await expect.poll(server.text).toBe("onetwo");
    expect(errors).toHaveLength(1);
  });

  test("to a slow reader: the sender is made to wait, as it would be without the relay", async () => {
    const { client, server } = await join();
    server.socket.pause();
    const chunk = Buffer.alloc(1 << 20);
    let written = 0;
    while (written < 200 && client.socket.writableLength < 4 * chunk.length) {
      client.socket.write(chunk);
      written++;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(written).toBeLessThan(200);
    server.socket.resume();
    await expect
      .poll(() => server.bytes().length, { timeout: 20_000 })
      .toBe(written * chunk.length);
  });
});

describe("ends pass as they are", () => {
  test("a half-close leaves the other direction open", async () => {
    const { client, server } = await join();
    client.socket.end("question");
    await once(server.socket, "end");
    expect(server.text()).toBe("question");
    server.socket.end("answer");
    await once(client.socket, "end");
    expect(client.text()).toBe("answer");
  });

  test("a reset is a reset on the other side", async () => {
    const { client, server } = await join();
    client.socket.write("x");
    await expect.poll(server.text).toBe("x");
    client.socket.resetAndDestroy();
    await expect.poll(() => server.isReset).toBe(true);
  });

  test("what was written before the end arrives before the end", async () => {
    const { client, server } = await join();
    client.socket.end("last words");
    await once(server.socket, "end");
    expect(server.text()).toBe("last words");
  });
});

describe("an event can be", () => {
  test("held, with all that follows in its direction; the other goes on; then released", async () => {
    const decoder = decodeLines();
    let control: Relay | undefined;
    const { client, server } = await join({
      decoder,
      judge: (event, relayed) => {
        control = relayed;
        return judgeBy(decoder, { b: "hold" })(event);
      },
    });
    client.socket.write("a\nb\nc\n");
    await expect.poll(() => [...decoder.lines.values()]).toEqual(["a", "b", "c"]);
    server.socket.write("z\n");
    await expect.poll(client.text).toBe("z\n");
    client.socket.write("d\n");
    await expect.poll(() => [...decoder.lines.values()]).toEqual(["a", "b", "c", "z", "d"]);
    expect(server.text()).toBe("a\n");
    control?.release("out");
    await expect.poll(server.text).toBe("a\nb\nc\nd\n");
  });

  test("held when its last byte comes, and never arrives whole", async () => {
    const decoder = decodeLines();
    const { client, server } = await join({
      decoder,
      judge: judgeBy(decoder, { bcd: "hold" }),
    });
    client.socket.write("a\nb");
    await expect.poll(server.text).toBe("a\nb");
    client.socket.write("cd\n");
    await expect.poll(() => [...decoder.lines.values()]).toEqual(["a", "bcd"]);
    expect(server.text()).toBe("a\nb");
  });

  test("held and dropped: its sender ends, and it never arrives", async () => {
    const decoder = decodeLines();
    const { client, server, control } = await join({
      decoder,
      judge: judgeBy(decoder, { b: "hold" }),
    });
    client.socket.write("a\nb\n");
    await expect.poll(() => [...decoder.lines.values()]).toEqual(["a", "b"]);
    client.socket.destroy();
    control.drop("out");
    await once(server.socket, "end");
    expect(server.text()).toBe("a\n");
  });

  test("held and dropped after its sender ended: the receiver still learns of the end", async () => {
    const decoder = decodeLines();
    let hasEnded = false;
    const { client, server, control } = await join({
      decoder,
      judge: judgeBy(decoder, { b: "hold" }),
    });
    server.socket.once("end", () => (hasEnded = true));
    client.socket.end("a\nb\n");
    await expect.poll(() => [...decoder.lines.values()]).toEqual(["a", "b"]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hasEnded).toBe(false);
    control.drop("out");
    await expect.poll(() => hasEnded).toBe(true);
    expect(server.text()).toBe("a\n");
  });

  test("where the connection is cut: both sides see a reset", async () => {
    const decoder = decodeLines();
    const { client, server } = await join({
      decoder,
      judge(event, relayed) {
        if (decoder.lines.get(event) !== "b") return "pass";
        relayed.cut();
        return "hold";
      },
    });
    client.socket.write("a\n");
    await expect.poll(server.text).toBe("a\n");
    client.socket.write("b\nc\n");
    await expect.poll(() => client.isReset && server.isReset).toBe(true);
    expect(server.text()).toBe("a\n");
  });
});

function randomBytes(draw: (below: number) => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => draw(256)));
}

async function writeInChunks(socket: Socket, bytes: Buffer, draw: (below: number) => number) {
  for (let at = 0; at < bytes.length;) {
    const length = 1 + draw(draw(3) === 0 ? 40_000 : 40);
    if (!socket.write(bytes.subarray(at, at + length))) await once(socket, "drain");
    at += length;
    if (draw(200) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
