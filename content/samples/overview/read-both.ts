// Both readers of the Overview get the same 1,000 events.
// Run: node read-both.ts
import { EventEmitter, once } from "node:events";
import { setImmediate as later } from "node:timers/promises";
import { credentials } from "@grpc/grpc-js";
import { Consumer } from "@platformatic/kafka";
import {
  createOrdersTopic,
  TopicError,
} from "../example/orders-topic.ts";
import {
  type OrderEvent,
  OrderServiceClient,
} from "../gen/shop/v1/orders.ts";
import { startOrders } from "../shop/orders-process.ts";
import { standardRun } from "../shop/standard-run.ts";
import { readTheLog } from "./read-the-log.ts";
import { readTheWire } from "./read-the-wire.ts";
import type { Reader } from "./reader.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const events = standardRun();

/** A reader that only keeps what it is given. */
function openReader() {
  const handled: OrderEvent[] = [];
  const progress = new EventEmitter();
  let cursor = "0";
  const reader: Reader = {
    async fulfil(event) {
      handled.push(event);
      if (handled.length === events.length) progress.emit("all");
    },
    place: {
      load: async () => cursor,
      async save(next) {
        cursor = next;
      },
    },
  };
  return { reader, handled, all: once(progress, "all") };
}

async function overTheWire(): Promise<OrderEvent[]> {
  const orders = await startOrders();
  const client = new OrderServiceClient(
    orders.address,
    credentials.createInsecure(),
  );
  const { reader, handled } = openReader();
  try {
    await readTheWire(client, reader);
    return handled;
  } finally {
    client.close();
    await orders.kill();
  }
}

async function overTheLog(): Promise<OrderEvent[]> {
  const orders = await createOrdersTopic(KAFKA_BROKERS, {
    replace: false,
  });
  const warehouse = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  const { reader, handled, all } = openReader();
  try {
    await orders.publish(events);
    const reading = readTheLog(warehouse, reader);
    await all;
    // The loop has yet to begin its last commit, for which close()
    // then waits.
    await later();
    await warehouse.close(true);
    await reading;
    return handled;
  } finally {
    if (!warehouse.closed) await warehouse.close(true);
    await orders.remove();
  }
}

function report(
  transport: string,
  handled: readonly OrderEvent[],
): void {
  const ids = new Set(handled.map(({ eventId }) => eventId));
  const all = events.every(({ eventId }) => ids.has(eventId));
  console.log(
    `over the ${transport}: ${handled.length} handled, ` +
      `${all ? "the same ones" : "others"}`,
  );
}

try {
  report("wire", await overTheWire());
  report("log", await overTheLog());
} catch (error) {
  if (!(error instanceof TopicError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
