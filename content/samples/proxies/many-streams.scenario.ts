// The limit that each proxy tells its clients.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  numberIn,
  oneServer,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

export default {
  story: "300 streams on one channel",
  programs: { client: { file: "many-streams.ts" } },
  proxies: {
    ...proxiesOfOne,
    "nginx, no limit set": {
      config: "nginx.conf",
      instead: {
        ...oneServer.nginx,
        "http2_max_concurrent_streams 1024;": "",
      },
    },
    "HAProxy, no limit set": {
      config: "haproxy.cfg",
      instead: {
        ...oneServer.HAProxy,
        "tune.h2.max-concurrent-streams 1024": "",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "nginx, no limit set": { behind: "nginx, no limit set" },
    nginx: behindEach.nginx,
    "HAProxy, no limit set": { behind: "HAProxy, no limit set" },
    HAProxy: behindEach.HAProxy,
    Envoy: behindEach.Envoy,
    Caddy: behindEach.Caddy,
  },
  counts: ({ output }) => ({
    served: numberIn(output("client"), /^(\d+) of 300/),
    failed: numberIn(output("client"), /^(\d+) failed/),
    "a call more": numberIn(output("client"), /more = (\d+)/),
  }),
  mustHold: {
    "no stream fails": ({ failed }) => failed === 0,
  },
} satisfies Scenario;
