// The service config that spreads calls over all addresses.
import type { ChannelOptions } from "@grpc/grpc-js";

// #region config
const SERVICE_CONFIG = {
  loadBalancingConfig: [{ round_robin: {} }],
};

/** Options of a client: calls go to each address in turn. */
export const ROUND_ROBIN = {
  "grpc.service_config": JSON.stringify(SERVICE_CONFIG),
} satisfies ChannelOptions;
// #endregion config
