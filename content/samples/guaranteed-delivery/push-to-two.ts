// Orders pushes its outbox to two receivers, each at its own pace.
// Run: node push-to-two.ts
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openOutbox } from "./outbox.ts";
import { pushOutbox } from "./push-outbox.ts";

const {
  GRPC_ADDRESS = "127.0.0.1:50051",
  ARCHIVE_ADDRESS = "127.0.0.1:50052",
} = process.env;
const PER_SECOND = 100;

// #region two
const addresses = {
  warehouse: GRPC_ADDRESS,
  archive: ARCHIVE_ADDRESS,
};
const outbox = openOutbox(Object.keys(addresses));

function pushToAll(): Promise<void>[] {
  return Object.entries(addresses).map(([receiver, address]) =>
    pushOutbox(outbox, receiver, address),
  );
}
// #endregion two

async function takeOrders(): Promise<void> {
  const rest = standardRun().slice(outbox.happened());
  for await (const event of paced(rest, PER_SECOND)) {
    outbox.add(event);
  }
  outbox.finish();
}

try {
  await Promise.all([takeOrders(), ...pushToAll()]);
  console.log(`${outbox.happened()} happened`);
  console.log(`${outbox.after(0).length} kept`);
} finally {
  outbox.close();
}
