// Attempts are counted on the wire between client and proxy.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  numberIn,
  proxies,
} from "./proxies.scenario-parts.ts";

export default {
  story: "a retry policy of four attempts, nobody serves",
  programs: { client: { file: "retry-policy.ts" } },
  proxies: {
    ...proxies,
    "nginx, its own 502": {
      config: "nginx.conf",
      instead: { error_page: "# error_page" },
    },
    "HAProxy, its own 503": {
      config: "haproxy.cfg",
      instead: { "http-error": "# http-error" },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    "nginx, its own 502": { behind: "nginx, its own 502" },
    nginx: behindEach.nginx,
    "HAProxy, its own 503": { behind: "HAProxy, its own 503" },
    HAProxy: behindEach.HAProxy,
    Envoy: behindEach.Envoy,
    Caddy: behindEach.Caddy,
  },
  counts: ({ seen, output }) => ({
    attempts: seen.filter(({ event }) => event.kind === "call")
      .length,
    status: numberIn(output("client"), /^(\d+) /),
  }),
  mustHold: {
    "the client is told 14": ({ status }) => status === 14,
  },
} satisfies Scenario;
