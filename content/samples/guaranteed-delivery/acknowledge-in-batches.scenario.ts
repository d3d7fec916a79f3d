// Killed at 500: one acknowledgement covers a batch of 50.
import type {
  Look,
  Match,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  BOOK,
  countHandled,
  killedWhen,
} from "./killed-at-500.scenario-parts.ts";
import {
  countSent,
  delivery,
  haveSeen,
  pushedTo,
} from "./killed-on-the-wire.scenario-parts.ts";

const BATCH = 50;

export default {
  ...pushedTo("acknowledge-in-batches.ts"),
  heldPoints: {
    nothing: {},
    // 526 waits until the 25 events before it are acknowledged.
    "the stream pauses in a batch": {
      hold: delivery(526),
      until: haveSeen(handled(525)),
    },
    "before the work of a batch": killedWhen({
      hold: delivery(500),
      goesOn: true,
      lock: BOOK,
      // Acknowledged first it is soon seen; as written, never.
      until: haveSeen(handled(500)),
      orAfterMs: 500,
    }),
    "after the work, before the acknowledgement": killedWhen({
      hold: [handled(500), delivery(501)],
    }),
    // The Warehouse lives, and finishes the batch.
    "in the work, and only the connection is cut": {
      hold: delivery(500),
      goesOn: true,
      lock: BOOK,
      until: haveSeen(handled(500)),
      orAfterMs: 500,
      cut: true,
    },
  },
  counts: (look) => ({
    ...countSent(look),
    ...countHandled(look),
    acknowledgements: countAcknowledgements(look),
  }),
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "a batch at most is done twice": ({ twice }) =>
      twice !== undefined && twice <= BATCH,
  },
  without: {
    file: "acknowledge-in-batches.ts",
    line: `      for (const { event } of batch) {
        if (event) await work(book, event);
      }
      yield { cursor: batch.at(-1)?.cursor ?? "" };`,
    instead: `      yield { cursor: batch.at(-1)?.cursor ?? "" };
      for (const { event } of batch) {
        if (event) await work(book, event);
      }`,
    says: "with the acknowledgement first",
    fails: {
      at: "before the work of a batch",
      counts: {
        sent: 1_000,
        handled: 950,
        lost: 50,
        twice: 0,
        acknowledgements: 20,
      },
    },
  },
} satisfies Scenario;

function handled(place: number): Match {
  return ({ to, label }) =>
    to === "orders" && label === `Handled ${place}`;
}

/** Messages from the Warehouse that crossed, or were held. */
function countAcknowledgements({ seen }: Look): number {
  return seen.filter(
    ({ to, label }) =>
      to === "orders" && label.startsWith("Handled "),
  ).length;
}
