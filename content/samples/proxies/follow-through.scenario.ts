// The same loop through every proxy, which reloads in the silence.
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

const SHORT = { "90s": "1s" };

/** Reloads while Orders is silent, before a time-out can fire. */
function reloads(
  behind: string,
  reload: HeldPoint["reload"] = true,
): HeldPoint {
  return {
    behind,
    until: ({ output }) =>
      output("warehouse").includes("Orders is silent after 700"),
    orAfterMs: 6_000,
    reload,
  };
}

export default {
  story: "a server is killed twice, and the proxy reloads",
  programs: { warehouse: { file: "follow-through.ts" } },
  proxies: {
    ...proxies,
    nginx: {
      config: "nginx.conf",
      instead: SHORT,
    },
    HAProxy: {
      config: "haproxy.cfg",
      instead: { ...SHORT, " check inter 1s": "" },
    },
    Envoy: { ...envoyFiles, instead: SHORT },
  },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: {
    "nginx, reloaded": reloads("nginx"),
    "HAProxy, reloaded": reloads("HAProxy"),
    "Envoy, new routes": reloads("Envoy", newRoutes),
    "Envoy, new listener": reloads("Envoy", newListener),
    "Caddy, reloaded": reloads("Caddy"),
  },
  counts: ({ output }) => ({
    handled: numberIn(output("warehouse"), /(\d+) handled/),
    lost: numberIn(output("warehouse"), /(\d+) never leave/),
    twice: numberIn(output("warehouse"), /(\d+) leave twice/),
    calls: output("warehouse").filter((line) =>
      line.startsWith("Warehouse: after"),
    ).length,
  }),
  mustHold: {
    "every event is handled": ({ handled }) => handled === 1_000,
    "no parcel is lost": ({ lost }) => lost === 0,
    "no parcel leaves twice": ({ twice }) => twice === 0,
  },
  without: {
    file: "../grpc/resume.ts",
    line: `    case status.INTERNAL:
      return details.startsWith("Received RST_STREAM");
`,
    says: "without 13",
    fails: { at: "nginx, reloaded", counts: { handled: 400 } },
  },
} satisfies Scenario;
