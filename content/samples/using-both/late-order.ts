// An order whose event has the first id, and commits last.
import { setTimeout as sleep } from "node:timers/promises";
import {
  inTransaction,
  openDatabase,
} from "../guaranteed-delivery/postgres.ts";
import { orderPlaced } from "./order-placed.ts";

const LAST = "o-100.1";
const LOOK_MS = 100;
const database = await openDatabase();
const order = {
  orderId: "o-101",
  warehouseId: "ams",
  address: "101 Canal Street, 1017 AB Amsterdam",
};

async function untilTheOthers(): Promise<void> {
  for (;;) {
    const found = await database.query(
      `select from outbox where event_id = $1
      and published_at is not null`,
      [LAST],
    );
    if (found.rowCount === 1) return;
    await sleep(LOOK_MS);
  }
}

await inTransaction(database, async (client) => {
  const { eventId, key, value } = orderPlaced(order);
  await client.query("insert into orders values ($1, $2, $3)", [
    order.orderId,
    order.warehouseId,
    order.address,
  ]);
  await client.query(
    `insert into outbox (event_id, key, value)
    values ($1, $2, $3)`,
    [eventId, key, value],
  );
  console.log("Late order: ready");
  await untilTheOthers();
});
await database.end();
