// Three partitions: a batch holds records of more than one.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  byHand,
  orders,
  shop,
} from "./per-warehouse.scenario-parts.ts";

// The first transaction is the mark.
const SIXTH_BATCH = 7;

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop: { ...shop, arguments: ["3"] },
    orders,
    warehouse: byHand,
    analytics: { file: "left-to-count.ts" },
  },
  over: ({ hasEnded }) => hasEnded("analytics"),
  heldPoints: {
    nothing: {},
    "before the commit": {
      hold: ({ event }) =>
        event.kind === "request" && event.api === "EndTxn",
      nth: SIXTH_BATCH,
      kill: "warehouse",
      backAfterMs: 500,
    },
  },
  counts: (look) => ({ left: leftIn(look) }),
  mustHold: {
    "no partition has events left": ({ left }) => left === 0,
  },
  without: {
    file: "count-per-warehouse.ts",
    line: `    for (const last of lastOfEach(batch)) {
      await transaction.addOffset(last);
    }`,
    instead: `    const last = batch.at(-1);
    if (last) await transaction.addOffset(last);`,
    says: "with the offset of the last event alone",
    fails: { at: "nothing", counts: { left: 84 } },
  },
} satisfies Scenario;

function leftIn({ output }: Look): number {
  const lefts = output("analytics").map((line) =>
    Number(/: (\d+) left$/.exec(line)?.[1]),
  );
  return lefts.reduce((sum, left) => sum + left, 0);
}
