// A page that follows Orders with Connect, from its own server.
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { OrderService } from "../../gen/shop/v1/orders_pb.ts";
import { followOrders } from "./follow-orders.ts";

// #region follow
const transport = createConnectTransport({
  baseUrl: `${location.origin}/api`,
});
await followOrders(createClient(OrderService, transport));
// #endregion follow
