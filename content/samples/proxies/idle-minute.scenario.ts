// The files as they are, and a quiet time longer than their limits.
import type {
  HeldPoint,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  envoyFiles,
  newListener,
  newRoutes,
} from "./envoy-files.scenario-parts.ts";
import { numberIn, proxies } from "./proxies.scenario-parts.ts";

/** Reloads in the quiet time, at its beginning. */
function reloads(
  behind: string,
  reload: HeldPoint["reload"] = true,
): HeldPoint {
  return {
    behind,
    until: ({ output }) =>
      output("warehouse").includes("Orders is quiet after 700"),
    reload,
  };
}

export default {
  story: "a server is killed, and 100 s are quiet",
  long: true,
  programs: { warehouse: { file: "idle-minute.ts" } },
  proxies: { ...proxies, Envoy: envoyFiles },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: {
    "nginx, reloaded": reloads("nginx"),
    "HAProxy, reloaded": reloads("HAProxy"),
    "Envoy, new routes": reloads("Envoy", newRoutes),
    "Envoy, new listener": reloads("Envoy", newListener),
    "Caddy, reloaded": reloads("Caddy"),
  },
  counts: ({ output, seen }) => ({
    handled: numberIn(output("warehouse"), /(\d+) handled/),
    lost: numberIn(output("warehouse"), /(\d+) never leave/),
    twice: numberIn(output("warehouse"), /(\d+) leave twice/),
    calls: output("warehouse").filter((line) =>
      line.startsWith("Warehouse: after"),
    ).length,
    events: seen.filter(({ label }) =>
      /^Delivery \d+ o-/.test(label),
    ).length,
    heartbeats: seen.filter(({ label }) =>
      /^Delivery \d+$/.test(label),
    ).length,
  }),
  mustHold: {
    "every event is handled": ({ handled }) => handled === 1_000,
    "no parcel is lost": ({ lost }) => lost === 0,
    "no parcel leaves twice": ({ twice }) => twice === 0,
    "two calls: the quiet stream goes on": ({ calls }) =>
      calls === 2,
    "no event crosses the wire again": ({ events }) =>
      events === 1_000,
  },
  without: {
    file: "quiet-orders.ts",
    line: "yield { cursor: String(place) };",
    says: "without heartbeats",
    fails: {
      at: "nginx, reloaded",
      counts: {
        handled: 1_000,
        lost: 0,
        twice: 0,
        calls: 3,
        events: 1_000,
        heartbeats: 0,
      },
    },
  },
} satisfies Scenario;
