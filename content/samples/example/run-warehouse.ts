// The Warehouse as a process, with either adapter.
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
      // The address of Orders, or of the brokers.
      orders: { type: "string", default: "" },
      database: { type: "string", default: ":memory:" },
    },
  });
  const warehouse = openWarehouse(values.database);
  // Ends with the process that started it.
  process.once("disconnect", () => process.exit());
  try {
    await followOrders(warehouse, values.orders);
  } finally {
    warehouse.close();
    process.disconnect?.();
  }
}
// #endregion run
