// nginx's own limit on a request is a limit on the whole stream.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  numberIn,
  oneServer,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

export default {
  story: "an upload of 1.2 MB",
  programs: { client: { file: "cut-upload.ts" } },
  proxies: {
    ...proxiesOfOne,
    "nginx, its own limit": {
      config: "nginx.conf",
      instead: {
        ...oneServer.nginx,
        "client_max_body_size 0;": "",
      },
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "nginx, its own limit": { behind: "nginx, its own limit" },
    ...behindEach,
  },
  counts: ({ output }) => ({
    status: numberIn(output("client"), /^scanner: (\d+)/),
    closed: output("client").filter((line) =>
      line.endsWith("closed a shift"),
    ).length,
    "closed short": output("client").filter((line) =>
      line.endsWith("recorded a part, closed a shift"),
    ).length,
  }),
  mustHold: {
    "no shift is closed short": (counts) =>
      counts["closed short"] === 0,
  },
  without: {
    file: "cut-upload.ts",
    line: "wholeShift(call)",
    instead: "call",
    says: "with what came",
    fails: {
      at: "nginx, its own limit",
      counts: { "closed short": 1 },
    },
  },
} satisfies Scenario;
