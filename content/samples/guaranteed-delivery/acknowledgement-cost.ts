// Batch sizes: how many acknowledgements 1,000 events cost.
// Run: node acknowledgement-cost.ts
import type {
  Delivery,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send, untilStatus } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openWindow } from "../shop/window.ts";
import { batches } from "./batches.ts";

const SIZES = [1, 10, 50, 100, 200];
const WINDOW = 100;
const LONGEST_MS = 200;

/** How many messages came back for the 1,000 events. */
async function push(
  client: WarehouseServiceClient,
): Promise<number> {
  const window = openWindow(WINDOW);
  const call = client.fulfilOrders();
  const over = untilStatus(call);
  let answers = 0;

  async function* deliveries(): AsyncGenerator<Delivery> {
    for (const [index, event] of standardRun().entries()) {
      await window.untilRoom(over);
      const delivery = { event, cursor: String(index + 1) };
      window.add(delivery);
      yield delivery;
    }
  }

  async function readAnswers(): Promise<void> {
    for await (const { cursor } of messages(call)) {
      window.drop(cursor);
      answers += 1;
    }
  }

  await Promise.all([send(call, deliveries()), readAnswers()]);
  return answers;
}

for (const size of SIZES) {
  let late = 0; // batches that were not full when time was up
  const { client, close } = await connectWarehouse({
    fulfilOrders: bidiStream(async function* (deliveries) {
      const all = batches(deliveries, size, LONGEST_MS);
      for await (const batch of all) {
        if (batch.length < size) late += 1;
        yield { cursor: batch.at(-1)?.cursor ?? "" };
      }
    }),
  });
  try {
    const answers = await push(client);
    console.log(
      `batch of ${size}: ${answers} acknowledgements, ${late} late`,
    );
  } finally {
    await close();
  }
}
