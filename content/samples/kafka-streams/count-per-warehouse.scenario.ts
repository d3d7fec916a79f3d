// Counted by hand, and killed in the sixth batch of a hundred.
import type {
  HeldPoint,
  Match,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  byHand,
  compared,
  countResults,
  orders,
  shop,
  WINDOWS,
} from "./per-warehouse.scenario-parts.ts";

const RESULTS = "orders-per-warehouse-by-hand";
// The first transaction is the mark.
const SIXTH_BATCH = 7;

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop,
    orders,
    warehouse: byHand,
    analytics: compared(RESULTS),
  },
  over: ({ hasEnded }) => hasEnded("analytics"),
  heldPoints: {
    nothing: {},
    "before the offset": killedAt(
      "TxnOffsetCommit",
      "request",
      6,
    ),
    "before the commit": killedAt(
      "EndTxn",
      "request",
      SIXTH_BATCH,
    ),
    "after the commit": killedAt(
      "EndTxn",
      "response",
      SIXTH_BATCH,
    ),
  },
  counts: (look) => countResults(look, RESULTS),
  mustHold: {
    "every window has one result": ({ results }) =>
      results === WINDOWS,
    "every result is the right one": ({ equal }) =>
      equal === WINDOWS,
  },
  without: {
    file: "count-per-warehouse.ts",
    line: `    await transaction.addConsumer(stream.consumer);
    for (const last of lastOfEach(batch)) {
      await transaction.addOffset(last);
    }
    await transaction.commit();`,
    instead: `    await transaction.commit();
    for (const last of lastOfEach(batch)) await last.commit();`,
    says: "with the offset committed after the transaction",
    fails: {
      at: "after the commit",
      counts: { results: 45, events: 1_062, equal: 41 },
    },
  },
  keepWire: ["before the commit"],
} satisfies Scenario;

function killedAt(
  api: string,
  kind: "request" | "response",
  nth: number,
): HeldPoint {
  const hold: Match = ({ event }) =>
    event.kind === kind && event.api === api;
  return { hold, nth, kill: "warehouse", backAfterMs: 500 };
}
