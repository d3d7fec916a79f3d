/** Direction of bytes: `out` from the client to the server, `in` from the server to the client. */
export type Direction = "out" | "in";

/** A complete unit of a protocol that a decoder has read. Offsets count the bytes of its direction. */
export type WireEvent = GrpcEvent | KafkaEvent;

interface Span {
  readonly direction: Direction;
  /** Offset of the first byte. */
  readonly start: number;
  /** Offset after the last byte. Bytes held from `start` or from here on divide the stream exactly at this event. */
  readonly end: number;
}

export type GrpcEvent = Span &
  (
    | { readonly kind: "call"; readonly stream: number; readonly path: string }
    /** One gRPC message, without its five-byte prefix. */
    | {
        readonly kind: "message";
        readonly stream: number;
        readonly path: string;
        readonly bytes: Uint8Array;
      }
    /** The direction is closed: a half-close from the client (no status), a status from the server. */
    | {
        readonly kind: "end";
        readonly stream: number;
        readonly path: string;
        readonly status?: number;
        readonly message?: string;
      }
    | {
        readonly kind: "reset";
        readonly stream: number;
        readonly path: string;
        /** RFC 9113, section 7: `CANCEL`. */
        readonly code: string;
      }
    /**
     * A frame that is no part of a call, `SETTINGS`, `PING`, `GOAWAY` and others; also response headers, and DATA that is
     * not gRPC. `ack` is true for the acknowledgement of a SETTINGS or PING.
     */
    | {
        readonly kind: "frame";
        readonly stream: number;
        readonly type: string;
        readonly ack: boolean;
        readonly detail?: string;
      }
  );

export type KafkaEvent = Span & {
  readonly kind: "request" | "response";
  /** `Produce`, `Fetch`, `OffsetCommit`, … */
  readonly api: string;
  readonly version: number;
  readonly correlationId: number;
  /** The body, decoded by the schema in the client's jar and with its field names; `Records` are left as bytes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The records in a Produce request or a Fetch response, without those of compressed batches. */
  readonly records: readonly KafkaRecord[];
};

export interface KafkaRecord {
  /** Name of the topic; its id where the message has no name and no connection of the run has told it yet. */
  readonly topic: string;
  readonly partition: number;
  /** Offset in the partition; in a Produce request counted from 0, since the broker assigns the true one. */
  readonly offset: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Decodes one connection. Bytes may come in chunks of any size, and are not changed. */
export interface Decoder {
  /**
   * Returns the events that these bytes complete, in order. Throws on bytes that are not of its protocol, or on a
   * length that no peer would send; the caller then stops decoding and only passes bytes on.
   */
  push(direction: Direction, chunk: Uint8Array): readonly WireEvent[];
}
