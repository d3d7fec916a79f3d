// The Warehouse, following Orders over the wire.
// #region transport
import { followOrders } from "./over-the-wire.ts";
// #endregion transport
import { runWarehouse } from "./run-warehouse.ts";

await runWarehouse(followOrders);
