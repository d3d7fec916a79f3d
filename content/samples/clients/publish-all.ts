// Orders publishes 300 events, whichever client sends them.
import { DatabaseSync } from "node:sqlite";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

export const BROKERS = [
  "localhost:9092",
  "localhost:9093",
  "localhost:9094",
];
const EVENTS = 300;
const PER_SECOND = 100;

export interface OrderRecord {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: { "event-id": string };
}

/**
 * As a web server does: no event waits for the one before, unless
 * they go in turn. What became of each is written down for whoever
 * counts.
 */
export async function publishAll(
  send: (record: OrderRecord) => Promise<unknown>,
  { inTurn = false } = {},
): Promise<void> {
  const book = new DatabaseSync("orders.db");
  book.exec("create table sends (event_id text, error text)");
  const insert = book.prepare("insert into sends values (?, ?)");
  const sending: Promise<void>[] = [];
  const events = standardRun().slice(0, EVENTS);
  for await (const event of paced(events, PER_SECOND)) {
    const { eventId } = event;
    const sent = send(toRecord(event)).then(
      () => void insert.run(eventId, null),
      (error: unknown) => void insert.run(eventId, String(error)),
    );
    sending.push(sent);
    if (inTurn) await sent;
  }
  await Promise.all(sending);
  book.close();
}

export function toRecord(event: OrderEvent): OrderRecord {
  return {
    key: event.orderId,
    value: Buffer.from(OrderEvent.encode(event).finish()),
    headers: { "event-id": event.eventId },
  };
}
