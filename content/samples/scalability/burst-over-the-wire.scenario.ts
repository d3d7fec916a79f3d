// A burst over gRPC, with and without the wait for "drain".
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  countBurst,
  endsEmpty,
  mostGrown,
  mostOf,
  seriesOf,
} from "./bursts.scenario-parts.ts";

export default {
  story: "Black Friday",
  programs: {
    orders: {
      file: "burst-over-the-wire.ts",
      ready: "Orders: ready",
    },
    warehouse: { file: "follow-burst.ts" },
  },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    ...countBurst(look),
    "left at the end": endsEmpty(look),
    "most in Orders": mostOf(look, ({ inOrders }) => inOrders),
    "Orders, MB more": mostGrown(look, "orders"),
    "oldest, s": mostOf(look, ({ ageSeconds }) => ageSeconds),
  }),
  moving: ["most in Orders", "Orders, MB more", "oldest, s"],
  series: (look) =>
    seriesOf(
      look,
      { Orders: "orders", Warehouse: "warehouse" },
      ({ placed, taken, inOrders, handled }) => ({
        table: placed - taken,
        Orders: inOrders,
        "under way": taken - inOrders - handled,
      }),
    ),
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "nothing waits at the end": (counts) =>
      counts["left at the end"] === 0,
    "Orders keeps a handful": (counts) =>
      (counts["most in Orders"] ?? Infinity) <= 16,
    "Orders grows by less than the burst weighs": (counts) =>
      (counts["Orders, MB more"] ?? Infinity) < 30,
  },
  without: {
    file: "burst-over-the-wire.ts",
    line: 'await once(call, "drain", { signal: over.signal });',
    says: "without the wait for drain",
    fails: {
      at: "nothing",
      counts: {
        handled: 3_000,
        lost: 0,
        twice: 0,
        "left at the end": 0,
      },
    },
  },
} satisfies Scenario;
