// A bidirectional stream on which the client says nothing more.
// Run: node half-open.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelOptions,
  credentials,
  Server,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import {
  WarehouseServiceClient,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen } from "../grpc/server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const EVERY_MS = 200;
const WATCHED_MS = 3_000;
// Short, for the run.
const PINGS = { "grpc.keepalive_time_ms": 300 };

const server = new Server();
server.addService(WarehouseServiceService, {
  uploadScans: (_call, respond) => respond(null),
  // One answer; after "talk" the server goes on answering.
  fulfilOrders(call) {
    call.on("data", ({ cursor }) => {
      call.write({ cursor });
      if (cursor !== "talk") return;
      const timer = setInterval(
        () => call.write({ cursor }),
        EVERY_MS,
      );
      call.once("cancelled", () => clearInterval(timer));
    });
    call.on("error", () => undefined);
  },
} satisfies WarehouseServiceServer);
await listen(server, 50_051);

async function hold(
  word: string,
  options: ChannelOptions = {},
): Promise<string> {
  const client = new WarehouseServiceClient(
    GRPC_ADDRESS,
    credentials.createInsecure(),
    { ...options, "grpc.use_local_subchannel_pool": 1 },
  );
  const call = client.fulfilOrders();
  const ended = new Promise<string>((resolve) => {
    call.on("error", ({ code, details }: ServiceError) =>
      resolve(`${code} ${status[code]}: ${details}`),
    );
  });
  call.resume().write({ event: undefined, cursor: word });
  const how = await Promise.race([
    ended,
    sleep(WATCHED_MS, "still open"),
  ]);
  call.cancel();
  client.close();
  return how;
}

console.log(`both are silent = ${await hold("hush")}`);
console.log(
  `both are silent, with pings = ${await hold("hush", PINGS)}`,
);
console.log(`the server talks = ${await hold("talk")}`);
server.forceShutdown();
