// Four kinds of call: who speaks how often is in the contract.
// Run: node four-kinds.ts
import type {
  OrderServiceServer,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { clientStream, unaryCall } from "../grpc/answers.ts";
import { messages, unary } from "../grpc/calls.ts";
import { bidiStream, serverStream } from "../grpc/handlers.ts";
import { send, upload } from "../grpc/send.ts";
import { connect, connectWarehouse } from "../shop/connection.ts";
import { standardShift } from "../shop/shift.ts";
import { standardRun } from "../shop/standard-run.ts";

const DEADLINE_MS = 5_000;
const deliveries = standardRun()
  .slice(0, 5)
  .map((event, index) => ({ event, cursor: String(index + 1) }));
const order = {
  orderId: "o-251",
  warehouseId: "ams",
  address: "251 Canal Street, 1017 AB Amsterdam",
};

// #region handlers
const orders = {
  // One request, one answer: an async function.
  placeOrder: unaryCall(async ({ orderId }) => {
    return { eventId: `${orderId}.1` };
  }),
  // One request, many answers: a generator.
  followOrders: serverStream(async function* () {
    yield* deliveries;
  }),
} satisfies Partial<OrderServiceServer>;

const warehouse = {
  // Many requests, one answer: a loop, and then the answer.
  uploadScans: clientStream(async (scans) => {
    let recorded = 0;
    for await (const _ of scans) recorded += 1;
    return { recorded, repeatedScans: 0, unknownScanIds: [] };
  }),
  // Many requests, many answers: a loop in a generator.
  fulfilOrders: bidiStream(async function* (requests) {
    for await (const { cursor } of requests) yield { cursor };
  }),
} satisfies Partial<WarehouseServiceServer>;
// #endregion handlers

const { client: shop, close } = await connect(orders);
const { client: dock, close: closeDock } =
  await connectWarehouse(warehouse);

// #region calls
async function callEachKind(): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;

  await unary(shop.placeOrder.bind(shop), order, { deadline });
  report("PlaceOrder", 1, 1);

  const from = { afterCursor: "0" };
  const followed = shop.followOrders(from, { deadline });
  report("FollowOrders", 1, await count(messages(followed)));

  const shift = standardShift();
  await upload(dock.uploadScans.bind(dock), shift, { deadline });
  report("UploadScans", shift.length, 1);

  const pushed = dock.fulfilOrders({ deadline });
  const [handled] = await Promise.all([
    count(messages(pushed)),
    send(pushed, deliveries),
  ]);
  report("FulfilOrders", deliveries.length, handled);
}
// #endregion calls

/** Every status but OK has been thrown by now. */
function report(name: string, sent: number, got: number): void {
  console.log(`${name}: ${sent} sent, ${got} received, 0 OK`);
}

async function count(
  stream: AsyncIterable<unknown>,
): Promise<number> {
  let total = 0;
  for await (const _ of stream) total += 1;
  return total;
}

try {
  await callEachKind();
} finally {
  await close();
  await closeDock();
}
