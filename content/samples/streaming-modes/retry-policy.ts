// A retry policy ends where the first answer arrives.
// Run: node retry-policy.ts
import { status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { standardRun } from "../shop/standard-run.ts";
import { serveOrders } from "./local-orders.ts";

const events = standardRun().slice(0, 5);
let calls = 0;

/** The first two calls fail, after so many messages. */
function ordersFailingAfter(sent: number) {
  return {
    followOrders: serverStream(async function* () {
      calls += 1;
      for (const [index, event] of events.entries()) {
        if (calls <= 2 && index === sent) {
          throw new StatusError(status.UNAVAILABLE, "restarting");
        }
        yield { event, cursor: String(index + 1) };
      }
    }),
  } satisfies Pick<OrderServiceServer, "followOrders">;
}

// #region policy
const serviceConfig = {
  methodConfig: [
    {
      name: [{ service: "shop.v1.OrderService" }],
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: "0.05s",
        maxBackoff: "1s",
        backoffMultiplier: 2,
        retryableStatusCodes: ["UNAVAILABLE"],
      },
    },
  ],
};
const retrying = {
  "grpc.service_config": JSON.stringify(serviceConfig),
};
// #endregion policy

async function follow(sent: number): Promise<void> {
  calls = 0;
  const { client, close } = await serveOrders(
    ordersFailingAfter(sent),
    { client: retrying },
  );
  const call = client.followOrders({ afterCursor: "0" });
  let end = "0 OK";
  try {
    for await (const _ of messages(call)) continue;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    end = error.message;
  } finally {
    close();
  }
  console.log(`fails after ${sent}: ${calls} calls, ${end}`);
}

await follow(0);
await follow(1);
