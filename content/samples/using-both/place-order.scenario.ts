// Orders is killed between its two rows, and before it answers.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { DOWN_MS, rowsOf } from "./outbox.scenario-parts.ts";

const LOCKED = 50;
/** The transaction of order 50 has one row, and waits. */
const WAITING = `select 1 from pg_stat_activity
  where wait_event_type = 'Lock' and state = 'active'
  and query like 'insert into outbox%'`;
const TWICE = `select 1 from outbox group by event_id
  having count(*) > 1`;
const WITHOUT = `select 1 from orders where order_id not in
  (select key from outbox)`;
const LOOSE = `select 1 from outbox where key not in
  (select order_id from orders)`;

function countRows(look: Look) {
  return {
    orders: rowsOf(look, "select 1 from orders"),
    "without event": rowsOf(look, WITHOUT),
    "without order": rowsOf(look, LOOSE),
    twice: rowsOf(look, TWICE),
  };
}

export default {
  story: "",
  database: "postgres",
  programs: {
    orders: { file: "place-order.ts", ready: "Orders: ready" },
    client: {
      file: "place-orders.ts",
      arguments: [String(LOCKED)],
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "between the two rows": {
      until: (look) => rowsOf(look, WAITING) === 1,
      kill: "orders",
      backAfterMs: DOWN_MS,
    },
    "after the transaction, before the answer": {
      hold: ({ to, label }) =>
        to === "client" && label === "PlaceOrderResponse o-070.1",
      kill: "orders",
      backAfterMs: DOWN_MS,
    },
  },
  counts: countRows,
  mustHold: {
    "every order is placed": ({ orders }) => orders === 100,
    "every order has its event": (counts) =>
      counts["without event"] === 0,
    "every event has its order": (counts) =>
      counts["without order"] === 0,
    "no event is written twice": ({ twice }) => twice === 0,
  },
  without: {
    file: "place-order.ts",
    line: "    const added = await client.query(",
    instead: "    const added = await database.query(",
    says: "with the order outside of the transaction",
    fails: {
      at: "between the two rows",
      counts: {
        orders: 100,
        "without event": 1,
        "without order": 0,
        twice: 0,
      },
    },
  },
} satisfies Scenario;
