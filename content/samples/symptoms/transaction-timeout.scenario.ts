// Nothing breaks: one producer alone, and slow.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { oneProgram } from "./one-program.scenario-parts.ts";

export default {
  ...oneProgram("transaction-timeout.ts"),
  // What the client asks for as the limit of its transactions.
  counts: ({ seen }) => ({
    "transaction timeout ms": Math.max(
      ...seen.flatMap(({ event }) =>
        event.kind === "request" && event.api === "InitProducerId"
          ? [Number(event.body["TransactionTimeoutMs"])]
          : [],
      ),
    ),
  }),
} satisfies Scenario;
