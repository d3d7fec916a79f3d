// How long a proxy bears a silence by default, in seconds.
// Run: node silent-by-default.ts
// Needs: ./default.conf, ./default.cfg, ./default.yaml
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ClientReadableStream,
  credentials,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { startSilentServer } from "./silent-server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
// Longer than the longest time-out: five minutes, of Envoy.
const WATCHED_MS = 310_000;

const server = await startSilentServer(50_051);

/** The seconds count from the last message that came. */
async function watch<Message>(
  call: ClientReadableStream<Message>,
  areAnswersWords = true,
): Promise<string> {
  let spokeAt = performance.now();
  call.on("data", () => {
    if (areAnswersWords) spokeAt = performance.now();
  });
  const ended = new Promise<string>((resolve) => {
    call.on("error", ({ code, details }: ServiceError) => {
      const ms = performance.now() - spokeAt;
      const after = `ended after ${Math.round(ms / 1_000)} s`;
      resolve(`${after} = ${code} ${status[code]}: ${details}`);
    });
  });
  const how = await Promise.race([
    ended,
    sleep(WATCHED_MS, "still open", { ref: false }),
  ]);
  call.cancel();
  return how;
}

const insecure = credentials.createInsecure();
const orders = new OrderServiceClient(GRPC_ADDRESS, insecure);
const scans = new WarehouseServiceClient(GRPC_ADDRESS, insecure);

/** A stream whose client says one word and does not half-close. */
function say(cursor: string) {
  const call = scans.fulfilOrders();
  call.write({ event: undefined, cursor });
  return call;
}

const [follower, both, client] = await Promise.all([
  watch(orders.followOrders({ afterCursor: "0" })),
  watch(say("hush")),
  // Here the client's word counts, not the answers to it.
  watch(say("talk"), false),
]);
console.log(`server is silent: ${follower}`);
console.log(`both are silent: ${both}`);
console.log(`client is silent: ${client}`);
orders.close();
scans.close();
server.forceShutdown();
