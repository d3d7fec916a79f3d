// Nothing breaks: half of the events have one key.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { customerOf } from "./customers.ts";
import {
  countOutOfSequence,
  handledIn,
} from "./sequence.scenario-parts.ts";

const NAMES = ["by-customer", "by-order", "by-sub-key"];

export default {
  story: "the standard run",
  brokers: 1,
  topics: NAMES.map((name) => ({ name, partitions: 6 })),
  programs: { shop: { file: "hot-key.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts(look) {
    const all = handledIn(look);
    const counts = NAMES.flatMap((name) => {
      const events = all.filter(({ topic }) => topic === name);
      const partitions = Map.groupBy(
        events,
        (it) => it.partition,
      );
      const sizes = [...partitions.values()].map(
        (it) => it.length,
      );
      return [
        [`${name}: largest partition`, Math.max(0, ...sizes)],
        [
          `${name}: customers out of sequence`,
          countOutOfSequence(events, (it) =>
            customerOf(it.orderId),
          ),
        ],
        [
          `${name}: orders out of sequence`,
          countOutOfSequence(events, ({ orderId }) => orderId),
        ],
      ] as const;
    });
    return { handled: all.length, ...Object.fromEntries(counts) };
  },
  mustHold: {
    "every event of the three topics is handled": ({ handled }) =>
      handled === 3_000,
    "no partition has as many as the hot key": (counts) =>
      Number(counts["by-sub-key: largest partition"]) < 500,
    "a sub-key costs the hot customer's sequence alone": (
      counts,
    ) => counts["by-sub-key: customers out of sequence"] === 1,
    "each order is handled in its sequence": (counts) =>
      NAMES.every(
        (it) => counts[`${it}: orders out of sequence`] === 0,
      ),
  },
  without: {
    file: "hot-key.ts",
    line: "murmur2(event.orderId)",
    instead: "murmur2(event.eventId)",
    says: "with the sub-key of each event",
    fails: {
      at: "nothing",
      counts: {
        handled: 3_000,
        "by-customer: largest partition": 540,
        "by-customer: customers out of sequence": 0,
        "by-customer: orders out of sequence": 0,
        "by-order: largest partition": 204,
        "by-order: customers out of sequence": 26,
        "by-order: orders out of sequence": 0,
        "by-sub-key: largest partition": 319,
        "by-sub-key: customers out of sequence": 1,
        "by-sub-key: orders out of sequence": 100,
      },
    },
  },
} satisfies Scenario;
