// The windows as records of a compacted topic, and back.
import { randomUUID } from "node:crypto";
import {
  Consumer,
  type Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import type { Windows } from "./windows.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export type StringProducer = Producer<
  string,
  string,
  string,
  string
>;
const TOPIC = "per-warehouse-by-hand-changelog";
const STREAM_TIME = "stream time";
const MARK = "mark";
const CLOSED = "";

// A record without a value is a tombstone: compaction removes its
// key.
export const serializers = {
  ...stringSerializers,
  value: (text?: string) =>
    text ? Buffer.from(text) : undefined,
};
const deserializers = {
  ...stringDeserializers,
  value: (bytes?: Buffer) => bytes?.toString() ?? CLOSED,
};

/** A record for each window that changed, and the stream time. */
export function describeChanges(
  { counts, streamMs }: Windows,
  changed: Iterable<string>,
) {
  const changes = [...changed].map((key) => [
    key,
    String(counts.get(key) ?? CLOSED),
  ]);
  changes.push([STREAM_TIME, String(streamMs)]);
  return changes.map(([key = "", value = ""]) => ({
    topic: TOPIC,
    key,
    value,
  }));
}

// #region restore
/** Fences whoever had our transactional id, then reads it all. */
export async function restoreWindows(
  producer: StringProducer,
): Promise<Windows> {
  // This producer's epoch fences all others: none can write after
  // the mark.
  const mark = randomUUID();
  const transaction = await producer.beginTransaction();
  await transaction.send({
    messages: [{ topic: TOPIC, key: MARK, value: mark }],
  });
  await transaction.commit();

  const reader = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse-restore",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    deserializers,
  });
  const counts = new Map<string, number>();
  let streamMs = 0;
  try {
    const stream = await reader.consume({
      topics: [TOPIC],
      mode: "earliest",
      autocommit: false,
    });
    for await (const { key, value } of stream) {
      if (value === mark) break;
      if (key === STREAM_TIME) streamMs = Number(value);
      else if (value === CLOSED) counts.delete(key);
      else if (key !== MARK) counts.set(key, Number(value));
    }
    return { counts, streamMs };
  } finally {
    await reader.close();
  }
}
// #endregion restore
