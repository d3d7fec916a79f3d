import { describe, expect, test } from "vitest";
import { decodeGrpc } from "../../../src/lab/tap/http2/grpc-decoder.ts";
import type { Direction, WireEvent } from "../../../src/lab/tap/wire-event.ts";
import { block, frame, message, PREFACE, SETTINGS, TYPE } from "./frames.ts";
import { cutAnew, decodeAll, seeded, type Chunk } from "./recording.ts";

const REQUEST = block({ ":path": "/shop.v1.S/M", "content-type": "application/grpc" });
const RESPONSE = block({ ":status": "200", "content-type": "application/grpc+proto" });
const END_HEADERS = 0x4;
const END_STREAM = 0x1;

const opened = Buffer.concat([PREFACE, SETTINGS, frame(TYPE.headers, END_HEADERS, 1, REQUEST)]);

function out(...parts: readonly Uint8Array[]): Chunk {
  return { direction: "out", bytes: Buffer.concat([opened, ...parts]) };
}

function back(...parts: readonly Uint8Array[]): Chunk {
  return { direction: "in", bytes: Buffer.concat([SETTINGS, ...parts]) };
}

function decode(...chunks: readonly Chunk[]): readonly WireEvent[] {
  return decodeAll(decodeGrpc(), chunks);
}

/** The events after the client's SETTINGS and the call. */
function afterCall(...parts: readonly Uint8Array[]): readonly WireEvent[] {
  return decode(out(...parts)).slice(2);
}

const spans = (events: readonly WireEvent[]): [number, number][] =>
  events.map(({ start, end }) => [start - opened.length, end - opened.length]);

describe("messages and their bytes", () => {
  test("several in one frame: the first has the frame's head, the others start where one ends", () => {
    const events = afterCall(
      frame(TYPE.data, 0, 1, Buffer.concat([message("one"), message(""), message("three")])),
    );
    expect(
      events.map((event) => ("bytes" in event ? String(Buffer.from(event.bytes)) : "")),
    ).toEqual(["one", "", "three"]);
    expect(spans(events)).toEqual([
      [0, 17],
      [17, 22],
      [22, 32],
    ]);
  });

  test("one over several frames, cut within its prefix, and the next in the rest of the last", () => {
    const bytes = Buffer.concat([message("first"), message("second")]);
    const events = afterCall(
      frame(TYPE.data, 0, 1, bytes.subarray(0, 3)),
      frame(TYPE.data, 0, 1, bytes.subarray(3, 8)),
      frame(TYPE.data, 0, 1, bytes.subarray(8)),
    );
    expect(
      events.map((event) => ("bytes" in event ? String(Buffer.from(event.bytes)) : "")),
    ).toEqual(["first", "second"]);
    expect(spans(events)).toEqual([
      [0, 37],
      [37, 48],
    ]);
  });

  test("a message is there with its last byte, before its frame is", () => {
    const whole = out(
      frame(TYPE.data, 0, 1, Buffer.concat([message("one"), message("two")])),
    ).bytes;
    const decoder = decodeGrpc();
    decoder.push("out", whole.subarray(0, opened.length + 16));
    expect(
      decoder.push("out", whole.subarray(opened.length + 16, opened.length + 17)),
    ).toMatchObject([{ kind: "message", end: opened.length + 17 }]);
  });

  test("padding is no message's, and a compressed message stays so", () => {
    const padded = Buffer.concat([Buffer.from([3]), message("zip", 1), Buffer.alloc(3)]);
    const events = afterCall(frame(TYPE.data, 0x8 | END_STREAM, 1, padded));
    expect(events).toMatchObject([
      { kind: "message", bytes: new Uint8Array(Buffer.from("zip")) },
      { kind: "end" },
    ]);
    expect(spans(events)).toEqual([
      [0, 18],
      [18, 21],
    ]);
  });
});

