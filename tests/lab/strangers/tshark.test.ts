import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { credentials, Server, ServerCredentials, status } from "@grpc/grpc-js";
import { describe, expect, test } from "vitest";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../../../content/samples/gen/shop/v1/orders.ts";
import { unaryCall } from "../../../content/samples/grpc/answers.ts";
import { isServiceError, messages, unary } from "../../../content/samples/grpc/calls.ts";
import { serverStream } from "../../../content/samples/grpc/handlers.ts";
import { StatusError } from "../../../content/samples/grpc/status-error.ts";
import { standardRun } from "../../../content/samples/shop/standard-run.ts";
import { decodeGrpc } from "../../../src/lab/tap/http2/grpc-decoder.ts";
import type { WireEvent } from "../../../src/lab/tap/wire-event.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { type Chunk, decodeAll, recordBefore } from "../tap/recording.ts";
import { makeCapture } from "./capture.ts";
import { findStranger } from "./find-stranger.ts";

const tshark = findStranger("tshark", "tests/lab/strangers/tshark.test.ts");
const run = promisify(execFile);
const MOST_BYTES = 10_000_000;
const PORT = 50_051;
const events = standardRun();

describe.skipIf(tshark === undefined)("tshark", { timeout: 60_000 }, () => {
  test("sees the messages and statuses that the tap sees", async () => {
    const chunks = await recordCalls();
    const seen = decodeAll(decodeGrpc(), chunks);
    const file = path.join(makeFolder({}), "orders.pcap");
    writeFileSync(file, makeCapture(chunks, PORT));

    const sizes = await dissect(file, "grpc.message_length", "grpc.message_length");
    expect(sizes.map(Number)).toEqual(sizesOf(seen));
    // The request and 1,000 deliveries of the stream; the request of a call that is refused.
    expect(sizes).toHaveLength(1_002);
    const statuses = await dissectHeader(file, "grpc-status");
    expect(statuses.map(Number)).toEqual(statusesOf(seen));
    expect(statusesOf(seen)).toEqual([status.OK, status.NOT_FOUND]);
  });
});

/** A stream to its end, and a call that is refused. */
async function recordCalls(): Promise<readonly Chunk[]> {
  const server = new Server();
  server.addService(OrderServiceService, {
    placeOrder: unaryCall<object, { eventId: string }>(async () => {
      throw new StatusError(status.NOT_FOUND, "no such warehouse");
    }),
    followOrders: serverStream(async function* () {
      for (const [index, event] of events.entries()) yield { event, cursor: String(index + 1) };
    }),
  } satisfies OrderServiceServer);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  await using recorder = await recordBefore(port);
  const client = new OrderServiceClient(`127.0.0.1:${recorder.port}`, credentials.createInsecure());
  try {
    for await (const _ of messages(client.followOrders({ afterCursor: "0" }))) continue;
    const order = { orderId: "o-001", warehouseId: "lis", address: "" };
    const refused = await unary(client.placeOrder.bind(client), order).catch(
      (error: unknown) => error,
    );
    expect(isServiceError(refused) && refused.code).toBe(status.NOT_FOUND);
    return [...(recorder.connections[0] ?? [])];
  } finally {
    client.close();
    server.forceShutdown();
  }
}

/** The values of one field, in all packets that match. */
async function dissect(
  file: string,
  filter: string,
  ...fields: readonly string[]
): Promise<readonly string[]> {
  const args = ["-r", file, "-d", `tcp.port==${PORT},http2`, "-Y", filter, "-T", "fields"];
  const shown = [...fields.flatMap((field) => ["-e", field]), "-E", "aggregator=|"];
  const { stdout } = await run(tshark ?? "", [...args, ...shown], { maxBuffer: MOST_BYTES });
  return stdout.split(/[\n|]/).filter((text) => text !== "");
}

/** The values of one header: tshark gives the names of a packet, and then as many values. */
async function dissectHeader(file: string, header: string): Promise<readonly string[]> {
  const filter = `http2.header.name == "${header}"`;
  const names = await dissect(file, filter, "http2.header.name");
  const values = await dissect(file, filter, "http2.header.value");
  return values.filter((_, index) => names[index] === header);
}

function sizesOf(seen: readonly WireEvent[]): readonly number[] {
  return seen.flatMap((event) => (event.kind === "message" ? [event.bytes.length] : []));
}

function statusesOf(seen: readonly WireEvent[]): readonly number[] {
  return seen.flatMap((event) =>
    event.kind === "end" && event.status !== undefined ? [event.status] : [],
  );
}
