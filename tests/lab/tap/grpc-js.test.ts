import {
  Client,
  credentials,
  makeGenericClientConstructor,
  Server,
  ServerCredentials,
  status,
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
} from "@grpc/grpc-js";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeGrpc } from "../../../src/lab/tap/http2/grpc-decoder.ts";
import type { GrpcEvent, WireEvent } from "../../../src/lab/tap/wire-event.ts";
import { cutAnew, decodeAll, joinChunks, recordBefore, seeded, type Chunk } from "./recording.ts";

const same = (bytes: Buffer): Buffer => bytes;
const method = (name: string, requestStream: boolean, responseStream: boolean) => ({
  path: `/test.Echo/${name}`,
  requestStream,
  responseStream,
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
});
const ECHO = {
  unary: method("Unary", false, false),
  up: method("Up", true, false),
  down: method("Down", false, true),
  both: method("Both", true, true),
  fail: method("Fail", false, false),
  never: method("Never", false, true),
};
const EchoClient = makeGenericClientConstructor(ECHO, "test.Echo");

const unary: handleUnaryCall<Buffer, Buffer> = (call, answer) => answer(null, call.request);
const up: handleClientStreamingCall<Buffer, Buffer> = (call, answer) => {
  let bytes = 0;
  call.on("data", (part: Buffer) => (bytes += part.length));
  call.on("end", () => answer(null, Buffer.from(String(bytes))));
};
const down: handleServerStreamingCall<Buffer, Buffer> = (call) => {
  for (const word of call.request.toString().split(" ")) call.write(Buffer.from(word));
  call.end();
};
const both: handleBidiStreamingCall<Buffer, Buffer> = (call) => {
  call.on("data", (part: Buffer) => call.write(part));
  call.on("end", () => call.end());
};
const fail: handleUnaryCall<Buffer, Buffer> = (_, answer) =>
  answer({ code: status.NOT_FOUND, details: "no café here, 100%" });
const never: handleServerStreamingCall<Buffer, Buffer> = (call) => call.write(Buffer.from("first"));

const MEGABYTE = Buffer.alloc(1_000_000, "0123456789");
const server = new Server();
let port = 0;

beforeAll(async () => {
  server.addService(ECHO, { unary, up, down, both, fail, never });
  port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
});
afterAll(() => server.forceShutdown());

