import type { GrpcMethods, MessageType } from "../tap/http2/grpc-methods.ts";
import type { GrpcEvent } from "../tap/wire-event.ts";

/** The status codes by number. */
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

/** Fields that tell one message from the next, in the order in which a label has them. */
const TELLING_FIELDS = ["cursor", "afterCursor", "eventId", "orderId", "scanId"];

/** `FulfilOrders`, `Delivery 500 o-125.3`, `half-close`, `14 UNAVAILABLE`, `RST_STREAM CANCEL`, `PING ack`. */
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
      // Its first word says why; the rest is for who looks closer.
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

/** A message that is compressed, or not of this contract, is only named. */
function decode(type: MessageType, bytes: Uint8Array): unknown {
  try {
    return type.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The message's own, or that of a message in it: `Delivery.event.eventId`. */
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
