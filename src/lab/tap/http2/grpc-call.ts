import { MessageReader } from "./grpc-messages.ts";
import type { HeaderField } from "./hpack.ts";

/** One stream of a connection. */
export interface GrpcCall {
  readonly path: string;
  /** Who reads each direction's DATA; nobody before its headers have said that it is gRPC. */
  readonly messages: { out?: MessageReader; in?: MessageReader };
}

export interface Status {
  readonly status?: number;
  readonly message?: string;
}

/** The value of a field; of the last where there are several. */
export function findHeader(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.findLast((field) => field[0] === name)?.[1];
}

/** A reader of messages when the headers announce them: a proxy's own answer may be HTML. */
export function openMessages(fields: readonly HeaderField[]): { reader?: MessageReader } {
  const isGrpc = findHeader(fields, "content-type")?.startsWith("application/grpc") ?? false;
  return isGrpc ? { reader: new MessageReader() } : {};
}

/** What trailers say of the call's end; nothing when they are not gRPC's. */
export function readStatus(trailers: readonly HeaderField[]): Status {
  const status = findHeader(trailers, "grpc-status");
  const message = findHeader(trailers, "grpc-message");
  return {
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(message === undefined ? {} : { message: decodePercent(message) }),
  };
}

/** What is not a percent-coded byte stays, as gRPC asks of receivers. */
function decodePercent(text: string): string {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );
  return bytes.toString("utf8");
}
