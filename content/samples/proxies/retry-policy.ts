// A retry policy while nobody serves: what the proxy answers.
// Run: node retry-policy.ts
import { credentials, status } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PATIENCE_MS = 20_000;
const POLICY = {
  methodConfig: [
    {
      name: [{ service: "shop.v1.OrderService" }],
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: "0.1s",
        maxBackoff: "1s",
        backoffMultiplier: 2,
        retryableStatusCodes: ["UNAVAILABLE"],
      },
    },
  ],
};
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  { "grpc.service_config": JSON.stringify(POLICY) },
);

const order = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "",
};
try {
  const deadline = Date.now() + PATIENCE_MS;
  await unary(client.placeOrder.bind(client), order, {
    deadline,
  });
} catch (error) {
  if (!isServiceError(error)) throw error;
  const details = error.details.replace(/127\S+:\d+/, "Orders");
  console.log(`${error.code} ${status[error.code]}: ${details}`);
}
client.close();
