// A burst over gRPC: Orders writes when its reader has room.
// Run: node burst-over-the-wire.ts
import { once } from "node:events";
import {
  Server,
  type ServerWritableStream,
  status,
} from "@grpc/grpc-js";
import {
  type Delivery,
  OrderServiceService,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { StatusError } from "../grpc/status-error.ts";
import { burst } from "./burst.ts";
import { measure, soonMs } from "./measure.ts";

const PORT = 50_051;
const GRACE_MS = 1_000;
let taken = 0; // out of the table

/** The burst begins when there is a reader. */
async function* deliveries(
  startMs: number,
): AsyncGenerator<Delivery, void, undefined> {
  for await (const event of burst(startMs)) {
    taken += 1;
    yield { event, cursor: String(taken) };
  }
}

// #region write
async function sendBurst(
  call: ServerWritableStream<unknown, Delivery>,
  events: AsyncIterable<Delivery>,
): Promise<void> {
  const over = new AbortController();
  call.once("cancelled", () => over.abort());
  for await (const delivery of events) {
    if (call.write(delivery)) continue;
    await once(call, "drain", { signal: over.signal });
  }
  call.end();
}
// #endregion write

const orders = {
  followOrders(call) {
    const startMs = soonMs();
    const stop = measure("orders.tsv", () => [
      startMs,
      taken,
      call.writableLength,
    ]);
    process.once("SIGTERM", stop);
    sendBurst(call, deliveries(startMs)).catch(
      (error: unknown) => {
        if (call.cancelled) return;
        console.error(error);
        const end = new StatusError(status.UNKNOWN, "failed");
        call.emit("error", end);
      },
    );
  },
} satisfies Pick<OrderServiceServer, "followOrders">;

const server = new Server();
server.addService(OrderServiceService, orders);
await listen(server, PORT);
console.log("Orders: ready");
await Promise.race([
  once(process, "SIGINT"),
  once(process, "SIGTERM"),
]);
await shutDown(server, GRACE_MS);
