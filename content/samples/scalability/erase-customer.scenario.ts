// Nothing breaks: the broker's cleaner does its work, or cannot.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop: { file: "erase-customer.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts({ output }) {
    const read = (start: string): number =>
      Number(
        output("shop")
          .find((line) => line.startsWith(start))
          ?.slice(start.length) ?? Number.NaN,
      );
    return {
      "addresses before": read("before: "),
      "still readable": read("erased: "),
    };
  },
  mustHold: {
    "no address can be read": (counts) =>
      counts["addresses before"] === 20 &&
      counts["still readable"] === 0,
  },
  without: {
    file: "erase-customer.ts",
    line: "      await beat(addresses, admin, TOPIC);\n",
    says: "without the heartbeat",
    fails: {
      at: "nothing",
      counts: { "addresses before": 20, "still readable": 10 },
    },
  },
} satisfies Scenario;
