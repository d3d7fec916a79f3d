// A server that ends its connections, so that clients move.
import type { ServerOptions } from "@grpc/grpc-js";

// #region age
/** For the run. In production: half an hour, and a minute. */
export const AGE = {
  "grpc.max_connection_age_ms": 500,
  "grpc.max_connection_age_grace_ms": 500,
} satisfies ServerOptions;
// #endregion age
