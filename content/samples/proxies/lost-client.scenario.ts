// HAProxy tells a server of a lost client only if it is asked to.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  oneServer,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

export default {
  story: "a client that is killed, a stream without news",
  programs: { orders: { file: "lost-client.ts" } },
  proxies: {
    ...proxiesOfOne,
    "HAProxy, not asked to": {
      config: "haproxy.cfg",
      instead: {
        ...oneServer.HAProxy,
        "option abortonclose": "",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: {
    nothing: {},
    "HAProxy, not asked to": { behind: "HAProxy, not asked to" },
    ...behindEach,
  },
  counts: ({ output }) => ({
    "handlers told": output("orders").filter((line) =>
      line.endsWith("the client is gone"),
    ).length,
  }),
  mustHold: {},
} satisfies Scenario;
