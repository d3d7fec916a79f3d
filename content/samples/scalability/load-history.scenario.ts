// Nothing breaks: the broker makes its first check of retention.
import type { Scenario } from "../../../src/lab/scenario.ts";

const EVENTS = 1_000;

export default {
  story: "The newcomer",
  brokers: 1,
  programs: { shop: { file: "load-history.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts({ output }) {
    const read = (start: string): number =>
      Number(
        output("shop")
          .find((line) => line.startsWith(start))
          ?.slice(start.length)
          .split(" ")[0] ?? Number.NaN,
      );
    return {
      loaded: EVENTS,
      "kept, default": read("default: "),
      "kept, retention.ms": read("kept: "),
    };
  },
  mustHold: {
    "the history stays": (counts) =>
      counts["kept, retention.ms"] === EVENTS,
    "by default all of it goes": (counts) =>
      counts["kept, default"] === 0,
  },
  without: {
    file: "load-history.ts",
    line: '  await setConfig(admin, "kept", "retention.ms", "-1");\n',
    says: "without retention.ms",
    fails: {
      at: "nothing",
      counts: {
        loaded: EVENTS,
        "kept, default": 0,
        "kept, retention.ms": 0,
      },
    },
  },
} satisfies Scenario;
