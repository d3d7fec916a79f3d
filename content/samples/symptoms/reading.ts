// Where reading begins when there is no offset to begin at.
// Run: node reading.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ConsumeOptions,
  Consumer,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const TOPIC = "order-events";
const PAUSE_MS = 100;

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers,
  serializers: stringSerializers,
});

async function publish(...eventIds: string[]): Promise<void> {
  await orders.send({
    messages: eventIds.map((value) => ({
      topic: TOPIC,
      partition: 0,
      value,
    })),
  });
}

type Place = Pick<
  ConsumeOptions<string, string, string, string>,
  "mode" | "fallbackMode" | "offsets"
>;

/** The first event of a reader that begins like this. */
async function firstOf(
  groupId: string,
  place: Place,
  meanwhile: string,
): Promise<string> {
  const reader = new Consumer({
    clientId: groupId,
    groupId,
    bootstrapBrokers,
    deserializers: stringDeserializers,
  });
  try {
    const stream = await reader.consume({
      topics: [TOPIC],
      ...place,
    });
    const first = once(stream, "data");
    let given: string | undefined;
    void first.then(([message]) => (given = message.value));
    // The reader asks for the end of the topic only now, and may
    // miss an event: publish until it has one.
    while (given === undefined) {
      await publish(meanwhile);
      await sleep(PAUSE_MS);
    }
    return given;
  } finally {
    await reader.close(true);
  }
}

/** As kept by a reader of a topic that was made anew. */
const offsets = [0, 1, 2].map((partition) => ({
  topic: TOPIC,
  partition,
  offset: 1_000n,
}));

try {
  await publish("o-001.1", "o-001.2");
  const fallbackMode = "earliest";
  const places = {
    warehouse: {},
    billing: { mode: "committed", fallbackMode },
    analytics: { mode: "manual", offsets, fallbackMode },
  } satisfies Record<string, Place>;
  for (const [groupId, place] of Object.entries(places)) {
    const first = await firstOf(groupId, place, "o-001.3");
    console.log(`${groupId} begins at ${first}`);
  }
} finally {
  await orders.close();
}
