// A producer does not end its transaction; others publish behind it.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  programs: { shop: { file: "OpenTransaction.java" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => {
    const numberOf = (name: string): number =>
      Number(
        output("shop")
          .find((line) => line.startsWith(`${name}: `))
          ?.split(": ")[1] ?? Number.NaN,
      );
    return {
      read: numberOf("records read"),
      "own lag": numberOf("the reader's own lag"),
      behind: numberOf("end of the log less position"),
    };
  },
  mustHold: {
    "nothing behind the transaction is read": ({ read }) =>
      read === 0,
    "the reader's own lag does not say so": (counts) =>
      counts["own lag"] === 0 && counts["behind"] === 101,
  },
} satisfies Scenario;
