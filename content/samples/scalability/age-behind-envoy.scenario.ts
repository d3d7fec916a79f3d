// A server that ends its connections, with and without Envoy.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

const oneServer = { "50052": "50051", "50053": "50051" };
const RETRIES = "max_requests: 100000, max_retries: 1000";

export default {
  story: "each connection ends at an age of half a second",
  programs: { shop: { file: "age-behind-envoy.ts" } },
  proxies: {
    "Envoy, no refused-stream": {
      config: "envoy-health.yaml",
      instead: {
        ...oneServer,
        "connect-failure,refused-stream": "connect-failure",
      },
    },
    "Envoy, no max_retries": {
      config: "envoy-health.yaml",
      instead: {
        ...oneServer,
        [RETRIES]: "max_requests: 100000",
      },
    },
    Envoy: { config: "envoy-health.yaml", instead: oneServer },
  },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: {
    nothing: {},
    "Envoy, no refused-stream": {
      behind: "Envoy, no refused-stream",
    },
    "Envoy, no max_retries": { behind: "Envoy, no max_retries" },
    Envoy: { behind: "Envoy" },
  },
  counts: ({ lines }: Look) => {
    const [calls, failed] = (lines("calls.txt")[0] ?? "")
      .split(" ")
      .map((it) => (it === "" ? Number.NaN : Number(it)));
    return {
      calls: calls ?? Number.NaN,
      failed: failed ?? Number.NaN,
    };
  },
  moving: ["calls", "failed"],
  // What a program prints is compared: whether calls fail.
  mustHold: {
    "19 of 20 calls are good": ({ calls = 0, failed }) =>
      failed !== undefined && failed < calls / 20,
  },
} satisfies Scenario;
