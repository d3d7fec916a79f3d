// What Orders says of its health, while it serves and after.
// Run: node ask-health.ts
import {
  Client,
  credentials,
  Metadata,
  status,
} from "@grpc/grpc-js";
import { service } from "grpc-health-check";
import { unaryCall } from "../grpc/answers.ts";
import { isServiceError } from "../grpc/calls.ts";
import { ORDERS, startOrders } from "./observable-orders.ts";

const NOTICED_MS = 500;
const placeOrder = unaryCall(async () => ({
  eventId: "o-001.1",
}));
const orders = await startOrders({ placeOrder }, 0);
const client = new Client(
  `127.0.0.1:${orders.port}`,
  credentials.createInsecure(),
);

// #region check
/** Asks the standard service; "" is the server as a whole. */
function check(name: string): Promise<object> {
  const { Check } = service;
  if (!Check) throw new Error("no Check in health.proto");
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      Check.path,
      Check.requestSerialize,
      Check.responseDeserialize,
      { service: name },
      new Metadata(),
      { deadline: Date.now() + 1_000 },
      (error, answer) =>
        error ? reject(error) : resolve(answer ?? {}),
    );
  });
}
// #endregion check

async function say(name: string): Promise<void> {
  let said: string;
  try {
    said = Object.values(await check(name)).join();
  } catch (error) {
    if (!isServiceError(error)) throw error;
    said = `${error.code} ${status[error.code]}`;
  }
  console.log(`${name || '""'} = ${said}`);
}

for (const name of ["", ORDERS, "Orders"]) await say(name);
const closed = orders.close(NOTICED_MS);
await say("");
await closed;
await say("");
client.close();
