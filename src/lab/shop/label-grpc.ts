import type { GrpcMethods, MessageType } from "../tap/http2/grpc-methods.ts";
import type { GrpcEvent } from "../tap/wire-event.ts";

/** Names of gRPC's status codes, by number. */
const STATUS_NAMES = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

/** Fields that distinguish one message from the next, in the order in which a label shows them. */
const TELLING_FIELDS = ["cursor", "afterCursor", "eventId", "orderId", "scanId"];

/** Labels a gRPC event: `FulfilOrders`, `Delivery 500 o-125.3`, `half-close`, `14 UNAVAILABLE`, `PING ack`. */
export function labelOfGrpc(event: GrpcEvent, methods: GrpcMethods): string {
  switch (event.kind) {
    case "call":
      return lastPart(event.path);
    case "message": {
      const method = methods.get(event.path);
      const type = event.direction === "out" ? method?.request : method?.response;
      return type ? labelOfMessage(type, event.bytes) : `${event.bytes.length} bytes`;
    }
    case "end":
      if (event.status !== undefined) return `${event.status} ${STATUS_NAMES[event.status] ?? "?"}`;
      return event.direction === "out" ? "half-close" : "end without a status";
    case "reset":
      return `RST_STREAM ${event.code}`;
    case "frame": {
      if (event.ack) return `${event.type} ack`;
      // Only the error code, which comes first in the detail of a GOAWAY.
      const [code] = event.type === "GOAWAY" ? (event.detail?.split(",") ?? []) : [];
      return code === undefined ? event.type : `${event.type} ${code}`;
    }
  }
}

function labelOfMessage(type: MessageType, bytes: Uint8Array): string {
  const message = decode(type, bytes);
  const told = TELLING_FIELDS.map((field) =>
    field === "eventId" ? (readEventId(message) ?? "") : readText(message, field),
  );
  return [type.name, ...told.filter((text) => text !== "")].join(" ");
}

/** Decodes a message; returns `undefined` when it is compressed or not of this contract. */
function decode(type: MessageType, bytes: Uint8Array): unknown {
  try {
    return type.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds the event's id in a message or in a message inside it: `Delivery.event.eventId`. */
function readEventId(message: unknown): string | undefined {
  return [message, ...Object.values(Object(message) as object)]
    .map((part) => readText(part, "eventId"))
    .find((text) => text !== "");
}

function readText(message: unknown, field: string): string {
  const value: unknown =
    typeof message === "object" && message !== null ? Reflect.get(message, field) : undefined;
  return typeof value === "string" ? value : "";
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
