// What the scenarios of parcels in transactions share.
import type {
  Counts,
  HeldPoint,
  Look,
  Match,
  MatchInContext,
  Scenario,
} from "../../../src/lab/scenario.ts";

const ORDERS = 250;
const ORDER = "o-137";

/** 1,000 events wait for this Warehouse when it starts. */
export function packedBy(file: string) {
  return {
    story: "the standard run",
    brokers: 1,
    topics: [
      { name: "order-events", partitions: 3 },
      { name: "parcels", partitions: 3 },
    ],
    programs: {
      orders: {
        file: "publish-backlog.ts",
        ready: "1000 acknowledged",
      },
      warehouse: {
        file: "start-as.ts",
        arguments: ["warehouse-0", file],
        ready: "Warehouse: ready",
      },
      analytics: { file: "count-parcels.ts" },
    },
    over: ({ hasEnded }) => hasEnded("analytics"),
    counts: countParcels,
  } satisfies Partial<Scenario>;
}

/** What readers of each isolation level have read. */
export function countParcels(look: Look): Counts {
  const committed = keysRead(look, "read_committed");
  const orders = new Set(committed).size;
  return {
    parcels: committed.length,
    lost: ORDERS - orders,
    twice: committed.length - orders,
    "seen uncommitted": keysRead(look, "read_uncommitted").length,
  };
}

function keysRead({ lines }: Look, isolation: string) {
  return lines(`${isolation}.txt`);
}

/**
 * The Warehouse is killed at the first such message after it has
 * sent the parcel of order 137, and is back 2 s later.
 */
export function killedAt(
  api: string,
  kind: "request" | "response",
  nth = 1,
): HeldPoint {
  const hold: MatchInContext = ({ from, to, event }, before) =>
    (from === "warehouse" || to === "warehouse") &&
    event.kind === kind &&
    event.api === api &&
    before.some(isParcelSent);
  return { hold, nth, kill: "warehouse", backAfterMs: 2_000 };
}

const isParcelSent: Match = ({ from, event }) =>
  from === "warehouse" &&
  event.kind === "request" &&
  event.api === "Produce" &&
  event.records.some(
    ({ key }) =>
      key !== null && Buffer.from(key).toString() === ORDER,
  );

export const mustHold = {
  "every order has its parcel": ({ lost }) => lost === 0,
  "no order has two": ({ twice }) => twice === 0,
} satisfies Scenario["mustHold"];
