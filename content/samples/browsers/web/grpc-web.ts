// A page that follows Orders with gRPC-Web, through Envoy.
import { createClient } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { OrderService } from "../../gen/shop/v1/orders_pb.ts";
import { followOrders } from "./follow-orders.ts";

// #region follow
const transport = createGrpcWebTransport({
  baseUrl: `http://${location.hostname}:8080`,
});
await followOrders(createClient(OrderService, transport));
// #endregion follow
