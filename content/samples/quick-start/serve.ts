// Serve: a gRPC server that streams what happens to orders.
// Run: node serve.ts
import {
  Server,
  ServerCredentials,
  type ServerWritableStream,
  status,
} from "@grpc/grpc-js";
import {
  type FollowOrdersRequest,
  type FollowOrdersResponse,
  FeedServiceService,
} from "../gen/feed/v1/feed.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const EVERY_MS = 500;

// A database or a topic in a real service: the past of the feed
// must outlive this process.
const changes = ["o-1", "o-2", "o-3"].flatMap((orderId) =>
  ["placed", "paid", "packed", "released"].map((change) => ({
    orderId,
    change,
  })),
);

function followOrders(
  call: ServerWritableStream<
    FollowOrdersRequest,
    FollowOrdersResponse
  >,
): void {
  let position = Number(call.request.afterCursor);
  if (!Number.isInteger(position)) {
    const details = "after_cursor is no cursor";
    call.emit("error", {
      code: status.INVALID_ARGUMENT,
      details,
    });
    return;
  }
  const timer = setInterval(() => {
    const next = changes[position];
    if (next === undefined) {
      call.end(); // the status OK
      return;
    }
    position += 1;
    call.write({ ...next, cursor: String(position) });
  }, EVERY_MS);
  // Emitted at every end of a call: the client may be gone.
  call.once("cancelled", () => clearInterval(timer));
}

const server = new Server();
server.addService(FeedServiceService, { followOrders });
server.bindAsync(
  GRPC_ADDRESS,
  ServerCredentials.createInsecure(),
  (error) => {
    if (error) throw error;
    console.log("ready");
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.forceShutdown());
}
