// A reader that stops: what lies in its memory, and what waits.
// Run: node slow-reader.ts
import {
  type ConsumeBaseOptions,
  Consumer,
} from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { untilQuiet } from "../streaming-modes/black-friday.ts";
import { publish } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const RUNS = 5;
const HANDLED = 2_000;

// #region bounds
type Bounds = Pick<
  ConsumeBaseOptions<Buffer, Buffer, Buffer, Buffer>,
  "highWaterMark" | "maxBytes"
>;

const cases: Readonly<Record<string, Bounds>> = {
  default: {},
  bounded: {
    // No fetch while so many records are in memory.
    highWaterMark: 100,
    // A fetch brings so many bytes at most, or one batch.
    maxBytes: 16_384,
  },
};
// #endregion bounds

/** In requests of 100 events, as a producer gathers them. */
async function publishRuns(runs: number): Promise<number> {
  const events = Array.from({ length: runs }, standardRun).flat();
  for (let at = 0; at < events.length; at += 100) {
    await publish(events.slice(at, at + 100));
  }
  return events.length;
}

// #region stop
/** Handles 2,000, and stops until nothing moves any more. */
async function stop(bounds: Bounds): Promise<void> {
  const warehouse = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  let written = await publishRuns(RUNS);
  try {
    const stream = await warehouse.consume({
      topics: [TOPIC],
      mode: "earliest",
      autocommit: false,
      ...bounds,
    });
    let fetches = 0;
    stream.on("fetch", () => (fetches += 1));
    let handled = 0;
    const report = () => {
      const inMemory = stream.readableLength;
      const rest = written - handled - inMemory;
      console.log(
        `${inMemory} in memory, ${rest} wait (${fetches})`,
      );
    };
    for await (const _ of stream) {
      handled += 1;
      if (handled === HANDLED) {
        await untilQuiet(() => stream.readableLength);
        report();
        // Orders publishes on: a slow reader does not hold it up.
        written += await publishRuns(1);
        report();
      }
      if (handled === written) break;
    }
    console.log(`${handled} handled`);
  } finally {
    await warehouse.close();
  }
}
// #endregion stop

for (const [says, bounds] of Object.entries(cases)) {
  console.log(says);
  await withTopics([TOPIC], () => stop(bounds));
}
