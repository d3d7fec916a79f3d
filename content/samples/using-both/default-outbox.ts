// An outbox with the columns of Debezium's router, and one row.
import { openDatabase } from "../guaranteed-delivery/postgres.ts";

const database = await openDatabase();
await database.query(
  `create table outbox (
    id uuid primary key,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    payload jsonb)`,
);
const payload = { orderId: "o-001", address: "1 Canal Street" };
await database.query(
  `insert into outbox values ($1, 'Order', $2, 'placed', $3)`,
  [
    "11111111-1111-4111-8111-111111111111",
    payload.orderId,
    payload,
  ],
);
await database.end();
console.log("The row is there");
