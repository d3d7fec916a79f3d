// A rolling restart under a running call: who runs it again?
// Run: node run-twice.ts
// Needs: ./nginx.conf, ./haproxy.cfg, ./envoy.yaml
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, status } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { startBackend } from "./backend.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const WORK_MS = 1_500;
const GRACE_MS = 500;
const PATIENCE_MS = 10_000;

// #region client
// Behind HAProxy: a call that was refused is not sent again.
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  { "grpc.enable_retries": 0 },
);
// #endregion client

async function place(orderId: string): Promise<string> {
  const order = { orderId, warehouseId: "ams", address: "" };
  try {
    const deadline = Date.now() + PATIENCE_MS;
    const placed = await unary(
      client.placeOrder.bind(client),
      order,
      { deadline },
    );
    return `0 OK: ${placed.eventId}`;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const { code, details } = error;
    return `${code} ${status[code]}: ${details}`;
  }
}

const first = await startBackend(50_051, WORK_MS);
const second = await startBackend(50_052, WORK_MS);
const both = [first, second];
const began = (id: string) =>
  both
    .map(({ saw }) => saw.filter((it) => it.includes(` ${id},`)))
    .map(({ length }) => length);

// The proxy has to have found Orders.
const until = Date.now() + PATIENCE_MS;
while (!(await place("o-000")).startsWith("0 OK"))
  if (Date.now() > until) throw new Error("Nobody answers.");

const answer = place("o-001");
await sleep(GRACE_MS);
const running = began("o-001")[0] === 1 ? first : second;
running.drain();
await sleep(GRACE_MS);
await running.force();
console.log(`o-001: ${await answer}`);
const times = began("o-001").reduce((sum, n) => sum + n, 0);
console.log(`Orders began o-001 ${times} times`);
client.close();
await Promise.all(both.map((backend) => backend.kill()));
