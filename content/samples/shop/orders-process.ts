// Starts Orders as a process of its own.
import {
  type ServerProcess,
  startServer,
} from "./server-process.ts";

const PROGRAM = new URL("./orders.ts", import.meta.url);

/** See orders.ts for what they do. */
export type OrdersOptions = {
  readonly happened?: number;
  readonly hold?: number;
};

/** Resolves when Orders listens. */
export function startOrders(
  options: OrdersOptions = {},
): Promise<ServerProcess<OrdersOptions>> {
  return startServer(PROGRAM, options);
}
