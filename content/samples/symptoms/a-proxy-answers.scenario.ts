// nginx answers every call but two, whose bytes none here makes.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "a proxy that answers by itself",
  programs: { client: { file: "a-proxy-answers.ts" } },
  proxies: { nginx: { config: "answers.conf" } },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nginx: { behind: "nginx" } },
  counts: ({ output }) => ({
    answers: output("client").filter((line) =>
      /\d+ [A-Z_]+: /.test(line),
    ).length,
  }),
  mustHold: {
    "none of the answers reads OK": ({ answers }) =>
      answers === 13,
  },
} satisfies Scenario;
