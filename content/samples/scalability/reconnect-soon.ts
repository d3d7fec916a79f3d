// A client that finds its server soon after an outage.
import type { ChannelOptions } from "@grpc/grpc-js";

// #region options
/** Pauses between attempts to connect: 2 s at most. */
export const RECONNECT = {
  "grpc.max_reconnect_backoff_ms": 2_000,
} satisfies ChannelOptions;
// #endregion options
