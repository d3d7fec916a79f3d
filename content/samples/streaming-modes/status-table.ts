// Ten ways a stream ends, and the status that is left of each.
// Run: node status-table.ts
import {
  type ClientReadableStream,
  credentials,
  status,
} from "@grpc/grpc-js";
import {
  type Delivery,
  OrderServiceClient,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { startOrders } from "../shop/orders-process.ts";
import { type Ending, endings } from "./endings.ts";
import { serveOrders } from "./local-orders.ts";

const REQUEST = { afterCursor: "0" };

async function bringAbout(ending: Ending): Promise<void> {
  const { followOrders, limitMs, act } = ending;
  const { server, client, close } = await serveOrders(
    followOrders ? { followOrders } : {},
    ending.server ? { server: ending.server } : {},
  );
  const call = client.followOrders(
    REQUEST,
    limitMs ? { deadline: Date.now() + limitMs } : {},
  );
  await read(ending.name, call, () => act?.(call, server));
  close();
}

async function killTheServer(): Promise<void> {
  const orders = await startOrders({ happened: 9, hold: 1 });
  let killed: Promise<void> | undefined;
  for (const name of ["was killed", "is not there"]) {
    const client = new OrderServiceClient(
      orders.address,
      credentials.createInsecure(),
    );
    const call = client.followOrders(REQUEST);
    await read(`the server ${name}`, call, () => {
      killed = orders.kill();
    });
    client.close();
  }
  await killed;
}

async function read(
  name: string,
  call: ClientReadableStream<Delivery>,
  act: () => void,
): Promise<void> {
  try {
    for await (const _ of messages(call)) act();
    console.log(`0 OK: ${name}`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`${error.code} ${status[error.code]}: ${name}`);
  }
}

for (const ending of endings) await bringAbout(ending);
await killTheServer();
