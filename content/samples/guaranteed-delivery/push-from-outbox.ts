// Orders keeps its events in a table, and can be killed as well.
// Run: node push-from-outbox.ts
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openOutbox } from "./outbox.ts";
import { pushOutbox } from "./push-outbox.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PER_SECOND = 100;
const outbox = openOutbox(["warehouse"]);

/** In a second life: only what has not happened yet. */
async function takeOrders(): Promise<void> {
  const rest = standardRun().slice(outbox.happened());
  for await (const event of paced(rest, PER_SECOND)) {
    outbox.add(event);
  }
  outbox.finish();
}

try {
  await Promise.all([
    takeOrders(),
    pushOutbox(outbox, "warehouse", GRPC_ADDRESS),
  ]);
  console.log(`${outbox.happened()} happened`);
  console.log(`${outbox.after(0).length} kept`);
} finally {
  outbox.close();
}
