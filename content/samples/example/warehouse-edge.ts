// The Warehouse, following a topic through an edge.
// #region transport
import { followOrders } from "./over-the-edge.ts";
// #endregion transport
import { runWarehouse } from "./run-warehouse.ts";

await runWarehouse(followOrders);
