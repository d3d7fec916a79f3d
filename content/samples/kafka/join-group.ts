// A member of the Warehouse's group, and the partitions it has.
import { setTimeout as sleep } from "node:timers/promises";
import { Consumer } from "@platformatic/kafka";

export type Protocol = "classic" | "consumer";
export type Member = Awaited<ReturnType<typeof joinGroup>>;

const LOOK_MS = 20;

// #region join
export async function joinGroup(
  name: string,
  groupProtocol: Protocol = "classic",
) {
  const consumer = new Consumer({
    clientId: name,
    groupId: "warehouse",
    bootstrapBrokers: ["localhost:9092"],
    groupProtocol,
    // The answer to a heartbeat says that the group rebalances.
    heartbeatInterval: 500,
  });
  let generation = 0;
  consumer.on("consumer:group:join", (joined) => {
    generation = joined.generationId ?? 0;
  });
  const stream = await consumer.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  return {
    name,
    consumer,
    stream,
    generation: () => generation,
    // Closes the stream first.
    leave: () => consumer.close(true),
  };
}
// #endregion join

export function partitionsOf({ consumer }: Member): number[] {
  const { assignments } = consumer;
  return assignments?.flatMap((it) => it.partitions) ?? [];
}

/** Until they are of one generation and share the partitions. */
export async function untilShared(
  members: readonly Member[],
  partitions = 3,
): Promise<void> {
  const isShared = () => {
    const has = members.flatMap(partitionsOf);
    const are = members.map((member) => member.generation());
    return (
      has.length === partitions &&
      new Set(has).size === partitions &&
      new Set(are).size === 1
    );
  };
  while (!isShared()) await sleep(LOOK_MS);
}
