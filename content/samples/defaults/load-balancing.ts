// Three servers, in a list and behind one address: who is called.
// Run: node load-balancing.ts
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { startOneAddress } from "./one-address.ts";
import { startThreeOrders } from "./three-orders.ts";

const CONFIG = { loadBalancingConfig: [{ round_robin: {} }] };
const ROUND_ROBIN = {
  "grpc.service_config": JSON.stringify(CONFIG),
} satisfies ChannelOptions;

const { address, ports, sent, close } = await startThreeOrders();
const oneAddress = await startOneAddress(ports);
const plain = credentials.createInsecure();
const asItIs = new OrderServiceClient(address, plain);
const asked = new OrderServiceClient(address, plain, ROUND_ROBIN);
const behindOne = new OrderServiceClient(
  oneAddress.address,
  plain,
  ROUND_ROBIN,
);

/** One call, in which so many messages are sent. */
async function follow(client: OrderServiceClient, count: number) {
  const request = { afterCursor: String(count) };
  for await (const _ of messages(client.followOrders(request))) {
    continue;
  }
}

/** What each server sends in so many calls, most first. */
async function share(
  client: OrderServiceClient,
  {
    calls,
    each,
  }: { readonly calls: number; readonly each: number },
): Promise<string> {
  sent.fill(0);
  for (let n = 1; n <= calls; n += 1) await follow(client, each);
  return sent.toSorted((a, b) => b - a).join(", ");
}

try {
  const calls = { calls: 30, each: 1 };
  console.log(`30 calls = ${await share(asItIs, calls)}`);
  // It calls the servers that it has connected to so far.
  sent.fill(0);
  while (sent.includes(0)) await follow(asked, 1);
  const spread = await share(asked, calls);
  console.log(`30 calls by round_robin = ${spread}`);
  const one = await share(asked, { calls: 1, each: 30 });
  console.log(`30 messages of one call = ${one}`);
  const behind = await share(behindOne, calls);
  console.log(`30 calls by round_robin, one address = ${behind}`);
} finally {
  asItIs.close();
  asked.close();
  behindOne.close();
  oneAddress.close();
  close();
}
