// close() ends no stream: a client that reconnects has two.
// Run: node close-is-not-cancel.ts
import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ClientReadableStream,
  credentials,
} from "@grpc/grpc-js";
import {
  type Delivery,
  OrderServiceClient,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "./local-orders.ts";

const CONNECTIONS = 3;
const SETTLED_MS = 1_000;
const feed = new EventEmitter();

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    // The first delivery says that the subscription stands.
    yield { cursor: "0" };
    while (true) {
      await once(feed, "happened", { signal });
      yield { cursor: "1" };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

interface Subscription {
  readonly client: OrderServiceClient;
  readonly call: ClientReadableStream<Delivery>;
}

// #region leave
function closeOnly({ client }: Subscription): void {
  client.close();
}

function cancelAndClose({ client, call }: Subscription): void {
  call.cancel();
  client.close();
}
// #endregion leave

async function reconnect(
  leave: (old: Subscription) => void,
): Promise<void> {
  const { address, close } = await serveOrders(orders);
  let handled = 0;
  let current: Subscription | undefined;
  for (let nth = 1; nth <= CONNECTIONS; nth += 1) {
    if (current) leave(current);
    const client = new OrderServiceClient(
      address,
      credentials.createInsecure(),
    );
    const call = client.followOrders({ afterCursor: "0" });
    await once(call, "data");
    call.on("data", () => (handled += 1));
    // CANCELLED, by this program or by Orders at the end.
    call.on("error", () => undefined);
    current = { client, call };
  }
  await sleep(SETTLED_MS);
  const open = feed.listenerCount("happened");
  feed.emit("happened");
  await sleep(SETTLED_MS);
  console.log(`${leave.name}, streams open at Orders = ${open}`);
  console.log(`${leave.name}, one event handled = ${handled}`);
  if (current) cancelAndClose(current);
  close();
}

await reconnect(closeOnly);
await reconnect(cancelAndClose);
