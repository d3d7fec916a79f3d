/** Which way bytes go: `out` from the client, `in` towards it. */
export type Direction = "out" | "in";

/** Something whole that crossed a connection, as a decoder saw it. Offsets count bytes of its own direction. */
export type WireEvent = GrpcEvent | KafkaEvent;

interface Span {
  readonly direction: Direction;
  /** Offset of its first byte. */
  readonly start: number;
  /** Offset after its last byte: whoever holds back from `start` on, or from here on, knows what the peer has. */
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
    /** `SETTINGS`, `PING`, `GOAWAY`, `WINDOW_UPDATE` and what else is not a call's; `ack` of a SETTINGS or PING. */
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
  /** Decoded by the schema of the client's jar, field names as there; `Records` stay bytes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The records inside a Produce request or a Fetch response; those of a compressed batch are not listed. */
  readonly records: readonly KafkaRecord[];
};

export interface KafkaRecord {
  /** Its topic's name, or its id where the request carries no name and none was seen on this connection. */
  readonly topic: string;
  readonly partition: number;
  /** In a Produce request counted from 0, since the broker gives the true one. */
  readonly offset: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads one connection. Bytes are given in any chunks, and never changed. */
export interface Decoder {
  /**
   * The events that these bytes complete, in order. Throws on bytes that are not its protocol, or on a length that no
   * peer would send; whoever called stops asking and passes on bytes.
   */
  push(direction: Direction, chunk: Uint8Array): readonly WireEvent[];
}
