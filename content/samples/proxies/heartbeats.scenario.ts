// Every time-out that counts silence is one second.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  numberIn,
  oneServer,
} from "./proxies.scenario-parts.ts";

const SHORT = { "90s": "1s" };

export default {
  story: "heartbeats every 0.3 s, time-outs of 1 s",
  programs: { client: { file: "heartbeats.ts" } },
  proxies: {
    nginx: {
      config: "nginx.conf",
      instead: { ...oneServer.nginx, ...SHORT },
    },
    HAProxy: {
      config: "haproxy.cfg",
      instead: { ...oneServer.HAProxy, ...SHORT },
    },
    Envoy: {
      config: "envoy.yaml",
      instead: { ...oneServer.Envoy, ...SHORT },
    },
    Caddy: {
      config: "orders.caddyfile",
      instead: {
        ...oneServer.Caddy,
        "read_body_idle -1s": "read_body_idle 1s",
      },
    },
    "Envoy, timeout of the call": {
      config: "envoy.yaml",
      instead: {
        ...oneServer.Envoy,
        "timeout: 0s": "timeout: 1s",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    ...behindEach,
    "Envoy, timeout of the call": {
      behind: "Envoy, timeout of the call",
    },
  },
  counts: ({ output }) => ({
    status: numberIn(output("client"), /ended = (\d+)/),
  }),
  mustHold: {},
} satisfies Scenario;
