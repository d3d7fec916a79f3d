// Nothing breaks: six callers, of whom three are warehouses.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    edge: { file: "edge.ts", ready: "Edge: ready" },
    orders: {
      file: "publish-runs.ts",
      arguments: ["1"],
      ready: "Orders: all published",
    },
    client: { file: "who-may-read.ts" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {} },
  counts({ seen, output }) {
    const labels = seen
      .filter(({ to }) => to === "client")
      .map(({ label }) => label);
    const counted = output("client")
      .map((line) => /: (\d+) own, (\d+) of/.exec(line))
      .filter((it) => it !== null);
    const sum = (at: number) =>
      counted.reduce((all, it) => all + Number(it[at]), 0);
    const read = seen.flatMap(({ to, event }) =>
      to === "edge" && event.kind === "response"
        ? event.records
        : [],
    );
    return {
      "read by the edge": read.length,
      refused: labels.filter((it) => /^(7|16) /.test(it)).length,
      own: sum(1),
      "of others": sum(2),
    };
  },
  mustHold: {
    "three callers are refused": ({ refused }) => refused === 3,
    "each warehouse has all its events": ({ own }) =>
      own === 1_000,
    "no event goes to another warehouse": (counts) =>
      counts["of others"] === 0,
  },
  without: {
    file: "edge.ts",
    line: "event?.warehouseId === warehouse",
    instead: "event !== undefined",
    says: "without the comparison",
    fails: {
      at: "nothing",
      counts: {
        "read by the edge": 3_000,
        refused: 3,
        own: 1_000,
        "of others": 2_000,
      },
    },
  },
} satisfies Scenario;
