// The Intake: takes events from a stream, and publishes each.
// Run: node forward-to-topic.ts
import { once } from "node:events";
import { Server } from "@grpc/grpc-js";
import {
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { listen, shutDown } from "../grpc/server.ts";
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";

const PORT = 50_051;
const GRACE_MS = 1_000;
const producer = openOrders();

// #region forward
const intake = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    for await (const { event, cursor } of deliveries) {
      if (!event) continue; // a heartbeat
      await producer.send({ messages: [recordOf(event)] });
      yield { cursor };
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion forward

try {
  // An idempotent send to a topic that is not there has no end.
  await producer.metadata({
    topics: ["order-events"],
    retries: 0,
  });
  const server = new Server();
  server.addService(WarehouseServiceService, intake);
  await listen(server, PORT);
  console.log("Intake: ready");
  await Promise.race([
    once(process, "SIGINT"),
    once(process, "SIGTERM"),
  ]);
  await shutDown(server, GRACE_MS);
} finally {
  await producer.close();
}
