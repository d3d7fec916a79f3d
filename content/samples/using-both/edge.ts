// The edge: serves a topic to clients, as a gRPC stream.
// Run: node edge.ts
import { once } from "node:events";
import { Server, status } from "@grpc/grpc-js";
import {
  type Delivery,
  type FollowOrdersRequest,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { StatusError } from "../grpc/status-error.ts";
import { warehouseOf } from "./edge-callers.ts";
import { followTopic } from "./follow-topic.ts";
import { openTopic } from "./open-topic.ts";
import { throwStatus } from "./topic-status.ts";

const { EDGE_PORT = "50051" } = process.env;
const GRACE_MS = 5_000;
const draining = new AbortController();
const topic = await openTopic();

// #region edge
async function* deliveries(
  warehouse: string,
  after: string,
  stop: AbortSignal,
): AsyncGenerator<Delivery, void, undefined> {
  try {
    const steps = followTopic(topic, after, stop);
    for await (const { event, cursor, isLast } of steps) {
      const isTheirs = event?.warehouseId === warehouse;
      if (isTheirs) yield { event, cursor };
      // A heartbeat: the cursor moves past the others' events.
      else if (isLast) yield { cursor };
    }
  } catch (error) {
    throwStatus(error);
  }
  throw new StatusError(status.UNAVAILABLE, "the edge stops");
}

const orders = {
  followOrders(call) {
    const { request, metadata } = call;
    serverStream<FollowOrdersRequest, Delivery>((_, signal) =>
      deliveries(
        warehouseOf(metadata),
        request.afterCursor,
        AbortSignal.any([signal, draining.signal]),
      ),
    )(call);
  },
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion edge

const server = new Server();
server.addService(OrderServiceService, orders);
try {
  await listen(server, Number(EDGE_PORT));
  console.log("Edge: ready");
  await Promise.race([
    once(process, "SIGINT"),
    once(process, "SIGTERM"),
  ]);
  draining.abort();
  await shutDown(server, GRACE_MS);
} finally {
  await topic.close(true);
}
