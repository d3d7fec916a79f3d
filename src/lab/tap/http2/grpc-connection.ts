import type { Awaiting, Incoming } from "../decode-by.ts";
import { findHeader, openMessages, readStatus, type GrpcCall } from "./grpc-call.ts";
import { HpackDecoder, type HeaderField } from "./hpack.ts";
import { readHeaderBlock } from "./header-block.ts";
import * as http2 from "./frames.ts";
import { FLAG, type FrameHead } from "./frames.ts";
import type { Direction, WireEvent } from "../wire-event.ts";
import { Failure } from "../../../report/failure.mjs";

type Emit = (event: WireEvent) => void;

/** The state that both directions of a connection share: the calls, and the limits that each side has set. */
export class Connection {
  /** Largest frame that each direction may send, as the other side has allowed it. */
  readonly frameLimits: Readonly<Record<Direction, http2.FrameLimit>> = {
    out: () => this.#maxFrameBytes.out,
    in: () => this.#maxFrameBytes.in,
  };
  readonly #maxFrameBytes = {
    out: http2.INITIAL_MAX_FRAME_BYTES,
    in: http2.INITIAL_MAX_FRAME_BYTES,
  };
  readonly #headers = { out: new HpackDecoder(), in: new HpackDecoder() };
  readonly #calls = new Map<number, GrpcCall>();

  *readPayload(
    direction: Direction,
    head: FrameHead,
    incoming: Incoming,
    emit: Emit,
  ): Awaiting<undefined> {
    if (head.type === "DATA") return yield* this.#readData(direction, head, incoming, emit);
    const payload = yield* incoming.take(head.length);
    if (head.type === "HEADERS" || head.type === "PUSH_PROMISE") {
      const block = yield* readHeaderBlock(head, payload, incoming, this.frameLimits[direction]);
      // gRPC has no PUSH_PROMISE; it is decoded only to keep the header table right.
      const fields = this.#headers[direction].decode(block);
      if (head.type === "HEADERS") this.#readHeaders(direction, head, fields, incoming, emit);
      return undefined;
    }
    if (head.type === "CONTINUATION") throw new Failure("bad-frame", "CONTINUATION of no block");
    const span = { direction, start: head.start, end: incoming.offset, stream: head.stream };
    if (head.type === "RST_STREAM") {
      const code = http2.readErrorCode(payload);
      emit({ kind: "reset", ...span, path: this.#callOf(head).path, code });
      return undefined;
    }
    const ack = isAcknowledgement(head);
    if (head.type === "SETTINGS" && !ack) this.#learnSettings(direction, payload);
    const detail = http2.describePayload(head.type, payload);
    emit({
      kind: "frame",
      ...span,
      type: head.type,
      ack,
      ...(detail === undefined ? {} : { detail }),
    });
    return undefined;
  }

  *#readData(
    direction: Direction,
    head: FrameHead,
    incoming: Incoming,
    emit: Emit,
  ): Awaiting<undefined> {
    const call = this.#callOf(head);
    const span = { direction, stream: head.stream };
    const messages = call.messages[direction];
    let padding = 0;
    let left = head.length;
    if (head.flags & FLAG.padded) {
      padding = (yield* incoming.take(Math.min(1, left)))[0] ?? 0;
      left -= 1 + padding;
      if (left < 0) throw http2.badPadding(head);
    }
    /** Offset up to which the frame's bytes belong to complete messages. */
    let from = head.start;
    while (messages && left > 0) {
      const part = yield* incoming.take(Math.min(messages.missing, left));
      left -= part.length;
      const message = messages.add(part, from);
      if (!message) continue;
      from = incoming.offset;
      emit({ kind: "message", ...span, path: call.path, ...message, end: from });
    }
    yield* incoming.take(left + padding);
    const end = incoming.offset;
    if (!messages) {
      emit({ kind: "frame", ...span, start: from, end, type: "DATA", ack: false });
      from = end;
    }
    if (!(head.flags & FLAG.endStream)) return undefined;
    if (messages && !messages.isIdle)
      throw new Failure("bad-message", `stream ${head.stream} ends within a message`);
    emit({ kind: "end", ...span, path: call.path, start: from, end });
    return undefined;
  }

  #readHeaders(
    direction: Direction,
    head: FrameHead,
    fields: readonly HeaderField[],
    incoming: Incoming,
    emit: Emit,
  ): void {
    const span = { direction, start: head.start, end: incoming.offset, stream: head.stream };
    const isEnd = (head.flags & FLAG.endStream) !== 0;
    const isCall = direction === "out" && !this.#calls.has(head.stream);
    const call = isCall ? this.#openCall(head, fields) : this.#callOf(head);
    const { path } = call;
    if (isCall) {
      emit({ kind: "call", ...span, path });
      // END_STREAM on HEADERS is a half-close without bytes of its own.
      if (isEnd) emit({ kind: "end", ...span, start: span.end, path });
    } else if (isEnd) {
      emit({ kind: "end", ...span, path, ...(direction === "in" ? readStatus(fields) : {}) });
    } else {
      const { reader } = openMessages(fields);
      if (reader) call.messages[direction] = reader;
      emit({ kind: "frame", ...span, type: "HEADERS", ack: false });
    }
  }

  #openCall(head: FrameHead, fields: readonly HeaderField[]): GrpcCall {
    const path = findHeader(fields, ":path");
    if (path === undefined || head.stream % 2 === 0)
      throw new Failure("bad-frame", `HEADERS of stream ${head.stream} open no call`);
    const { reader } = openMessages(fields);
    const call: GrpcCall = { path, messages: reader ? { out: reader } : {} };
    this.#calls.set(head.stream, call);
    return call;
  }

  #callOf(head: FrameHead): GrpcCall {
    const call = this.#calls.get(head.stream);
    if (!call)
      throw new Failure("bad-frame", `${head.type} of stream ${head.stream}, never opened`);
    return call;
  }

  /** Applies settings: their sender limits what the other direction may send. */
  #learnSettings(direction: Direction, payload: Uint8Array): void {
    const other = direction === "out" ? "in" : "out";
    for (const { name, value } of http2.readSettings(payload)) {
      if (name === "HEADER_TABLE_SIZE") this.#headers[other].allowTable(value);
      // Keeps the largest value, since a smaller one holds only after the peer has acknowledged it.
      if (name === "MAX_FRAME_SIZE")
        this.#maxFrameBytes[other] = Math.max(this.#maxFrameBytes[other], value);
    }
  }
}

function isAcknowledgement(head: FrameHead): boolean {
  return (head.type === "SETTINGS" || head.type === "PING") && (head.flags & FLAG.ack) !== 0;
}