/** Runs calls through a recorder, and gives what passed. */
async function record(run: (client: Client) => Promise<void>): Promise<readonly Chunk[]> {
  await using recorder = await recordBefore(port);
  const client = new EchoClient(`127.0.0.1:${recorder.port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
  });
  await run(client);
  client.close();
  return [...(recorder.connections[0] ?? [])];
}

/** What a reader would tell of the calls; texts of messages, shortened. */
function tell(chunks: readonly Chunk[]): readonly string[] {
  return decodeAll(decodeGrpc(), chunks)
    .filter((event): event is GrpcEvent => event.kind !== "frame")
    .map((event) => {
      const arrow = event.direction === "out" ? ">" : "<";
      if (event.kind === "message") {
        const text = Buffer.from(event.bytes).toString();
        return `${arrow} ${text.length > 20 ? `${text.length} bytes` : text}`;
      }
      if (event.kind === "end") return `${arrow} end ${event.status ?? ""} ${event.message ?? ""}`;
      if (event.kind === "reset") return `${arrow} reset ${event.code}`;
      return `${arrow} ${event.kind}`;
    });
}

describe("calls of grpc-js", () => {
  test("unary", async () => {
    const chunks = await record((client) => callUnary(client, ECHO.unary, Buffer.from("hello")));
    expect(tell(chunks)).toEqual(["> call", "> hello", "> end  ", "< hello", "< end 0 OK"]);
  });

  test("client streaming, with messages of 1 MB and of nothing", async () => {
    const parts = [MEGABYTE, Buffer.alloc(0), MEGABYTE, Buffer.from("last")];
    const chunks = await record(
      (client) =>
        new Promise((resolve, reject) => {
          const call = client.makeClientStreamRequest(ECHO.up.path, same, same, (error) =>
            error ? reject(error) : resolve(),
          );
          for (const part of parts) call.write(part);
          call.end();
        }),
    );
    expect(tell(chunks)).toEqual([
      "> call",
      "> 1000000 bytes",
      "> ",
      "> 1000000 bytes",
      "> last",
      "> end  ",
      "< 2000004",
      "< end 0 OK",
    ]);
    const sent = decodeAll(decodeGrpc(), chunks).flatMap((event) =>
      event.kind === "message" && event.direction === "out" ? [Buffer.from(event.bytes)] : [],
    );
    expect(Buffer.concat(sent).equals(Buffer.concat(parts))).toBe(true);
  });

  test("server streaming", async () => {
    const chunks = await record(async (client) => {
      const call = client.makeServerStreamRequest(ECHO.down.path, same, same, Buffer.from("a b c"));
      await once(call.resume(), "end");
    });
    expect(tell(chunks).slice(2)).toEqual(["> end  ", "< a", "< b", "< c", "< end 0 OK"]);
  });

  test("both ways, an answer before the half-close", async () => {
    const chunks = await record(async (client) => {
      const call = client.makeBidiStreamRequest(ECHO.both.path, same, same);
      call.write(Buffer.from("one"));
      await once(call, "data");
      call.write(Buffer.from("two"));
      await once(call, "data");
      call.end();
      await once(call.resume(), "end");
    });
    expect(tell(chunks)).toEqual([
      "> call",
      "> one",
      "< one",
      "> two",
      "< two",
      "> end  ",
      "< end 0 OK",
    ]);
  });

  test("an error, alone in trailers, and a method that nobody has", async () => {
    const chunks = await record(async (client) => {
      await expect(callUnary(client, ECHO.fail, Buffer.from("x"))).rejects.toThrow("NOT_FOUND");
      const unknown = { path: "/test.Echo/Unknown" };
      await expect(callUnary(client, unknown, Buffer.from("x"))).rejects.toThrow("UNIMPLEMENTED");
    });
    const ends = tell(chunks).filter((line) => line.startsWith("< end"));
    expect(ends).toEqual([
      "< end 5 no café here, 100%",
      "< end 12 The server does not implement the method /test.Echo/Unknown",
    ]);
  });

  test("a cancel and a deadline are resets", async () => {
    const chunks = await record(async (client) => {
      const cancelled = client.makeServerStreamRequest(ECHO.never.path, same, same, MEGABYTE);
      cancelled.on("error", () => undefined);
      await once(cancelled, "data");
      cancelled.cancel();
      const late = client.makeServerStreamRequest(ECHO.never.path, same, same, Buffer.from("x"), {
        deadline: Date.now() + 200,
      });
      late.resume();
      await once(late, "error");
      // Both resets have passed when a call behind them is answered.
      await callUnary(client, ECHO.unary, Buffer.from("x"));
    });
    expect(tell(chunks).filter((line) => line === "> reset CANCEL")).toHaveLength(2);
  });
});

describe("chunks make no difference", () => {
  let chunks: readonly Chunk[] = [];
  let events: readonly WireEvent[] = [];

  beforeAll(async () => {
    chunks = await record(async (client) => {
      const large = [callUnary(client, ECHO.unary, MEGABYTE)];
      const small = Array.from({ length: 20 }, (_, index) =>
        callUnary(client, ECHO.unary, Buffer.from(`call ${index}`)),
      );
      await Promise.all([...large, ...small]);
    });
    events = decodeAll(decodeGrpc(), chunks);
    expect(events.filter(({ kind }) => kind === "message")).toHaveLength(42);
  });

  test.each([1, 7, 100, 5_000, 70_000])("pieces of up to %i bytes", (most) => {
    const cut = cutAnew(chunks, most, seeded(most));
    expect(sameEvents(decodeAll(decodeGrpc(), cut), events)).toBe(true);
  });

  test.each(["out", "in"] as const)(
    "no two events share a byte of %s, but for messages",
    (direction) => {
      const own = events.filter((event) => event.direction === direction);
      expect(own.length).toBeGreaterThan(60);
      const total = joinChunks(chunks, direction).length;
      let before = 0;
      for (const { kind, start, end } of own) {
        // A message encloses what other streams send between its frames.
        if (kind !== "message") expect(start).toBeGreaterThanOrEqual(before);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeGreaterThanOrEqual(before);
        expect(end).toBeLessThanOrEqual(total);
        before = end;
      }
    },
  );
});

function callUnary(client: Client, { path }: { path: string }, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, same, same, request, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Compares bytes as bytes: `toEqual` would walk megabytes one by one. */
function sameEvents(a: readonly WireEvent[], b: readonly WireEvent[]): boolean {
  const flat = (events: readonly WireEvent[]): string =>
    JSON.stringify(events, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
  return flat(a) === flat(b);
}
