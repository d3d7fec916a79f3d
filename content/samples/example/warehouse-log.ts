// The Warehouse, following Orders over the log.
// #region transport
import { followOrders } from "./over-the-log.ts";
// #endregion transport
import { runWarehouse } from "./run-warehouse.ts";

await runWarehouse(followOrders);
