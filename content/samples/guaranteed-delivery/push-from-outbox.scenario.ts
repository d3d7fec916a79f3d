// Orders itself is killed, and its last 100 events are on their way.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";
import { countHandled } from "./killed-at-500.scenario-parts.ts";
import {
  delivery,
  haveSeen,
  ordersHasEnded,
  warehouse,
} from "./killed-on-the-wire.scenario-parts.ts";

const ORDERS = "orders.db";
const ordersIsKilled = { kill: "orders", backAfterMs: 2_000 };

export default {
  story: "Killed at 500",
  programs: {
    warehouse,
    orders: { file: "push-from-outbox.ts" },
  },
  over: ordersHasEnded,
  heldPoints: {
    nothing: {},
    "Orders dies with 100 events not delivered": {
      hold: delivery(901),
      until: (look) =>
        haveSeen(handled900)(look) &&
        countIn(look, "history") === 1_000,
      ...ordersIsKilled,
    },
    "Orders dies before an acknowledgement": {
      hold: [handled900, delivery(901)],
      until: (look) => countIn(look, "history") === 1_000,
      ...ordersIsKilled,
    },
  },
  counts: (look) => ({
    happened: countIn(look, "history"),
    ...countHandled(look),
    kept: countIn(look, "outbox"),
  }),
  mustHold: {
    "all events happened": ({ happened }) => happened === 1_000,
    "no event is lost": ({ lost }) => lost === 0,
    "the outbox is empty in the end": ({ kept }) => kept === 0,
  },
  without: {
    file: "outbox-rows.ts",
    line: "create table if not exists outbox (",
    // Such a table ends with the process, as a list would.
    instead: "create temp table if not exists outbox (",
    says: "with the outbox in memory",
    fails: {
      at: "Orders dies with 100 events not delivered",
      counts: {
        happened: 1_000,
        handled: 900,
        lost: 100,
        twice: 0,
        kept: 0,
      },
    },
  },
} satisfies Scenario;

function handled900({ to, label }: Seen): boolean {
  return to === "orders" && label === "Handled 900";
}

function countIn(look: Look, table: string): number {
  const [row] = look.rows(
    ORDERS,
    `select count(*) n from ${table}`,
  );
  return Number(row?.["n"] ?? 0);
}
