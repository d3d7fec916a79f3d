// The same six breaks, seen through each proxy.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

// "early": before the first message, so before any header.
const columns = {
  killed: "killed after a message",
  "killed early": "killed before a message",
  forced: "forceShutdown() after a message",
  silent: "silent after a message",
  "silent early": "silent before a message",
  "no server": "nobody listens",
};

function codes({ output }: Look): Record<string, number> {
  const lines = output("client");
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, cause]) => {
      const line = lines.find((it) =>
        it.startsWith(`${cause} = `),
      );
      if (line?.endsWith("still open") === true) return [];
      return [
        [
          name,
          Number(/= (\d+) /.exec(line ?? "")?.[1] ?? Number.NaN),
        ],
      ];
    }),
  );
}

export default {
  story: "the status of a broken stream, by proxy",
  programs: { client: { file: "broken-stream.ts" } },
  proxies: {
    nginx: {
      config: "nginx.conf",
      instead: {
        "90s": "1s",
        "server 127.0.0.1:50052 max_fails=0;": "",
        error_page: "# error_page",
      },
    },
    HAProxy: {
      config: "haproxy.cfg",
      instead: {
        "90s": "1s",
        "http-error": "# http-error",
        " check inter 1s": "",
        "server b": "# server b",
      },
    },
    Envoy: {
      config: "envoy.yaml",
      instead: { "90s": "1s", "50052": "50051" },
    },
    Caddy: {
      config: "orders.caddyfile",
      instead: {
        "h2c://127.0.0.1:50052": "",
        "lb_try_duration 2s": "",
        "fail_duration 2s": "",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    nginx: { behind: "nginx" },
    HAProxy: { behind: "HAProxy" },
    Envoy: { behind: "Envoy" },
    Caddy: { behind: "Caddy" },
  },
  counts: codes,
  mustHold: {
    "no broken stream reads OK": (counts) =>
      !Object.values(counts).includes(0),
  },
} satisfies Scenario;
