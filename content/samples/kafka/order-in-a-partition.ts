// Order holds within a partition, and not across partitions.
// Run: node order-in-a-partition.ts
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.ts";
import { readEvents } from "./read-events.ts";
import type { ReadEvent } from "./what-was-read.ts";
import { withTopics } from "./with-topics.ts";

const sent = standardRun();
const place = new Map(
  sent.map(({ eventId }, index) => [eventId, index]),
);

/** Whether they come as Orders sent them. */
function isInOrder(events: readonly ReadEvent[]): boolean {
  const places = events.map(({ eventId = "" }) =>
    Number(place.get(eventId)),
  );
  return places.every(
    (it, index) => index === 0 || it > Number(places[index - 1]),
  );
}

function report(events: readonly ReadEvent[]): void {
  const orders = Map.groupBy(events, ({ key }) => key);
  const whole = [...orders.values()].filter(isInOrder);
  console.log(`${whole.length} orders have theirs in order`);
  for (const partition of [0, 1, 2]) {
    const own = events.filter((it) => it.partition === partition);
    console.log(`partition ${partition}: ${describe(own)}`);
  }
  console.log(`the topic: ${describe(events)}`);
}

function describe(events: readonly ReadEvent[]): string {
  const order = isInOrder(events) ? "in order" : "not in order";
  return `${events.length} events, ${order}`;
}
// #region first
function showFirst(events: readonly ReadEvent[]): void {
  const inPartition0 = events.filter((it) => it.partition === 0);
  const first = inPartition0.slice(0, 4);
  for (const { offset, key, eventId } of first) {
    console.log(
      `offset ${offset}  key ${key}  event-id ${eventId}`,
    );
  }
}
// #endregion first

await withTopics(["order-events"], async () => {
  await publish(sent);
  const read = await readEvents("warehouse", {
    from: "earliest",
    count: sent.length,
  });
  showFirst(read);
  report(read);
});
