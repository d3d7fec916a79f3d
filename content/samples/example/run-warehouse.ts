// The Warehouse, as a process, whatever brings its events.
import { parseArgs } from "node:util";
import { openWarehouse, type Warehouse } from "./fulfil.ts";

// #region run
/** Until the events end, or until it is stopped. */
export async function runWarehouse(
  followOrders: (
    warehouse: Warehouse,
    address: string,
  ) => Promise<void>,
): Promise<void> {
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
}
// #endregion run
