// What the scenarios of an offset in an open transaction share.
import type {
  Counts,
  Look,
  Program,
  Scenario,
} from "../../../src/lab/scenario.ts";

const BEGINS = "the second begins at offset ";

export function pendingOffset(warehouse: Program) {
  return {
    story: "Tuesday's deploy",
    brokers: 1,
    topics: [
      { name: "order-events", partitions: 1 },
      { name: "parcels", partitions: 1 },
    ],
    programs: { warehouse },
    over: ({ hasEnded }) => hasEnded("warehouse"),
    heldPoints: { nothing: {} },
    counts: countRequests,
    mustHold: {},
  } satisfies Scenario;
}

/** What the client asks of the broker, in 1 for yes. */
function countRequests({ output, seen }: Look): Counts {
  const requests = seen.flatMap(({ from, event }) =>
    from === "warehouse" && event.kind === "request"
      ? [event]
      : [],
  );
  const of = (api: string) =>
    requests.filter((it) => it.api === api);
  const begins = output("warehouse")
    .find((line) => line.startsWith(BEGINS))
    ?.slice(BEGINS.length);
  return {
    "the second begins at": Number(begins),
    "version of EndTxn": Math.max(
      ...of("EndTxn").map(({ version }) => version),
    ),
    "says its generation": Number(
      of("TxnOffsetCommit").every(
        ({ body }) =>
          Number(body["GenerationIdOrMemberEpoch"]) >= 0,
      ),
    ),
    "waits for a pending offset": Number(
      of("OffsetFetch").every(
        ({ body }) => body["RequireStable"] === true,
      ),
    ),
  };
}
