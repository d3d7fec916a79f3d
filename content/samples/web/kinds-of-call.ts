// Which kinds of call a page can make, and which reach a server.
// Run: node kinds-of-call.ts
// Needs: ../browsers/web/kinds-of-call.ts
import { createServer } from "node:http";
import type { ConnectRouter } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import {
  OrderService,
  WarehouseService,
} from "../gen/shop/v1/orders_pb.ts";
import { openPage } from "./page.ts";

const PORT = 3000;

function routes(router: ConnectRouter): void {
  router.service(OrderService, {
    placeOrder: ({ orderId }) => ({ eventId: `${orderId}.1` }),
    async *followOrders() {
      yield { cursor: "1" };
    },
  });
  router.service(WarehouseService, {
    async uploadScans(scans) {
      let recorded = 0;
      for await (const _ of scans) recorded += 1;
      return { recorded };
    },
    async *fulfilOrders(deliveries) {
      for await (const { cursor } of deliveries) yield { cursor };
    },
  });
}

const requestPathPrefix = "/api";
// It speaks Connect, gRPC-Web and gRPC, by the content type.
const calls = connectNodeAdapter({ routes, requestPathPrefix });
const page = await openPage("kinds-of-call.ts");
const server = createServer((request, response) => {
  const { method = "", url = "" } = request;
  const type = request.headers["content-type"];
  if (!url.startsWith(requestPathPrefix)) {
    page(request, response);
    return;
  }
  console.log(`${method} ${url.split("/").at(-1)} ${type}`);
  calls(request, response);
});
server.listen(PORT, "127.0.0.1", () => {
  console.log(`open http://localhost:${PORT}`);
});
process.once("SIGTERM", () => process.exit());
