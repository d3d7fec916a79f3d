// The Warehouse drops doubles by the id that Debezium's header has.
// Run: node drop-doubles.ts
import {
  Consumer,
  stringDeserializer,
  type Message,
} from "@platformatic/kafka";
import {
  inTransaction,
  openDatabase,
} from "../guaranteed-delivery/postgres.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const database = await openDatabase();
await database.query(
  `create table if not exists handled (
    event_id text primary key,
    handled_at timestamptz not null default now());
  create table if not exists work (event_id text not null)`,
);
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  deserializers: {
    headerKey: stringDeserializer,
    headerValue: stringDeserializer,
  },
});

type Event = Message<Buffer, Buffer, string, string>;

// #region once
/** The mark and the work: both are kept, or neither. */
async function fulfilOnce(event: Event): Promise<void> {
  const id = event.headers.get("id");
  if (id === undefined) {
    const { topic, partition, offset } = event;
    throw new Error(
      `no id in ${topic}-${partition} at offset ${offset}`,
    );
  }
  await inTransaction(database, async (client) => {
    const mark = await client.query(
      `insert into handled (event_id) values ($1)
      on conflict (event_id) do nothing`,
      [id],
    );
    if (mark.rowCount === 0) return; // handled already
    await client.query("insert into work values ($1)", [id]);
  });
}
// #endregion once

const stream = await warehouse.consume({
  topics: ["order-events"],
  mode: "committed",
  fallbackMode: "earliest",
  autocommit: false,
});
process.once("SIGINT", () => void stream.close());
process.once("SIGTERM", () => void stream.close());
console.log("Warehouse: ready");
try {
  for await (const event of stream) {
    await fulfilOnce(event);
    await event.commit();
  }
} finally {
  await warehouse.close();
  await database.end();
}
