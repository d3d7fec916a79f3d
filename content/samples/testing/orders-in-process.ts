// Orders inside the test's own process, on a free port.
import { credentials, Server } from "@grpc/grpc-js";
import {
  type OrderEvent,
  OrderServiceClient,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { openRelay } from "./tcp-relay.ts";

// #region serve
/** Its first call stays open after so many events. */
export async function serveOrders(
  events: readonly OrderEvent[],
  openAfter: number,
) {
  const cursors: string[] = [];
  const stopped = Promise.withResolvers<void>();
  const server = new Server();
  server.addService(OrderServiceService, {
    followOrders: serverStream(async function* (
      { afterCursor }: { afterCursor: string },
      signal: AbortSignal,
    ) {
      cursors.push(afterCursor);
      const isFirst = cursors.length === 1;
      const from = Number(afterCursor);
      const until = isFirst ? openAfter : events.length;
      for (let place = from; place < until; place++) {
        const cursor = String(place + 1);
        yield { event: events[place], cursor };
      }
      if (isFirst) await untilAborted(signal);
      stopped.resolve();
    }),
  });
  const relay = await openRelay(await listen(server));
  const client = new OrderServiceClient(
    `127.0.0.1:${relay.port}`,
    credentials.createInsecure(),
  );
  return {
    client,
    relay,
    /** The cursor of each call. */
    cursors,
    /** Resolves when a call has ended on the server's side. */
    stopped: stopped.promise,
    close() {
      client.close();
      relay.close();
      server.forceShutdown();
    },
  };
}
// #endregion serve

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });
}
