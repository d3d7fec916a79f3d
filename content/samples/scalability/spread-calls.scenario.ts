// One client, three servers: a list of addresses, and proxies.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

/** The three counts of the program's one line. */
function perServer({ output }: Look): Record<string, number> {
  const line = output("client").find((it) =>
    it.startsWith("300 calls = "),
  );
  const [first, second, third] = (line ?? "")
    .replace("300 calls = ", "")
    .split(", ")
    .map((text) => (text === "" ? Number.NaN : Number(text)));
  return {
    "first server": first ?? Number.NaN,
    "second server": second ?? Number.NaN,
    "third server": third ?? Number.NaN,
  };
}

const NGINX_LAST = "server 127.0.0.1:50052 max_fails=0;";
const HAPROXY_LAST = "server b 127.0.0.1:50052 proto h2";
const ENVOY_ADDRESS = "{ address: 127.0.0.1, port_value: 50052 }";

export default {
  story: "300 calls over three servers",
  programs: { client: { file: "spread-calls.ts" } },
  proxies: {
    nginx: {
      config: "../proxies/nginx.conf",
      instead: {
        [NGINX_LAST]: `${NGINX_LAST} server 127.0.0.1:50053;`,
      },
    },
    HAProxy: {
      config: "../proxies/haproxy.cfg",
      instead: {
        " check inter 1s": "",
        [HAPROXY_LAST]: `${HAPROXY_LAST}\n  server c 127.0.0.1:50053 proto h2`,
      },
    },
    Envoy: {
      config: "../proxies/envoy.yaml",
      instead: {
        [ENVOY_ADDRESS]: `${ENVOY_ADDRESS}
              - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 50053 } } }`,
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    nginx: { behind: "nginx" },
    HAProxy: { behind: "HAProxy" },
    Envoy: { behind: "Envoy" },
  },
  counts: perServer,
  mustHold: {
    "each server gets a third of the calls": (counts) =>
      Object.values(counts).every((count) => count === 100),
  },
  without: {
    file: "round-robin.ts",
    line: "round_robin: {}",
    instead: "pick_first: {}",
    says: "with pick_first",
    fails: {
      at: "nothing",
      counts: {
        "first server": 300,
        "second server": 0,
        "third server": 0,
      },
    },
  },
} satisfies Scenario;
