// A burst over Kafka, with and without a bound on what is fetched.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { EVENTS } from "./burst.ts";
import {
  countBurst,
  mostGrown,
  mostOf,
  seriesOf,
} from "./bursts.scenario-parts.ts";

export default {
  story: "Black Friday",
  brokers: 1,
  topics: [
    { name: "order-events", partitions: 3 },
    { name: "rehearsal", partitions: 3 },
  ],
  programs: {
    warehouse: {
      file: "burst-over-the-log.ts",
      ready: "Warehouse: ready",
    },
    orders: { file: "publish-burst.ts" },
  },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    ...countBurst(look),
    "lag at the end": lagOf(look),
    "most in Warehouse": mostOf(
      look,
      ({ inWarehouse }) => inWarehouse,
    ),
    "Warehouse, MB more": mostGrown(look, "warehouse"),
    "broker, MB more": mostGrown(look, "broker"),
    "oldest, s": mostOf(look, ({ ageSeconds }) => ageSeconds),
  }),
  moving: [
    "most in Warehouse",
    "Warehouse, MB more",
    "broker, MB more",
    "oldest, s",
  ],
  series: (look) =>
    seriesOf(
      look,
      {
        Orders: "orders",
        broker: "broker",
        Warehouse: "warehouse",
      },
      ({ placed, taken, handled, inWarehouse }) => ({
        table: placed - taken,
        log: taken - handled - inWarehouse,
        Warehouse: inWarehouse,
      }),
    ),
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "lag is 0 at the end": (counts) =>
      counts["lag at the end"] === 0,
    "the Warehouse keeps few": (counts) =>
      (counts["most in Warehouse"] ?? Infinity) <= 150,
  },
  without: {
    file: "burst-over-the-log.ts",
    line: `  // No fetch while so many records wait in memory.
  highWaterMark: 50,
  // An answer to a fetch brings about so many bytes.
  maxBytes: 524_288,
`,
    says: "without bounds on what is fetched",
    fails: {
      at: "nothing",
      counts: {
        handled: 3_000,
        lost: 0,
        twice: 0,
        "lag at the end": 0,
      },
    },
  },
} satisfies Scenario;

/** Events that the group has not committed. */
function lagOf({ seen }: Look): number {
  const committed = new Map<string, number>();
  for (const { event, label } of seen) {
    if (event.kind !== "request" || event.api !== "OffsetCommit")
      continue;
    // "OffsetCommit warehouse order-events-1:167"
    const found = label.matchAll(/order-events-(\d+):(\d+)/g);
    for (const [, partition = "", offset] of found)
      committed.set(partition, Number(offset));
  }
  const all = [...committed.values()];
  return EVENTS - all.reduce((sum, it) => sum + it, 0);
}
