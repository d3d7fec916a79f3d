// One receiver stops at event 500, and the other goes on.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";
import { EVENTS } from "./killed-at-500.scenario-parts.ts";
import {
  ordersHasEnded,
  warehouse,
} from "./killed-on-the-wire.scenario-parts.ts";

const ORDERS = "orders.db";

/** The Archive has done 499 events, and the Warehouse all. */
const warehouseIsDone = {
  hold: archives500,
  until: (look: Look) =>
    countIn(
      look,
      ORDERS,
      `select cursor n from positions
      where receiver = 'warehouse'`,
    ) === EVENTS,
};
const BACK_MS = 2_000;

export default {
  story: "Killed at 500",
  programs: {
    warehouse,
    archive: { file: "archive.ts", ready: "Warehouse: ready" },
    orders: { file: "push-to-two.ts" },
  },
  over: ordersHasEnded,
  heldPoints: {
    "the Archive stands still": warehouseIsDone,
    "the Archive dies": {
      ...warehouseIsDone,
      kill: "archive",
      backAfterMs: BACK_MS,
    },
    "Orders dies": {
      ...warehouseIsDone,
      kill: "orders",
      backAfterMs: BACK_MS,
    },
  },
  counts: (look) => {
    const warehouse = countHandled(look, "warehouse.db");
    const archive = countHandled(look, "archive.db");
    return {
      "Warehouse handled": warehouse.handled,
      "Archive handled": archive.handled,
      lost: 2 * EVENTS - warehouse.handled - archive.handled,
      twice: warehouse.twice + archive.twice,
      kept: countIn(
        look,
        ORDERS,
        "select count(*) n from outbox",
      ),
    };
  },
  mustHold: {
    "no receiver loses an event": ({ lost }) => lost === 0,
    "nothing is done twice": ({ twice }) => twice === 0,
    "the outbox is empty in the end": ({ kept }) => kept === 0,
  },
  without: {
    file: "outbox-rows.ts",
    line: "(select min(cursor) from positions)",
    instead: "(select max(cursor) from positions)",
    says: "with one acknowledged position for both",
    fails: {
      at: "the Archive dies",
      counts: {
        "Warehouse handled": 1_000,
        "Archive handled": 499,
        lost: 501,
        twice: 0,
        kept: 0,
      },
    },
  },
} satisfies Scenario;

function archives500({ to, label }: Seen): boolean {
  return to === "archive" && label.startsWith("Delivery 500 ");
}

function countHandled(look: Look, book: string) {
  const handled = countIn(
    look,
    book,
    "select count(distinct event_id) n from work",
  );
  const rows = countIn(look, book, "select count(*) n from work");
  return { handled, twice: rows - handled };
}

function countIn({ rows }: Look, file: string, query: string) {
  const [row] = rows(file, query);
  return Number(row?.["n"] ?? 0);
}
