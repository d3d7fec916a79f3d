// Which time-out cuts a stream whose client is silent.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { oneServer } from "./proxies.scenario-parts.ts";

const nginx = (timeout: string) => ({
  config: "nginx.conf",
  instead: {
    ...oneServer.nginx,
    [`${timeout} 90s;`]: `${timeout} 1s;`,
  },
});

function codeOf(
  lines: readonly string[],
  name: string,
  cause: string,
) {
  const line = lines.find((it) => it.startsWith(`${cause} = `));
  if (line?.endsWith("still open") === true) return {};
  return {
    [name]: Number(
      /= (\d+) /.exec(line ?? "")?.[1] ?? Number.NaN,
    ),
  };
}

export default {
  story: "a bidirectional stream, its client silent",
  programs: { client: { file: "half-open.ts" } },
  proxies: {
    "nginx, client_body_timeout": nginx("client_body_timeout"),
    "nginx, grpc_read_timeout": nginx("grpc_read_timeout"),
    "HAProxy, timeout server": {
      config: "haproxy.cfg",
      instead: {
        ...oneServer.HAProxy,
        "timeout server 90s": "timeout server 1s",
      },
    },
    "HAProxy, timeout client": {
      config: "haproxy.cfg",
      instead: {
        ...oneServer.HAProxy,
        "timeout client 90s": "timeout client 1s",
      },
    },
    "Envoy, idle_timeout": {
      config: "envoy.yaml",
      instead: { ...oneServer.Envoy, "90s": "1s" },
    },
    "Caddy, read_body_idle": {
      config: "orders.caddyfile",
      instead: {
        ...oneServer.Caddy,
        "read_body_idle -1s": "read_body_idle 1s",
      },
    },
    Caddy: {
      config: "orders.caddyfile",
      instead: oneServer.Caddy,
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "nginx, client_body_timeout": {
      behind: "nginx, client_body_timeout",
    },
    "nginx, grpc_read_timeout": {
      behind: "nginx, grpc_read_timeout",
    },
    "HAProxy, timeout server": {
      behind: "HAProxy, timeout server",
    },
    "HAProxy, timeout client": {
      behind: "HAProxy, timeout client",
    },
    "Envoy, idle_timeout": { behind: "Envoy, idle_timeout" },
    "Caddy, read_body_idle": { behind: "Caddy, read_body_idle" },
    Caddy: { behind: "Caddy" },
  },
  counts: ({ output }) => ({
    ...codeOf(output("client"), "both silent", "both are silent"),
    ...codeOf(
      output("client"),
      "with pings",
      "both are silent, with pings",
    ),
    ...codeOf(
      output("client"),
      "server talks",
      "the server talks",
    ),
  }),
  mustHold: {},
} satisfies Scenario;
