// Orders for browsers with Connect: page and stream, no proxy.
// Run: node connect.ts
// Needs: ../browsers/web/connect.ts
import { createServer } from "node:http";
import type { ConnectRouter } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { OrderService } from "../gen/shop/v1/orders_pb.ts";
import { happening, toEs } from "./happening.ts";
import { openPage } from "./page.ts";

const PORT = 3000;

// #region serve
function routes(router: ConnectRouter): void {
  router.service(OrderService, {
    // The signal aborts when the page has left.
    async *followOrders({ afterCursor }, { signal }) {
      for await (const it of happening(afterCursor, signal)) {
        yield toEs(it);
      }
    },
  });
}

const requestPathPrefix = "/api";
const calls = connectNodeAdapter({ routes, requestPathPrefix });
const page = await openPage("connect.ts");
const server = createServer((request, response) => {
  const isCall = request.url?.startsWith(requestPathPrefix);
  (isCall ? calls : page)(request, response);
});
server.listen(PORT, "127.0.0.1", () => {
  console.log(`open http://localhost:${PORT}`);
});
// #endregion serve
process.once("SIGTERM", () => process.exit());
