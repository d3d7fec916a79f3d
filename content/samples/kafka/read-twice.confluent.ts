// Two groups read the same events, by Confluent's client.
// Run: node read-twice.confluent.ts
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.confluent.ts";
import { readEvents } from "./read-events.confluent.ts";
import { withTopics } from "./with-topics.confluent.ts";
import { areTheSame } from "./what-was-read.ts";

const EVENTS = 1_000;

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
