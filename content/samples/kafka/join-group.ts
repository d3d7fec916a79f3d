// A member of the Warehouse's group, and the partitions it has.
import { setTimeout as sleep } from "node:timers/promises";
import { Consumer } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export type Protocol = "classic" | "consumer";
export type Member = Awaited<ReturnType<typeof joinGroup>>;

export interface Membership {
  readonly groupProtocol?: Protocol;
  readonly groupInstanceId?: string;
  readonly sessionTimeout?: number;
}

const LOOK_MS = 20;

// #region join
export async function joinGroup(
  name: string,
  membership: Membership = {},
) {
  const consumer = new Consumer({
    clientId: name,
    groupId: "warehouse",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    // The answer to a heartbeat says that the group rebalances.
    heartbeatInterval: 500,
    ...membership,
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

/** Until they share the partitions evenly, in one generation. */
export async function untilShared(
  members: readonly Member[],
  partitions = 3,
): Promise<void> {
  await until(() => {
    const all = members.map(partitionsOf);
    const sizes = all.map(({ length }) => length);
    const are = members.map((member) => member.generation());
    return (
      all.flat().length === partitions &&
      new Set(all.flat()).size === partitions &&
      Math.max(...sizes) - Math.min(...sizes) <= 1 &&
      new Set(are).size === 1
    );
  });
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(LOOK_MS);
}
