// A server stream: Orders tells, the Warehouse reads until OK.
// Run: node server-streaming.ts
import { credentials, Server } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { standardRun } from "../shop/standard-run.ts";

const GRACE_MS = 1_000;
const events = standardRun().slice(0, 5);

// #region orders
const orders = {
  followOrders: serverStream(async function* ({ afterCursor }) {
    let place = Number(afterCursor);
    for (const event of events.slice(place)) {
      place += 1;
      yield { event, cursor: String(place) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

const server = new Server();
server.addService(OrderServiceService, orders);
const port = await listen(server);
// #endregion orders

// #region warehouse
const client = new OrderServiceClient(
  `127.0.0.1:${port}`,
  credentials.createInsecure(),
);
const call = client.followOrders({ afterCursor: "0" });
try {
  for await (const { event, cursor } of messages(call)) {
    console.log(cursor, event?.eventId, event?.change?.$case);
  }
  // Every other status would have been thrown by the loop.
  console.log("0 OK");
} finally {
  client.close();
  await shutDown(server, GRACE_MS);
}
// #endregion warehouse
