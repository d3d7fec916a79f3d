// Streams on two servers; a third is added, and one is lost.
// Run: node server-added.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { startBackend } from "../proxies/backend.ts";
import { ROUND_ROBIN } from "./round-robin.ts";
import {
  countCalls,
  place,
  share,
  startAll,
  warmUp,
} from "./three-backends.ts";

const PORTS = [50_051, 50_052, 50_053] as const;
const LIST = `ipv4:127.0.0.1:${PORTS.join(",127.0.0.1:")}`;
const STREAMS = 32;
const CALLS = 300;
const PATIENCE_MS = 10_000;
const [first, second] = await startAll(PORTS.slice(0, 2));
if (!first || !second) throw new Error("There are two ports.");
const backends = [first, second];
const client = new OrderServiceClient(
  LIST,
  credentials.createInsecure(),
  ROUND_ROBIN,
);

const ended: number[] = [];

// #region follow
/** Begins a stream, on whatever server is next. */
async function follow(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  call.once("error", ({ code }: ServiceError) => {
    ended.push(code);
  });
  await once(call.resume(), "data");
}
// #endregion follow

try {
  await warmUp(client);
  for (let n = 1; n <= STREAMS; n += 1) await follow();
  const before = await countCalls(backends, "FollowOrders");
  console.log(`streams on two servers = ${before.join(", ")}`);

  const third = await startBackend(PORTS[2]);
  backends.push(third);
  const until = Date.now() + PATIENCE_MS;
  while (third.saw.length === 0 && Date.now() < until)
    await place(client);
  const calls = await share(client, backends, CALLS);
  console.log(`calls with a third server = ${calls.join(", ")}`);
  const after = await countCalls(backends, "FollowOrders");
  console.log(`streams then = ${after.join(", ")}`);

  await first.kill();
  await sleep(500);
  const codes = [...new Set(ended)].join(", ");
  const lost = ended.length;
  console.log(`streams lost = ${lost}, with status ${codes}`);
  for (let n = 1; n <= lost; n += 1) await follow();
  const again = await countCalls(backends, "FollowOrders");
  console.log(
    `streams at last = 0, ${again.slice(1).join(", ")}`,
  );
  const rest = await share(client, backends, CALLS);
  console.log(`calls without the first = ${rest.join(", ")}`);
} finally {
  client.close();
  await Promise.all(backends.map((backend) => backend.kill()));
}
