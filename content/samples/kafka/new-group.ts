// Where a group begins that has committed no offset yet.
// Run: node new-group.ts
import {
  Consumer,
  stringDeserializer,
  type StreamOptions,
} from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import {
  openOrders,
  publish,
  recordOf,
} from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const PARTITIONS = [0, 1, 2];

// #region cases
type Place = Pick<StreamOptions, "mode" | "fallbackMode">;

const cases: Readonly<Record<string, Place>> = {
  default: {},
  committed: { mode: "committed" },
  "committed, else earliest": {
    mode: "committed",
    fallbackMode: "earliest",
  },
};
// #endregion cases

/** One event more for each partition: a reader reads to these. */
async function publishLast(): Promise<void> {
  const [event] = standardRun();
  if (!event) throw new Error("a run without an event");
  const orders = openOrders();
  const messages = PARTITIONS.map((partition) => ({
    ...recordOf(event),
    headers: { "event-id": "last" },
    partition,
  }));
  try {
    await orders.send({ messages });
  } finally {
    await orders.close();
  }
}

// #region begin
/** How many of the events before the last ones it reads. */
async function readAs(place: Place): Promise<number> {
  const analytics = new Consumer({
    clientId: "analytics",
    groupId: "analytics",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    deserializers: {
      headerKey: stringDeserializer,
      headerValue: stringDeserializer,
    },
  });
  try {
    const stream = await analytics.consume({
      topics: [TOPIC],
      autocommit: false,
      ...place,
    });
    await publishLast();
    let read = 0;
    let last = 0;
    for await (const { headers } of stream) {
      if (headers.get("event-id") === "last") last += 1;
      else read += 1;
      if (last === PARTITIONS.length) break;
    }
    return read;
  } finally {
    await analytics.close();
  }
}
// #endregion begin

for (const [says, place] of Object.entries(cases)) {
  await withTopics([TOPIC], async () => {
    await publish(standardRun());
    const read = await readAs(place);
    console.log(`${says}: ${read.toLocaleString("en")} of 1,000`);
  });
}
