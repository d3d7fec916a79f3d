// The proxy reloads when both streams run.
import type {
  HeldPoint,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  envoyFiles,
  newListener,
  newRoutes,
} from "./envoy-files.scenario-parts.ts";
import {
  numberIn,
  oneServer,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

const Envoy = { ...envoyFiles, instead: oneServer.Envoy };

function reloads(
  behind: string,
  reload: HeldPoint["reload"] = true,
): HeldPoint {
  return {
    behind,
    until: ({ output }) => output("client").length === 2,
    reload,
  };
}

export default {
  story: "a reload under two streams",
  programs: { client: { file: "reload-with-pings.ts" } },
  proxies: {
    ...proxiesOfOne,
    "nginx, 1 s of grace": {
      config: "nginx.conf",
      instead: { ...oneServer.nginx, "5m": "1s" },
    },
    "HAProxy, 1 s of grace": {
      config: "haproxy.cfg",
      instead: { ...oneServer.HAProxy, "5m": "1s" },
    },
    "Envoy, its files": Envoy,
    "Envoy, 1 s of drain": {
      ...Envoy,
      options: ["--drain-time-s", "1"],
    },
    "Caddy, 1 s of grace": {
      config: "orders.caddyfile",
      instead: {
        ...oneServer.Caddy,
        "{\n\tservers": "{\n\tgrace_period 1s\n\tservers",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nginx: { behind: "nginx" },
    "nginx, reloaded": reloads("nginx"),
    "HAProxy, reloaded": reloads("HAProxy"),
    "Envoy, new routes": reloads("Envoy, its files", newRoutes),
    "Envoy, new listener": reloads(
      "Envoy, its files",
      newListener,
    ),
    "Caddy, reloaded": reloads("Caddy"),
    "nginx, 1 s of grace": reloads("nginx, 1 s of grace"),
    "HAProxy, 1 s of grace": reloads("HAProxy, 1 s of grace"),
    "Envoy, 1 s of drain": reloads(
      "Envoy, 1 s of drain",
      newListener,
    ),
    "Caddy, 1 s of grace": reloads("Caddy, 1 s of grace"),
  },
  counts: ({ output }) => ({
    "status without pings": numberIn(
      output("client"),
      /^without pings: (\d+)/,
    ),
    "status with pings": numberIn(
      output("client"),
      /^with pings: (\d+)/,
    ),
  }),
  mustHold: {},
} satisfies Scenario;