describe("calls and their ends", () => {
  test("a header block with priority and padding, over three frames", () => {
    const payload = Buffer.concat([Buffer.from([2]), Buffer.alloc(5), REQUEST.subarray(0, 7)]);
    const chunk: Chunk = {
      direction: "out",
      bytes: Buffer.concat([
        PREFACE,
        SETTINGS,
        frame(TYPE.headers, 0x28 | END_STREAM, 3, Buffer.concat([payload, Buffer.alloc(2)])),
        frame(TYPE.continuation, 0, 3, REQUEST.subarray(7, 9)),
        frame(TYPE.continuation, END_HEADERS, 3, REQUEST.subarray(9)),
      ]),
    };
    const end = chunk.bytes.length;
    expect(decode(chunk).slice(1)).toEqual([
      { kind: "call", direction: "out", stream: 3, path: "/shop.v1.S/M", start: 33, end },
      { kind: "end", direction: "out", stream: 3, path: "/shop.v1.S/M", start: end, end },
    ]);
  });

  test("a status in trailers, its message percent-decoded", () => {
    const trailers = block({ "grpc-status": "5", "grpc-message": "no caf%C3%A9, 100%" });
    const events = decode(
      out(),
      back(
        frame(TYPE.headers, END_HEADERS, 1, RESPONSE),
        frame(TYPE.headers, END_HEADERS | END_STREAM, 1, trailers),
      ),
    );
    expect(events.at(-2)).toMatchObject({ kind: "frame", type: "HEADERS", stream: 1 });
    expect(events.at(-1)).toMatchObject({ kind: "end", status: 5, message: "no café, 100%" });
  });

  test("trailers alone are an answer", () => {
    const only = block({
      ":status": "200",
      "content-type": "application/grpc",
      "grpc-status": "12",
    });
    expect(
      decode(out(), back(frame(TYPE.headers, END_HEADERS | END_STREAM, 1, only))).at(-1),
    ).toMatchObject({ kind: "end", direction: "in", status: 12 });
  });

  test("a proxy's HTML is no message, and its end has no status", () => {
    const html = block({ ":status": "502", "content-type": "text/html" });
    const events = decode(
      out(),
      back(
        frame(TYPE.headers, END_HEADERS, 1, html),
        frame(TYPE.data, END_STREAM, 1, Buffer.from("<html>")),
      ),
    );
    expect(events.slice(-2)).toMatchObject([{ kind: "frame", type: "DATA" }, { kind: "end" }]);
    expect(events.at(-1)).not.toHaveProperty("status");
  });

  test("a reset names its code, and a late message of the call is still read", () => {
    const events = afterCall(
      frame(TYPE.reset, 0, 1, Buffer.from([0, 0, 0, 8])),
      frame(TYPE.data, 0, 1, message("late")),
    );
    expect(events).toMatchObject([
      { kind: "reset", code: "CANCEL", path: "/shop.v1.S/M" },
      { kind: "message" },
    ]);
  });
});

test("frames that are no call's say what they are", () => {
  const goaway = Buffer.concat([
    Buffer.from([0, 0, 0, 5, 0, 0, 0, 11]),
    Buffer.from("too_many_pings"),
  ]);
  expect(
    decode(
      back(
        frame(TYPE.settings, 0, 0, Buffer.from([0, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0, 1])),
        frame(TYPE.settings, 1, 0, Buffer.alloc(0)),
        frame(TYPE.ping, 1, 0, Buffer.alloc(8)),
        frame(TYPE.windowUpdate, 0, 1, Buffer.from([0, 1, 0, 0])),
        frame(TYPE.goaway, 0, 0, goaway),
        frame(77, 0, 0, Buffer.from("new")),
      ),
    ).slice(1),
  ).toMatchObject([
    { type: "SETTINGS", ack: false, detail: "INITIAL_WINDOW_SIZE=65536 UNKNOWN_99=1" },
    { type: "SETTINGS", ack: true },
    { type: "PING", ack: true },
    { type: "WINDOW_UPDATE", stream: 1, ack: false, detail: "65536" },
    { type: "GOAWAY", detail: 'ENHANCE_YOUR_CALM, last stream 5, "too_many_pings"' },
    { type: "UNKNOWN_77" },
  ]);
});

