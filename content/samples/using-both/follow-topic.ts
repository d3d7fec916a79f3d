// The bridge: a topic from a cursor on, one event at a time.
import {
  type Consumer,
  ListOffsetTimestamps,
} from "@platformatic/kafka";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { TOPIC } from "./open-topic.ts";
import {
  cursorOf,
  outOfRange,
  type Positions,
  positionsIn,
} from "./topic-cursor.ts";
import { eventIn } from "./topic-status.ts";

export interface Step {
  /** None in the first step, which says where a call begins. */
  readonly event?: OrderEvent;
  /** The place right after the event. */
  readonly cursor: string;
  /** Nothing that has been fetched waits behind it. */
  readonly isLast: boolean;
}

// #region follow
/** Ends when it is stopped: a topic has no end. */
export async function* followTopic(
  consumer: Consumer,
  afterCursor: string,
  stop: AbortSignal,
): AsyncGenerator<Step, void, undefined> {
  const positions = await positionsAfter(consumer, afterCursor);
  yield { cursor: cursorOf(positions), isLast: true };
  const stream = await consumer.consume({
    topics: [TOPIC],
    mode: "manual",
    offsets: [...positions].map(([partition, offset]) => ({
      topic: TOPIC,
      partition,
      offset,
    })),
    fallbackMode: "fail",
  });
  const close = () => void stream.close();
  stop.addEventListener("abort", close);
  try {
    if (stop.aborted) return;
    for await (const record of stream) {
      const event = eventIn(record);
      positions.set(record.partition, record.offset + 1n);
      const isLast = stream.readableLength === 0;
      yield { event, cursor: cursorOf(positions), isLast };
    }
  } finally {
    stop.removeEventListener("abort", close);
    await stream.close();
  }
}
// #endregion follow

// #region begin
/** Where a call begins, for every partition of the topic. */
async function positionsAfter(
  consumer: Consumer,
  cursor: string,
): Promise<Positions> {
  const { EARLIEST, LATEST } = ListOffsetTimestamps;
  const offsets = await consumer.listOffsets({
    topics: [TOPIC],
    // The empty cursor is the present.
    timestamp: cursor === "" ? LATEST : EARLIEST,
  });
  const positions = new Map((offsets.get(TOPIC) ?? []).entries());
  if (cursor === "" || cursor === "0") return positions;
  // A partition that the cursor does not name is a new one.
  for (const [partition, offset] of positionsIn(cursor)) {
    if (!positions.has(partition)) throw outOfRange(cursor);
    positions.set(partition, offset);
  }
  return positions;
}
// #endregion begin
