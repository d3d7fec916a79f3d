// Calls of all four kinds from a page, with both transports.
import {
  Code,
  ConnectError,
  createClient,
} from "@connectrpc/connect";
import {
  createConnectTransport,
  createGrpcWebTransport,
} from "@connectrpc/connect-web";
import {
  OrderService,
  WarehouseService,
} from "../../gen/shop/v1/orders_pb.ts";

const transports = {
  Connect: createConnectTransport,
  "gRPC-Web": createGrpcWebTransport,
};

for (const [name, create] of Object.entries(transports)) {
  const transport = create({ baseUrl: `${location.origin}/api` });
  const orders = createClient(OrderService, transport);
  const warehouse = createClient(WarehouseService, transport);
  const kinds = {
    unary: () => orders.placeOrder({ orderId: "o-001" }),
    "server streaming": () => count(orders.followOrders({})),
    "client streaming": () => warehouse.uploadScans(scans()),
    "bidirectional streaming": () =>
      count(warehouse.fulfilOrders(deliveries())),
  };
  for (const [kind, call] of Object.entries(kinds)) {
    console.log(`${name}, ${kind}: ${await outcomeOf(call)}`);
  }
}
console.log("done");

async function outcomeOf(
  call: () => Promise<unknown>,
): Promise<string> {
  try {
    await call();
    return "OK";
  } catch (error) {
    const { code, rawMessage } = ConnectError.from(error);
    return `${code} ${Code[code]}: ${rawMessage}`;
  }
}

async function* scans() {
  yield { scanId: "s-12.0001" };
}

async function* deliveries() {
  yield { cursor: "1" };
}

async function count(answers: AsyncIterable<unknown>) {
  let messages = 0;
  for await (const _ of answers) messages += 1;
  return messages;
}
