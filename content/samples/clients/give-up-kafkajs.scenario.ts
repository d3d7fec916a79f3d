// The answers to the first event are lost; Orders gives it up.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  countOutcomes,
  producedBy,
  publishedBy,
  requestOf,
} from "./two-faults.scenario-parts.ts";

const { programs, story, over } = publishedBy(
  "give-up-kafkajs.ts",
);

export default {
  story,
  programs,
  over,
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  heldPoints: {
    "no answer to the first event arrives": {
      cutBefore(answer, before) {
        const request = requestOf(answer, before);
        return (
          request !== undefined &&
          producedBy(request).includes("o-001.1")
        );
      },
    },
  },
  counts: (look) =>
    countOutcomes(
      look,
      saidOf(look, "acknowledged"),
      saidOf(look, "failed"),
    ),
  mustHold: {
    "the event that failed is written": (counts) =>
      counts["failed, yet written"] === 1,
    "the event after it is acknowledged, and lost": ({ lost }) =>
      lost === 1,
  },
  without: {
    file: "give-up-kafkajs.ts",
    line: "  idempotent: true,\n",
    says: "not idempotent",
    fails: {
      at: "no answer to the first event arrives",
      counts: {
        acknowledged: 2,
        failed: 1,
        "failed, yet written": 1,
        lost: 0,
        twice: 1,
        "out of order": 0,
      },
    },
  },
} satisfies Scenario;

/** Ids of the events of which Orders says this. */
function saidOf(look: Look, outcome: string): string[] {
  return look
    .output("orders")
    .filter((line) => line.endsWith(`: ${outcome}`))
    .map((line) => line.split(":")[0] ?? "");
}
