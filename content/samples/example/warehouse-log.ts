// The Warehouse as a process, on the log.
import { parseArgs } from "node:util";
import { openWarehouse } from "./fulfil.ts";
// #region transport
import { followOrders } from "./over-the-log.ts";
// #endregion transport

const { values } = parseArgs({
  options: {
    // Where Orders is to be found.
    orders: { type: "string", default: "" },
    database: { type: "string", default: ":memory:" },
  },
});
const warehouse = openWarehouse(values.database);

// Whoever started us is gone: nobody else would stop us.
process.once("disconnect", () => process.exit());
try {
  await followOrders(warehouse, values.orders);
} finally {
  warehouse.close();
  process.disconnect?.();
}
