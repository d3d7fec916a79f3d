// Where kafkajs puts orders, and where Java does.
// Run: node kafkajs-partitioners.ts
import { type ICustomPartitioner, Partitioners } from "kafkajs";
import {
  countWithJava,
  type Partitioner,
} from "./java-partitions.ts";

const TOPIC = "order-events";
const BROKERS = [1];
const { DefaultPartitioner, LegacyPartitioner } = Partitioners;

function of(create: ICustomPartitioner): Partitioner {
  const partitionOf = create();
  return (key, partitions) =>
    partitionOf({
      topic: TOPIC,
      message: { key, value: null },
      partitionMetadata: Array.from(
        { length: partitions },
        (_, partitionId) => ({
          partitionId,
          partitionErrorCode: 0,
          leader: 1,
          replicas: BROKERS,
          isr: BROKERS,
        }),
      ),
    });
}

const partitioners = {
  DefaultPartitioner: of(DefaultPartitioner),
  // The default before 2.0.
  LegacyPartitioner: of(LegacyPartitioner),
} satisfies Record<string, Partitioner>;

for (const partitions of [3, 4]) {
  for (const [name, partitionOf] of Object.entries(
    partitioners,
  )) {
    const same = countWithJava(partitionOf, partitions);
    console.log(`${name}, ${partitions} partitions = ${same}`);
  }
}
