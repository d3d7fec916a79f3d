// Nothing breaks: a topic grows while its readers are behind.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  countOutOfSequence,
  countSplit,
  handledIn,
} from "./sequence.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: { shop: { file: "grow-the-topic.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts(look) {
    const events = handledIn(look);
    const places = new Set(events.map(({ place }) => place));
    return {
      handled: places.size,
      duplicated: events.length - places.size,
      partitions: new Set(events.map((it) => it.partition)).size,
      "orders in two partitions": countSplit(events),
      "orders out of sequence": countOutOfSequence(
        events,
        ({ orderId }) => orderId,
      ),
    };
  },
  mustHold: {
    "each event is handled once": ({ handled, duplicated }) =>
      handled === 1_000 && duplicated === 0,
    "the topic has grown": ({ partitions }) => partitions === 6,
    "each order is handled in its sequence": (counts) =>
      counts["orders out of sequence"] === 0,
  },
  without: {
    file: "add-partitions.ts",
    line: `  for (const groupId of groupIds) {
    while (!(await hasReadAll(admin, topic, from, groupId))) {
      await sleep(LOOK_MS, undefined, { signal });
    }
  }
`,
    says: "without the wait for the readers",
    fails: {
      at: "nothing",
      counts: {
        handled: 1_000,
        duplicated: 0,
        partitions: 6,
        "orders in two partitions": 6,
        "orders out of sequence": 6,
      },
    },
  },
} satisfies Scenario;
