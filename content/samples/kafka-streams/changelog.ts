// The windows as records of a compacted topic, and back.
import { randomUUID } from "node:crypto";
import {
  Consumer,
  type Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import type { Windows } from "./windows.ts";

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

// A record without a value: compaction forgets the key.
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
  // Nobody else can write after our mark.
  const mark = randomUUID();
  const transaction = await producer.beginTransaction();
  await transaction.send({
    messages: [{ topic: TOPIC, key: MARK, value: mark }],
  });
  await transaction.commit();

  const reader = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse-restore",
    bootstrapBrokers: ["localhost:9092"],
    deserializers,
  });
  const stream = await reader.consume({
    topics: [TOPIC],
    mode: "earliest",
    autocommit: false,
  });
  const counts = new Map<string, number>();
  let streamMs = 0;
  for await (const { key, value } of stream) {
    if (value === mark) break;
    if (key === STREAM_TIME) streamMs = Number(value);
    else if (value === CLOSED) counts.delete(key);
    else if (key !== MARK) counts.set(key, Number(value));
  }
  await reader.close();
  return { counts, streamMs };
}
// #endregion restore
