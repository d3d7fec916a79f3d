import { MessageReader } from "./grpc-messages.ts";
import type { HeaderField } from "./hpack.ts";

/** One stream of a connection. */
export interface GrpcCall {
  readonly path: string;
  /** Reader of the DATA of each direction; absent until headers have said that it is gRPC. */
  readonly messages: { out?: MessageReader; in?: MessageReader };
}

export interface Status {
  readonly status?: number;
  readonly message?: string;
}

/** Returns the value of a field, the last one where there are several. */
export function findHeader(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.findLast((field) => field[0] === name)?.[1];
}

/** Opens a reader of messages if the headers announce gRPC; a proxy's own answer may be HTML. */
export function openMessages(fields: readonly HeaderField[]): { reader?: MessageReader } {
  const isGrpc = findHeader(fields, "content-type")?.startsWith("application/grpc") ?? false;
  return isGrpc ? { reader: new MessageReader() } : {};
}

/** Reads gRPC's status from trailers; its fields are absent when the trailers are not gRPC's. */
export function readStatus(trailers: readonly HeaderField[]): Status {
  const status = findHeader(trailers, "grpc-status");
  const message = findHeader(trailers, "grpc-message");
  return {
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(message === undefined ? {} : { message: decodePercent(message) }),
  };
}

/** Decodes percent-encoded bytes and keeps everything else, as gRPC requires of receivers. */
function decodePercent(text: string): string {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );
  return bytes.toString("utf8");
}
