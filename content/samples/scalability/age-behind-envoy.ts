// Calls all the time, to a server that ends its connections.
// Run: node age-behind-envoy.ts
// Needs: ./envoy-health.yaml
import { appendFileSync } from "node:fs";
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError } from "../grpc/calls.ts";
import { AGE } from "./connection-age.ts";
import { startOrders } from "./orders-with-health.ts";
import { place } from "./three-backends.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const AT_A_TIME = 16;
const WATCHED_MS = 8_000;

const orders = await startOrders(50_051, AGE);
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

let calls = 0;
const failures: string[] = [];
async function callAllTheTime(until: number): Promise<void> {
  while (Date.now() < until) {
    calls += 1;
    try {
      await place(client);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      failures.push(`${error.code}: ${error.details}`);
    }
  }
}

const until = Date.now() + WATCHED_MS;
const callers = Array.from({ length: AT_A_TIME }, () =>
  callAllTheTime(until),
);
await Promise.all(callers);
appendFileSync("calls.txt", `${calls} ${failures.length}\n`);
for (const text of new Set(failures)) console.log(text);
if (failures.length === 0) console.log("no call has failed");
client.close();
orders.close();
