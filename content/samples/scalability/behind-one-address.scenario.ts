// A relay by connection stands for a Service of Kubernetes.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { numberIn } from "../proxies/proxies.scenario-parts.ts";

export default {
  story: "300 calls to one address for three servers",
  programs: { client: { file: "behind-one-address.ts" } },
  proxies: { "TCP relay": { config: "tcp-relay.cfg" } },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { "TCP relay": { behind: "TCP relay" } },
  counts: ({ output }) => ({
    "servers called": numberIn(
      output("client"),
      /called = (\d)$/,
    ),
    "streams ended": output("client").filter((line) =>
      line.startsWith("the stream = 14 "),
    ).length,
  }),
  mustHold: {
    "all three servers are called": (counts) =>
      counts["servers called"] === 3,
  },
  without: {
    file: "connection-age.ts",
    line: `  "grpc.max_connection_age_ms": 500,`,
    says: "without the age",
    fails: {
      at: "TCP relay",
      counts: { "servers called": 1, "streams ended": 0 },
    },
  },
} satisfies Scenario;
