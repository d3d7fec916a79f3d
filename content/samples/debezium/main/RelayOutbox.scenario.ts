// Debezium is killed in the middle of a batch, and starts again.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  afterTheAcknowledgement,
  beforeItArrives,
  countRelayed,
  isRelayed,
  withDebezium,
} from "../../using-both/debezium.scenario-parts.ts";

export default {
  ...withDebezium,
  programs: {
    orders: {
      file: "../../using-both/place-order.ts",
      ready: "Orders: ready",
    },
    slot: {
      file: "../../using-both/make-slot.ts",
      ready: "The slot is there",
    },
    client: {
      file: "../../using-both/place-orders.ts",
      ready: "100 orders answered",
    },
    relay: {
      file: "RelayOutbox.java",
      ready: "Relay: ready",
      throughTap: true,
    },
  },
  over: isRelayed,
  heldPoints: {
    nothing: {},
    "before the event arrives": beforeItArrives,
    "after the acknowledgement, before the position":
      afterTheAcknowledgement,
  },
  counts: countRelayed,
  mustHold: {
    "every order is placed": ({ orders }) => orders === 100,
    "every order has its event": (counts) =>
      counts["without event"] === 0,
    "only the batch in hand comes twice": ({ twice = 10 }) =>
      twice < 10,
  },
  without: {
    file: "RelayOutbox.java",
    line: `    for (var event : batch) {
      // A heartbeat of Debezium's is no row of the outbox.
      var id = event.record().headers().lastWithName("id");
      if (id != null) send(event.record());
    }
    for (var event : batch) committer.markProcessed(event);
    // Writes the position down: the batch is not read again.
    committer.markBatchFinished();`,
    instead: `    for (var event : batch) committer.markProcessed(event);
    committer.markBatchFinished();
    for (var event : batch) {
      // A heartbeat of Debezium's is no row of the outbox.
      var id = event.record().headers().lastWithName("id");
      if (id != null) send(event.record());
    }`,
    says: "with the position before the sends",
    fails: {
      at: "before the event arrives",
      counts: {
        orders: 100,
        published: 94,
        "without event": 6,
        twice: 0,
      },
    },
  },
} satisfies Scenario;