describe("lengths and garbage", () => {
  const data = (payload: Uint8Array): Buffer => frame(TYPE.data, 0, 1, payload);
  const refused: [string, readonly Chunk[], string][] = [
    ["another protocol", [{ direction: "out", bytes: Buffer.from("GET / HTTP/1.1") }], "preface"],
    [
      "no settings first",
      [{ direction: "in", bytes: frame(TYPE.ping, 0, 0, Buffer.alloc(8)) }],
      "PING is the first",
    ],
    ["a frame longer than allowed", [out(data(Buffer.alloc(16_385)))], "allows 16384"],
    ["a message of 64 MiB and a byte", [out(data(Buffer.from([0, 4, 0, 0, 1])))], "67108865 bytes"],
    ["a prefix that is not gRPC's", [out(data(Buffer.from("<html>")))], "60 where gRPC has 0"],
    [
      "an end within a message",
      [out(frame(TYPE.data, END_STREAM, 1, message("x").subarray(0, 5)))],
      "ends within",
    ],
    ["data of no call", [out(frame(TYPE.data, 0, 9, message("x")))], "stream 9, never opened"],
    [
      "padding longer than its frame",
      [out(frame(TYPE.data, 0x8, 1, Buffer.from([9, 0])))],
      "shorter than its padding",
    ],
    ["a CONTINUATION of nothing", [out(frame(TYPE.continuation, 4, 1, REQUEST))], "of no block"],
    [
      "a frame within a block",
      [out(frame(TYPE.headers, 0, 3, REQUEST), data(message("x")))],
      "DATA within the header block",
    ],
    ["a PING of nine bytes", [out(frame(TYPE.ping, 0, 0, Buffer.alloc(9)))], "it has 8"],
    [
      "a header block without an end",
      [
        out(
          frame(TYPE.headers, 0, 3, REQUEST),
          ...Array.from({ length: 65 }, () => frame(TYPE.continuation, 0, 3, Buffer.alloc(16_384))),
        ),
      ],
      "more than 1048576",
    ],
  ];
  test.each(refused)("%s is refused", (_, chunks, message) => {
    const decoder = decodeGrpc();
    // What was complete before the bad bytes is given first.
    expect(() => {
      decodeAll(decoder, chunks);
      decoder.push("out", Buffer.alloc(0));
    }).toThrow(message);
  });

  test("a longer frame may be sent once the peer has said so", () => {
    const allowed = frame(TYPE.settings, 0, 0, Buffer.from([0, 5, 0, 0, 0x40, 1]));
    const long = message("x".repeat(16_380));
    expect(
      decode(out(), back(allowed), { direction: "out", bytes: data(long) }).at(-1),
    ).toMatchObject({ kind: "message" });
  });

  test("a larger table of header fields may be used once the peer has said so", () => {
    const larger = frame(
      TYPE.headers,
      END_HEADERS,
      3,
      Buffer.concat([Buffer.from("3fe13f", "hex"), REQUEST]),
    );
    const allowed = frame(TYPE.settings, 0, 0, Buffer.from([0, 1, 0, 0, 0x20, 0]));
    const call: Chunk = { direction: "out", bytes: larger };
    expect(decode(out(), back(allowed), call).at(-1)).toMatchObject({ kind: "call", stream: 3 });
    expect(() => decode(out(), back(), call)).toThrow(
      "a table of 8192 bytes; the peer allows 4096",
    );
  });

  test.each([1, 2, 3, 4, 5])(
    "random bytes behind a good beginning are refused, seed %i",
    (seed) => {
      const random = seeded(seed);
      const decoder = decodeGrpc();
      decodeAll(decoder, [out(), back()]);
      const push = (direction: Direction): void => {
        for (let index = 0; index < 1000; index += 1)
          decoder.push(direction, Buffer.from(Array.from({ length: 100 }, () => random() * 256)));
      };
      expect(() => push(seed % 2 === 0 ? "out" : "in")).toThrow(/^bad-/);
    },
  );

  test("the events before bad bytes are the same in any chunks, and then it always throws", () => {
    const chunks = [out(data(message("good")), frame(TYPE.continuation, 4, 1, REQUEST))];
    for (const most of [1, 5, 1000]) {
      const decoder = decodeGrpc();
      const events: WireEvent[] = [];
      expect(() => {
        for (const { direction, bytes } of cutAnew(chunks, most, seeded(1)))
          events.push(...decoder.push(direction, bytes));
        decoder.push("in", SETTINGS);
      }).toThrow("of no block");
      expect(events.map(({ kind }) => kind)).toEqual(["frame", "call", "message"]);
      expect(() => decoder.push("in", SETTINGS)).toThrow("of no block");
    }
  });
});
