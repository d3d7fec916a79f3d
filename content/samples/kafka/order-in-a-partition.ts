// Order holds within a partition, and not across partitions.
// Run: node order-in-a-partition.ts
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.ts";
import { type ReadEvent, readEvents } from "./read-events.ts";
import { withTopics } from "./with-topics.ts";

const EVENTS = 1_000;
const sent = standardRun();
const place = new Map(
  sent.map(({ eventId }, index) => [eventId, index]),
);

// #region order
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
  const partitions = Map.groupBy(events, (it) => it.partition);
  const orders = Map.groupBy(events, (it) => it.key);
  const whole = [...orders.values()].filter(isInOrder);
  console.log(
    `orders whose 4 events keep order: ${whole.length}`,
  );
  for (const [partition, own] of [...partitions].sort()) {
    console.log(`partition ${partition}: ${describe(own)}`);
  }
  console.log(`the topic: ${describe(events)}`);
}
// #endregion order

function describe(events: readonly ReadEvent[]): string {
  const order = isInOrder(events) ? "in order" : "not in order";
  return `${events.length} events, ${order}`;
}

await withTopics(
  ["order-events"],
  { partitions: 3 },
  async () => {
    await publish(sent);
    const from = "earliest";
    const read = await readEvents("warehouse", {
      from,
      count: EVENTS,
    });
    for (const { partition, offset, key, eventId } of read.slice(
      0,
      3,
    )) {
      console.log(
        `${partition}:${offset} key ${key} event-id ${eventId}`,
      );
    }
    report(read);
  },
);
