// Tests of a consumer, with a real broker and a real database.
// Run: node work-once.test.ts
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { openWorkBook } from "../guaranteed-delivery/work-book.ts";
import { standardRun } from "../shop/standard-run.ts";
import {
  type ATopic,
  makeTopic,
  publish,
} from "./topic-of-a-test.ts";
import { type Delivered, workOnce } from "./work-once.ts";

const timeout = 60_000;
const events = standardRun().slice(0, 3);

class Crash extends Error {}

// #region consume
/** Works on records until the last one, or until a crash. */
async function consume(
  { topic, join }: ATopic,
  work: (record: Delivered) => Promise<OrderEvent>,
): Promise<void> {
  const consumer = join();
  try {
    const stream = await consumer.consume({
      topics: [topic],
      mode: "committed",
      fallbackMode: "earliest",
      autocommit: false,
    });
    for await (const record of stream) {
      const { eventId } = await work(record);
      if (eventId === events.at(-1)?.eventId) break;
    }
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  } finally {
    await consumer.close(true);
  }
}
// #endregion consume

/** The ids of the events in the sequence of their work. */
function openBook() {
  const book = openWorkBook(":memory:");
  const worked: string[] = [];
  const write = (event: OrderEvent) => {
    worked.push(event.eventId);
    book.write(event);
  };
  return { ...book, write, worked };
}

// #region crash
for (const when of ["before", "after"] as const) {
  const name = `a crash ${when} the commit: worked once`;
  await test(name, { timeout }, async (t) => {
    const topic = await makeTopic();
    t.after(topic.remove);
    const book = openBook();
    t.after(book.close);
    await publish(topic.topic, events);
    await consume(topic, (record) => {
      async function crash(): Promise<void> {
        if (when === "after") await record.commit();
        throw new Crash();
      }
      const commit =
        record.offset === 1n ? crash : () => record.commit();
      return workOnce(book, { ...pick(record), commit });
    });
    // The process that is started instead.
    await consume(topic, (record) => workOnce(book, record));
    const ids = events.map(({ eventId }) => eventId);
    assert.deepEqual(book.worked, ids);
    const end = BigInt(events.length);
    assert.equal(await topic.committed(), end);
  });
}
// #endregion crash

function pick({ topic, partition, offset, value }: Delivered) {
  return { topic, partition, offset, value };
}
