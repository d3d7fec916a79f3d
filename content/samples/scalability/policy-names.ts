// Ways to ask for round_robin: one of them works.
// Run: node policy-names.ts
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { ROUND_ROBIN } from "./round-robin.ts";
import { share, startAll, warmUp } from "./three-backends.ts";

const PORTS = [50_051, 50_052, 50_053] as const;
const LIST = `ipv4:127.0.0.1:${PORTS.join(",127.0.0.1:")}`;
const CALLS = 30;

// #region names
const asked: readonly (readonly [string, ChannelOptions])[] = [
  ["loadBalancingConfig", ROUND_ROBIN],
  [
    "loadBalancingPolicy",
    {
      "grpc.service_config": JSON.stringify({
        loadBalancingPolicy: "round_robin",
      }),
    },
  ],
  [
    "a misspelt policy",
    {
      "grpc.service_config": JSON.stringify({
        loadBalancingConfig: [{ roundrobin: {} }],
      }),
    },
  ],
  [
    "grpc.lb_policy_name",
    { "grpc.lb_policy_name": "round_robin" },
  ],
];
// #endregion names

const backends = await startAll(PORTS);
try {
  for (const [name, options] of asked) {
    const client = new OrderServiceClient(
      LIST,
      credentials.createInsecure(),
      options,
    );
    await warmUp(client);
    const counts = await share(client, backends, CALLS);
    console.log(`${name} = ${counts.join(", ")}`);
    client.close();
  }
} finally {
  await Promise.all(backends.map((backend) => backend.kill()));
}
