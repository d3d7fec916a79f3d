// The edge is killed while a Warehouse follows it.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { standardRun } from "../shop/standard-run.ts";

const BOOK = "warehouse.db";
const LINES = `select event_id, count(*) lines from work
  group by event_id`;
const ours = eventsOfAms(1_000);
/** Of the 500 that Orders publishes before it is quiet. */
const THERE = eventsOfAms(500).length;

export default {
  story: "Lost leader",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    edge: { file: "edge.ts", ready: "Edge: ready" },
    "second edge": {
      file: "start-edge.ts",
      arguments: ["50052"],
      ready: "Edge: ready",
    },
    warehouse: { file: "follow-edge.ts" },
    orders: { file: "publish-in-two.ts" },
  },
  over: (look) => look.hasEnded("orders") && lastAreHandled(look),
  heldPoints: {
    nothing: {},
    "a new event is on its way": {
      hold: ({ to, event, label }) =>
        to === "warehouse" &&
        event.kind === "message" &&
        / o-\d+\.\d$/.test(label),
      nth: THERE + 1,
      until: (look) => handled(look).size === THERE,
      kill: "edge",
    },
  },
  counts(look) {
    const lines = [...handled(look).values()];
    return {
      published: ours.length,
      handled: lines.length,
      lost: ours.length - lines.length,
      twice: lines.filter((count) => count > 1).length,
    };
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "no event is handled twice": ({ twice }) => twice === 0,
  },
  without: {
    file: "topic-cursor.ts",
    line: "[...positions].map(",
    instead: "[...positions].slice(0, 1).map(",
    says: "with one partition's offset as the cursor",
    fails: {
      at: "a new event is on its way",
      counts: {
        published: ours.length,
        handled: ours.length,
        lost: 0,
        twice: 306,
      },
    },
  },
} satisfies Scenario;

function eventsOfAms(published: number): string[] {
  return standardRun()
    .slice(0, published)
    .filter(({ warehouseId }) => warehouseId === "ams")
    .map(({ eventId }) => eventId);
}

/** Event id → how often the Warehouse has handled it. */
function handled({ rows }: Look): Map<string, number> {
  return new Map(
    rows(BOOK, LINES).map((row) => [
      String(row["event_id"]),
      Number(row["lines"]),
    ]),
  );
}

/** The last event of ours in each partition. */
function lastAreHandled(look: Look): boolean {
  const last = new Map<number, string>();
  for (const { event } of look.seen) {
    if (event.kind !== "request" || event.api !== "Produce")
      continue;
    for (const { partition, headers } of event.records) {
      const id = headers["event-id"] ?? "";
      if (ours.includes(id)) last.set(partition, id);
    }
  }
  const done = handled(look);
  return [...last.values()].every((id) => done.has(id));
}
