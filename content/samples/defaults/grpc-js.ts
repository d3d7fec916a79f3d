// What a call with grpc-js has when nothing is set.
// Run: node grpc-js.ts
import { once } from "node:events";
import { connect } from "node:http2";
import { credentials, status } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { StatusError } from "../grpc/status-error.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";

let attempts = 0;

const orders = {
  // Fails each time with the status that is safe to retry.
  followOrders(call) {
    attempts += 1;
    console.log(`deadline = ${String(call.getDeadline())}`);
    const most = call.writableHighWaterMark;
    console.log(`messages until write() says false = ${most}`);
    call.emit("error", new StatusError(status.UNAVAILABLE, ""));
  },
} satisfies Pick<OrderServiceServer, "followOrders">;

async function follow(client: OrderServiceClient) {
  const call = client.followOrders({ afterCursor: "0" });
  try {
    for await (const _ of messages(call)) continue;
    return status.OK;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error.code;
  }
}

const { client, address, close } = await serveOrders(orders);
await follow(client);
console.log(`attempts of a call that fails = ${attempts}`);

// HTTP/2 sends these settings before the first call.
const session = connect(`http://${address}`);
await once(session, "remoteSettings");
const told = session.remoteSettings;
console.log(`calls at a time = ${told.maxConcurrentStreams}`);
console.log(`window of a call = ${told.initialWindowSize}`);
session.close();
await once(session, "close");
close();

// No server listens there any more.
const late = new OrderServiceClient(
  address,
  credentials.createInsecure(),
);
console.log(`status when nobody listens = ${await follow(late)}`);
late.close();
