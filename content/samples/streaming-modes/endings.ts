// Eight ways to end a call to Orders, each brought about for real.
import { once } from "node:events";
import {
  type ClientReadableStream,
  type Server,
  type ServerOptions,
  status,
} from "@grpc/grpc-js";
import type {
  Delivery,
  OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";

type Handler = OrderServiceServer["followOrders"];
type Call = ClientReadableStream<Delivery>;

export interface Ending {
  readonly name: string;
  readonly followOrders?: Handler;
  readonly server?: ServerOptions;
  readonly limitMs?: number;
  /** Called when the first delivery is here. */
  readonly act?: (call: Call, server: Server) => void;
}

const endless: Handler = serverStream(
  async function* (_request, signal) {
    yield { cursor: "1" };
    await once(signal, "abort");
  },
);
const tooLong: Handler = serverStream(async function* () {
  yield { cursor: "x".repeat(4 * 2 ** 20) };
});
const refuses: Handler = serverStream(async function* () {
  yield { cursor: "1" };
  throw new StatusError(status.OUT_OF_RANGE, "not a cursor");
});

// #region endings
export const endings: readonly Ending[] = [
  {
    name: "we cancelled",
    followOrders: endless,
    act: (call) => call.cancel(),
  },
  {
    name: "the server was forced to shut down",
    followOrders: endless,
    act: (_call, server) => server.forceShutdown(),
  },
  {
    name: "the handler has a bug",
    followOrders: (call) => call.emit("error", new Error()),
  },
  {
    name: "the deadline passed",
    followOrders: endless,
    limitMs: 200,
  },
  { name: "a message over 4 MiB", followOrders: tooLong },
  { name: "the handler said so", followOrders: refuses },
  { name: "the server has no such method" },
  {
    name: "the connection reached its age",
    followOrders: endless,
    server: {
      "grpc.max_connection_age_ms": 100,
      "grpc.max_connection_age_grace_ms": 100,
    },
  },
];
// #endregion endings
