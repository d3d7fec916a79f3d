// What grpc-js says when there is nobody to talk to.
// Run: node no-connection.ts
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { lasting, placeOrder } from "./place-order.ts";

const NOBODY = "127.0.0.1:50051";
const LIMIT_MS = 300;

function connect(address: string): OrderServiceClient {
  return new OrderServiceClient(
    address,
    credentials.createInsecure(),
  );
}

for (const address of [
  NOBODY,
  // RFC 6761 keeps this name out of the DNS.
  "orders.invalid:50051",
  // An address has a resolver's scheme, dns or unix, or none.
  `http://${NOBODY}`,
]) {
  const client = connect(address);
  console.log(await placeOrder(client));
  client.close();
}

// #region waiting
const client = connect(NOBODY);
const text = await placeOrder(
  client,
  { deadline: Date.now() + LIMIT_MS },
  new Metadata({ waitForReady: true }),
);
console.log(lasting(text));
client.close();
// #endregion waiting
