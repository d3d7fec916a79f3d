// 300 calls over three servers: how many each of them gets.
// Run: node spread-calls.ts
// Needs: ../proxies/nginx.conf, ../proxies/haproxy.cfg, ../proxies/envoy.yaml
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { ROUND_ROBIN } from "./round-robin.ts";
import { share, startAll, warmUp } from "./three-backends.ts";

const PORTS = [50_051, 50_052, 50_053] as const;
const CALLS = 300;
// In Kubernetes: "dns:///orders-headless.shop.svc:50051".
const LIST = `ipv4:127.0.0.1:${PORTS.join(",127.0.0.1:")}`;
const { GRPC_ADDRESS = LIST } = process.env;

const backends = await startAll(PORTS);
// #region client
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  ROUND_ROBIN,
);
// #endregion client

try {
  await warmUp(client);
  const counts = await share(client, backends, CALLS);
  console.log(`${CALLS} calls = ${counts.join(", ")}`);
} finally {
  client.close();
  await Promise.all(backends.map((backend) => backend.kill()));
}
