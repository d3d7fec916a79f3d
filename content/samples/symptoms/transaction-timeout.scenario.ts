// Nothing breaks: one producer alone, and slow.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { oneProgram } from "./one-program.scenario-parts.ts";

export default {
  ...oneProgram("transaction-timeout.ts"),
  counts: ({ seen, output }) => ({
    // What the client asks for as the limit of its transactions.
    "transaction timeout ms": Math.max(
      ...seen.flatMap(({ event }) =>
        event.kind === "request" && event.api === "InitProducerId"
          ? [Number(event.body["TransactionTimeoutMs"])]
          : [],
      ),
    ),
    // As producer 0, which another process may be.
    "asks for a given id": seen.filter(
      ({ event }) =>
        event.kind === "request" &&
        event.api === "InitProducerId" &&
        Number(event.body["ProducerId"]) !== -1,
    ).length,
    // The name by which the broker knows who comes after whom.
    "transactional ids": new Set(
      seen.flatMap(({ event }) =>
        event.kind === "request" && event.api === "InitProducerId"
          ? [String(event.body["TransactionalId"])]
          : [],
      ),
    ).size,
    "refused as of an old epoch": output("shop").filter((line) =>
      line.includes("INVALID_PRODUCER_EPOCH"),
    ).length,
    "refused as fenced": output("shop").filter((line) =>
      line.includes("PRODUCER_FENCED"),
    ).length,
    "begun anew": output("shop").filter((line) =>
      line.endsWith("a new transaction: no error"),
    ).length,
  }),
  mustHold: {
    "the broker gives each producer its id": (counts) =>
      counts["asks for a given id"] === 0,
    "the broker has ended the transaction": (counts) =>
      counts["refused as of an old epoch"] === 1 &&
      counts["refused as fenced"] === 1,
    "a new producer of the same id goes on": (counts) =>
      counts["begun anew"] === 1 &&
      counts["transactional ids"] === 1,
  },
} satisfies Scenario;
