// The proxy reloads when both streams run.
import type {
  HeldPoint,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  numberIn,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

function reloads(behind: string): HeldPoint {
  return {
    behind,
    until: ({ output }) => output("client").length === 2,
    reload: true,
  };
}

export default {
  story: "a reload under two streams",
  programs: { client: { file: "reload-with-pings.ts" } },
  proxies: proxiesOfOne,
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nginx: { behind: "nginx" },
    "nginx, reloaded": reloads("nginx"),
    "HAProxy, reloaded": reloads("HAProxy"),
    "Caddy, reloaded": reloads("Caddy"),
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
  mustHold: {
    "the stream without pings goes on": (counts) =>
      counts["status without pings"] === 0,
  },
} satisfies Scenario;
