// A reset stream is resumed, since 13 is on the list.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "a silent stream behind a proxy",
  programs: { shop: { file: "behind-a-proxy.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    calls: output("shop").filter((line) =>
      line.startsWith("Warehouse: after"),
    ).length,
    handled: Number(
      output("shop")
        .find((line) => line.endsWith(" handled"))
        ?.split(" ")[1] ?? Number.NaN,
    ),
  }),
  mustHold: {
    "every event is handled": ({ handled }) => handled === 1_000,
    "the second call resumes": ({ calls }) => calls === 2,
  },
  without: {
    file: "../grpc/resume.ts",
    line: `    case status.INTERNAL:
      return details.startsWith("Received RST_STREAM");
`,
    says: "without 13",
    fails: { at: "nothing", counts: { calls: 1, handled: 136 } },
  },
} satisfies Scenario;
