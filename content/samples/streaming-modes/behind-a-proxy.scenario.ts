// A reset stream is resumed, since 13 is on the list.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { oneServer } from "../proxies/proxies.scenario-parts.ts";

const SHORT = { "90s": "1s" };

export default {
  story: "a silent stream behind a proxy",
  programs: { shop: { file: "behind-a-proxy.ts" } },
  // Caddy is not here: it ends no stream whose server is silent.
  proxies: {
    nginx: {
      config: "../proxies/nginx.conf",
      instead: { ...oneServer.nginx, ...SHORT },
    },
    HAProxy: {
      config: "../proxies/haproxy.cfg",
      instead: { ...oneServer.HAProxy, ...SHORT },
    },
    Envoy: {
      config: "../proxies/envoy.yaml",
      instead: { ...oneServer.Envoy, ...SHORT },
    },
  },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: {
    nginx: { behind: "nginx" },
    HAProxy: { behind: "HAProxy" },
    Envoy: { behind: "Envoy" },
  },
  counts: ({ output }) => ({
    calls: output("shop").filter((line) =>
      line.startsWith("Warehouse: after"),
    ).length,
    handled: Number(
      output("shop")
        .find((line) => line.endsWith(" handled"))
        ?.split(" ")[1] ?? Number.NaN,
    ),
  }),
  mustHold: {
    "every event is handled": ({ handled }) => handled === 1_000,
    "the second call resumes": ({ calls }) => calls === 2,
  },
  without: {
    file: "../grpc/resume.ts",
    line: `    case status.INTERNAL:
      return details.startsWith("Received RST_STREAM");
`,
    says: "without 13",
    fails: { at: "nginx", counts: { calls: 1, handled: 136 } },
  },
} satisfies Scenario;
