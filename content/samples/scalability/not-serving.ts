// Three Orders, of which one says that it is not serving.
// Run: node not-serving.ts
// Needs: ./envoy-health.yaml
import { setTimeout as sleep } from "node:timers/promises";
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { startOrders } from "./orders-with-health.ts";
import { place, warmUp } from "./three-backends.ts";

const PORTS = [50_051, 50_052, 50_053] as const;
const LIST = `ipv4:127.0.0.1:${PORTS.join(",127.0.0.1:")}`;
const { GRPC_ADDRESS = LIST } = process.env;
const CALLS = 300;
// Four of the health checks that the proxy makes.
const SETTLED_MS = 2_000;

// #region config
const SERVICE_CONFIG = {
  loadBalancingConfig: [{ round_robin: {} }],
  healthCheckConfig: { serviceName: "" },
};
const OPTIONS = {
  "grpc.service_config": JSON.stringify(SERVICE_CONFIG),
} satisfies ChannelOptions;
// #endregion config

const all = await Promise.all(PORTS.map((it) => startOrders(it)));
const [first, second] = all;
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  OPTIONS,
);

async function share(what: string): Promise<void> {
  await sleep(SETTLED_MS);
  const before = all.map((orders) => orders.placed());
  for (let n = 1; n <= CALLS; n += 1) await place(client);
  const calls = all.map(
    (orders, index) => orders.placed() - (before[index] ?? 0),
  );
  console.log(`${what} = ${calls.join(", ")}`);
}

try {
  await warmUp(client);
  await share("all serving");
  first?.say("NOT_SERVING");
  await share("first not serving");
  second?.say("NOT_SERVING");
  await share("first and second not serving");
  first?.say("SERVING");
  second?.say("SERVING");
  await share("all serving again");
} finally {
  client.close();
  for (const orders of all) orders.close();
}
