// Orders with grpc-js behind Envoy, and a page that follows them.
// Run: node grpc-web.ts
// Needs: ../browsers/web/grpc-web.ts, ./envoy.yaml
import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { happening } from "./happening.ts";
import { openPage } from "./page.ts";

const PORT = 3000;
const GRPC_PORT = 50_051;

const page = createServer(await openPage("grpc-web.ts"));
page.listen(PORT, "127.0.0.1");
await once(page, "listening");

// #region serve
const orders = {
  // The signal aborts when the page has left.
  followOrders: serverStream(({ afterCursor }, signal) =>
    happening(afterCursor, signal),
  ),
} satisfies Pick<OrderServiceServer, "followOrders">;

const server = new Server();
server.addService(OrderServiceService, orders);
await listen(server, GRPC_PORT);
// #endregion serve
console.log(`open http://localhost:${PORT}`);
process.once("SIGTERM", () => process.exit());
