// Debezium, killed, sends all again, and the Warehouse drops it.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  acknowledged,
  afterTheAcknowledgement,
  countRelayed,
  isRelayed,
  withDebezium,
} from "./debezium.scenario-parts.ts";

const WORK = `select event_id, count(*) as rows from work
  group by event_id`;

/** All records of the topic. */
function recordsOf(look: Look): number {
  const times = acknowledged(look).values();
  return [...times].reduce((sum, it) => sum + it, 0);
}

/** The Warehouse commits each record by itself. */
function isRead(look: Look): boolean {
  const commits = look.seen.filter(
    ({ event, to }) =>
      event.kind === "response" &&
      event.api === "OffsetCommit" &&
      to === "warehouse",
  );
  return commits.length === recordsOf(look);
}

function countWork(look: Look) {
  const { orders, twice } = countRelayed(look);
  const rows = look
    .rows("postgres", WORK)
    .map((row) => Number(row["rows"]));
  return {
    orders,
    records: recordsOf(look),
    "twice in the topic": twice,
    worked: rows.length,
    "worked twice": rows.filter((count) => count > 1).length,
  };
}

export default {
  ...withDebezium,
  programs: {
    orders: { file: "place-order.ts", ready: "Orders: ready" },
    slot: { file: "make-slot.ts", ready: "The slot is there" },
    client: {
      file: "place-orders.ts",
      ready: "100 orders answered",
    },
    warehouse: {
      file: "drop-doubles.ts",
      ready: "Warehouse: ready",
    },
    relay: {
      file: "../debezium/main/RelayOutbox.java",
      // Debezium's own interval.
      arguments: ["60000"],
      ready: "Relay: ready",
      throughTap: true,
    },
  },
  over: (look) => isRelayed(look) && isRead(look),
  heldPoints: {
    nothing: {},
    "Debezium is killed at its 55th event":
      afterTheAcknowledgement,
  },
  counts: countWork,
  mustHold: {
    "every order is worked": ({ worked }) => worked === 100,
    "no order is worked twice": (counts) =>
      counts["worked twice"] === 0,
  },
  without: {
    file: "drop-doubles.ts",
    line: "    if (mark.rowCount === 0) return; // handled already",
    says: "without the key",
    fails: {
      at: "Debezium is killed at its 55th event",
      counts: {
        orders: 100,
        records: 145,
        "twice in the topic": 45,
        worked: 100,
        "worked twice": 45,
      },
    },
  },
} satisfies Scenario;
