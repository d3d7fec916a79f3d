// An idle channel: does it notice that its server has stopped?
// Run: node idle-channel.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelOptions,
  connectivityState,
  credentials,
} from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { startChild } from "./start-child.ts";

const IDLE_MS = 1_500;
// #region channel
// Short, so that you need not wait for it.
const KEEPALIVE = {
  "grpc.keepalive_time_ms": 300,
  "grpc.keepalive_timeout_ms": 200,
} satisfies ChannelOptions;
const PERMIT = {
  ...KEEPALIVE,
  "grpc.keepalive_permit_without_calls": 1,
} satisfies ChannelOptions;
// #endregion channel

/** The state of a channel whose server stopped after a call. */
async function idle(options: ChannelOptions): Promise<string> {
  const orders = await startChild(
    new URL("../shop/orders.ts", import.meta.url),
    "--happened=1000",
  );
  const client = new OrderServiceClient(
    `127.0.0.1:${orders.said}`,
    credentials.createInsecure(),
    options,
  );
  const call = client.followOrders({ afterCursor: "990" });
  for await (const _ of messages(call)) continue;
  orders.signal("SIGSTOP");
  await sleep(IDLE_MS);
  const state = client.getChannel().getConnectivityState(false);
  client.close();
  orders.signal("SIGKILL");
  await orders.exit;
  return connectivityState[state];
}

console.log(`pings with calls only: ${await idle(KEEPALIVE)}`);
console.log(`pings without calls too: ${await idle(PERMIT)}`);
