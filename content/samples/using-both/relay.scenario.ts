// The relay is killed around its send, another takes over, and
// the first id of all commits last.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  countPublished,
  DOWN_MS,
  isProduce,
  rowsOf,
  topics,
} from "./outbox.scenario-parts.ts";

const WAITING = `select 1 from outbox
  where published_at is null`;

function isOver(look: Look): boolean {
  return (
    look.hasEnded("client") &&
    look.hasEnded("late") &&
    rowsOf(look, WAITING) === 0
  );
}

export default {
  story: "",
  brokers: 1,
  database: "postgres",
  topics,
  programs: {
    orders: { file: "place-order.ts", ready: "Orders: ready" },
    relay: { file: "relay.ts", ready: "Relay: ready" },
    "second relay": { file: "relay.ts", ready: "Relay: ready" },
    late: { file: "late-order.ts", ready: "Late order: ready" },
    client: { file: "place-orders.ts" },
  },
  over: isOver,
  heldPoints: {
    nothing: {},
    "before the event arrives": {
      hold: isProduce("request", "relay"),
      nth: 50,
      kill: "relay",
      backAfterMs: DOWN_MS,
    },
    "after the acknowledgement, before the mark": {
      hold: isProduce("response", "relay"),
      nth: 50,
      kill: "relay",
      backAfterMs: DOWN_MS,
    },
  },
  counts: countPublished,
  mustHold: {
    "every order is placed": ({ orders }) => orders === 101,
    "every order has its event": (counts) =>
      counts["without event"] === 0,
    "only the event in hand may come twice": ({ twice = 2 }) =>
      twice <= 1,
  },
  without: {
    file: "relay.ts",
    line: `    await producer.send({
      messages: [{ topic: "order-events", key, headers, value }],
    });
    await connection.query(
      "update outbox set published_at = now() where id = $1",
      [id],
    );`,
    instead: `    await connection.query(
      "update outbox set published_at = now() where id = $1",
      [id],
    );
    await producer.send({
      messages: [{ topic: "order-events", key, headers, value }],
    });`,
    says: "with the mark before the send",
    fails: {
      at: "before the event arrives",
      counts: {
        orders: 101,
        published: 100,
        "without event": 1,
        twice: 0,
      },
    },
  },
} satisfies Scenario;
