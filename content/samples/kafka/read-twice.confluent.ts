// Two groups read the same events, by Confluent's client.
// Run: node read-twice.confluent.ts
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.confluent.ts";
import {
  type ReadEvent,
  readEvents,
} from "./read-events.confluent.ts";
import { withTopics } from "./with-topics.confluent.ts";

const EVENTS = 1_000;

/** A partition's events, in the order in which it has them. */
function eventsIn(
  events: readonly ReadEvent[],
  partition: number,
): string {
  return events
    .filter((event) => event.partition === partition)
    .map(({ offset, eventId }) => `${offset} ${eventId}`)
    .join();
}

function areTheSame(
  some: readonly ReadEvent[],
  others: readonly ReadEvent[],
): boolean {
  return [0, 1, 2].every(
    (it) => eventsIn(some, it) === eventsIn(others, it),
  );
}

// #region twice
async function readTwice(): Promise<void> {
  const rest = { from: "committed", count: EVENTS } as const;
  const first = await readEvents("warehouse", rest);
  console.log(`warehouse read ${first.length}`);

  const second = await readEvents("billing", rest);
  const same = areTheSame(first, second);
  console.log(`billing read ${second.length}, the same: ${same}`);

  const again = { from: "earliest", count: EVENTS } as const;
  const third = await readEvents("billing", again);
  const still = areTheSame(second, third);
  console.log(
    `billing again ${third.length}, the same: ${still}`,
  );
}
// #endregion twice

await withTopics(["order-events"], async () => {
  await publish(standardRun());
  await readTwice();
});
