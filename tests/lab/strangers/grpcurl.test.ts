import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation, protoPath } from "grpc-health-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OrderEvent,
  type OrderServiceServer,
  OrderServiceService,
} from "../../../content/samples/gen/shop/v1/orders.ts";
import { unaryCall } from "../../../content/samples/grpc/answers.ts";
import { serverStream } from "../../../content/samples/grpc/handlers.ts";
import { StatusError } from "../../../content/samples/grpc/status-error.ts";
import { standardRun } from "../../../content/samples/shop/standard-run.ts";
import { findStranger } from "./find-stranger.ts";

const grpcurl = findStranger("grpcurl", "tests/lab/strangers/grpcurl.test.ts");
const run = promisify(execFile);
const SAMPLES = path.resolve("content/samples");
const PROTO = ["-import-path", SAMPLES, "-proto", "shop/v1/orders.proto"];
const ORDERS = "shop.v1.OrderService";
const events = standardRun();
const MOST_BYTES = 10_000_000;

/** Serves the standard run, its health, and its reflection. */
const server = new Server();
let address = "";
beforeAll(async () => {
  server.addService(OrderServiceService, {
    placeOrder: unaryCall(async ({ orderId }) => {
      if (orderId === "")
        throw new StatusError(status.INVALID_ARGUMENT, "no café without an id, 100%");
      return { eventId: `${orderId}.1` };
    }),
    followOrders: serverStream(async function* ({ afterCursor }) {
      for (const [index, event] of events.entries()) {
        if (index >= Number(afterCursor)) yield { event, cursor: String(index + 1) };
      }
    }),
  } satisfies OrderServiceServer);
  new HealthImplementation({ "": "SERVING", [ORDERS]: "NOT_SERVING" }).addToServer(server);
  const file = path.join(SAMPLES, "shop/v1/orders.proto");
  new ReflectionService(loadSync(file, { keepCase: true })).addToServer(server);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  address = `127.0.0.1:${port}`;
});
afterAll(() => server.forceShutdown());

describe.skipIf(grpcurl === undefined)("grpcurl, a client in Go,", { timeout: 60_000 }, () => {
  test("reads the 1,000 events of a stream as they were written", async () => {
    const read = await call(PROTO, { after_cursor: "0" }, `${ORDERS}/FollowOrders`);
    expect(read).toHaveLength(1_000);
    expect(read).toEqual(events.map((event, index) => asJson(event, index + 1)));
  });

  test("resumes after a cursor", async () => {
    const read = await call(PROTO, { after_cursor: "998" }, `${ORDERS}/FollowOrders`);
    expect(read).toEqual(events.slice(998).map((event, index) => asJson(event, index + 999)));
  });

  test("gets an answer, and a status with its words", async () => {
    const order = { order_id: "o-001", warehouse_id: "ams" };
    expect(await call(PROTO, order, `${ORDERS}/PlaceOrder`)).toEqual([{ eventId: "o-001.1" }]);
    const refused = await refusal(PROTO, "{}", address, `${ORDERS}/PlaceOrder`);
    expect(refused).toContain("Code: InvalidArgument");
    expect(refused).toContain("Message: no café without an id, 100%");
  });

  test("asks the standard health service", async () => {
    const health = ["-import-path", path.dirname(protoPath), "-proto", path.basename(protoPath)];
    const check = "grpc.health.v1.Health/Check";
    expect(await call(health, {}, check)).toEqual([{ status: "SERVING" }]);
    expect(await call(health, { service: ORDERS }, check)).toEqual([{ status: "NOT_SERVING" }]);
    const refused = await refusal(health, '{"service": "Orders"}', address, check);
    expect(refused).toContain("Code: NotFound");
  });

  // grpc-node#2958. When this fails, reflection names its imports: the page health-and-back-off says that it does not.
  test("lists by reflection what the file has, and finds no imported type", async () => {
    const { stdout } = await run(grpcurl ?? "", ["-plaintext", address, "list"]);
    expect(stdout.trim().split("\n")).toEqual([ORDERS, "shop.v1.WarehouseService"]);
    const refused = await refusal([], "{}", address, `${ORDERS}/PlaceOrder`);
    expect(refused).toMatch(/cannot resolve type: "\*\.google\.protobuf\.Timestamp" not found/);
  });
});

async function call(files: readonly string[], request: object, method: string): Promise<unknown[]> {
  const args = ["-plaintext", ...files, "-d", JSON.stringify(request), address, method];
  const { stdout } = await run(grpcurl ?? "", args, { maxBuffer: MOST_BYTES });
  return stdout
    .split(/(?<=^\})\n/m)
    .filter((text) => text.trim() !== "")
    .map((text): unknown => JSON.parse(text));
}

/** What it says of a call that fails. */
async function refusal(
  files: readonly string[],
  request: string,
  ...target: readonly string[]
): Promise<string> {
  const args = ["-plaintext", ...files, "-d", request, ...target];
  return run(grpcurl ?? "", args).then(
    ({ stdout }) => `It did not fail: ${stdout}`,
    (error: unknown) => String(error),
  );
}

/** The JSON of Protocol Buffers: no empty fields, long numbers as text. */
function asJson({ change, occurredAt, ...event }: OrderEvent, cursor: number): object {
  const plain: unknown = JSON.parse(
    JSON.stringify(change?.value, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ),
  );
  return {
    event: {
      ...event,
      occurredAt: occurredAt?.toISOString().replace(".000Z", "Z"),
      ...(change && { [change.$case]: plain }),
    },
    cursor: String(cursor),
  };
}
