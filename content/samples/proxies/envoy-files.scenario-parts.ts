// Envoy that reads its files again, and what each reload changes.
import type { Proxy } from "../../../src/lab/scenario.ts";

export const envoyFiles = {
  config: "envoy-files.yaml",
  with: [
    "envoy-listeners.yaml",
    "envoy-routes.yaml",
    "envoy-clusters.yaml",
  ],
} satisfies Proxy;

export const newRoutes = { "num_retries: 3": "num_retries: 2" };
export const newListener = {
  "stat_prefix: grpc": "stat_prefix: orders",
};
