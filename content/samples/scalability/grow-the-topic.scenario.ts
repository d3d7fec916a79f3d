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
      moved: countSplit(events),
      "out of order": countOutOfSequence(
        events,
        ({ orderId }) => orderId,
      ),
    };
  },
  mustHold: {
    "each event is handled once": ({ handled, duplicated }) =>
      handled === 1_000 && duplicated === 0,
    "orders have moved to new partitions": ({ moved }) =>
      moved === 6,
    "each order is handled in its sequence": (counts) =>
      counts["out of order"] === 0,
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
        moved: 6,
        "out of order": 6,
      },
    },
  },
} satisfies Scenario;
