// A stream breaks in six ways: what a client is told, by proxy.
// Run: node broken-stream.ts
// Needs: ./nginx.conf, ./haproxy.cfg, ./envoy.yaml
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  credentials,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { type Backend, startBackend } from "./backend.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PORT = 50_051;
// Longer than a time-out of the proxy, and than its retries.
const WATCHED_MS = 5_000;
const SETTLED_MS = 100;

type Act = (backend: Backend) => Promise<unknown>;
const nothing: Act = () => Promise.resolve();
const kill: Act = (backend) => backend.kill();
const causes: readonly (readonly [string, string, Act])[] = [
  ["killed after a message", "0", kill],
  ["killed before a message", "", kill],
  ["forceShutdown() after a message", "0", (it) => it.force()],
  ["silent after a message", "0", nothing],
  ["silent before a message", "", nothing],
];

/** Follows Orders until the stream ends; says how it ended. */
function follow(afterCursor: string) {
  const client = new OrderServiceClient(
    GRPC_ADDRESS,
    credentials.createInsecure(),
    { "grpc.use_local_subchannel_pool": 1 },
  );
  const call = client.followOrders({ afterCursor });
  const error = new Promise<string>((resolve) => {
    call.once("error", ({ code, details }: ServiceError) =>
      resolve(`${code} ${status[code]}: ${details}`),
    );
  });
  const open = sleep(WATCHED_MS, "still open", { ref: false });
  const ended = Promise.race([error, open]).finally(() => {
    call.cancel();
    client.close();
  });
  return { call: call.resume(), ended };
}

for (const [cause, afterCursor, act] of causes) {
  const backend = await startBackend(PORT);
  const begins = backend.begins();
  const { call, ended } = follow(afterCursor);
  await (afterCursor === "0" ? once(call, "data") : begins);
  await act(backend);
  const how = await ended;
  await sleep(SETTLED_MS);
  console.log(`${cause} = ${how}`);
  console.log(`Orders saw: ${backend.saw.join(", ")}`);
  await backend.kill();
}
const { ended } = follow("0");
const how = (await ended).replace(/127\S+:\d+/, GRPC_ADDRESS);
console.log(`nobody listens = ${how}`);
