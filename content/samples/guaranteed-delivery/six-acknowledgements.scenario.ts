// Swallowed acks: one event, and each answer lost by itself.
import type {
  Look,
  Match,
  MatchInContext,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { BOOK } from "./killed-at-500.scenario-parts.ts";
import { topics } from "./killed-on-the-log.scenario-parts.ts";
import { haveSeen } from "./killed-on-the-wire.scenario-parts.ts";

const TOPIC = "order-events";
const DOWN_MS = 2_000;

const isHandled: Match = ({ to, label }) =>
  to === "orders" && label === "Handled 1";

/** The first answer: that to a retry arrives. */
const firstAnswer: MatchInContext = (answer, before) =>
  isOf("Produce", "response")(answer) &&
  !before.some(isOf("Produce", "response"));

export default {
  story: "Swallowed acks",
  brokers: 1,
  topics,
  programs: {
    intake: {
      file: "forward-to-topic.ts",
      ready: "Intake: ready",
    },
    warehouse: {
      file: "start-as.ts",
      arguments: ["warehouse-0", "commit-when-done.ts"],
      ready: "Warehouse: ready",
    },
    orders: {
      file: "six-acknowledgements.ts",
      ready: "Orders: the call has ended",
    },
    reader: {
      file: "../clients/read-to-the-end.ts",
      arguments: [TOPIC],
    },
  },
  // All that is in the topic is committed.
  over: (look) =>
    look.hasEnded("orders") &&
    look.hasEnded("reader") &&
    commits(look) === written(look),
  heldPoints: {
    nothing: {},
    "the Intake dies before it publishes": {
      hold: isOf("Produce", "request"),
      kill: "intake",
      // Acknowledged first it is soon seen; as written, never.
      until: haveSeen(isHandled),
      orAfterMs: 500,
    },
    "the broker's answer is lost": { cutBefore: firstAnswer },
    "Handled is lost": { hold: isHandled, cut: true },
    "the Warehouse dies before its commit": {
      hold: isOf("OffsetCommit", "request"),
      kill: "warehouse",
      backAfterMs: DOWN_MS,
    },
  },
  counts: (look) => ({
    callbacks: printed(look, "write callback"),
    acknowledged: printed(look, "Handled 1"),
    OK: printed(look, "status: 0 OK"),
    records: written(look),
    handled: look.rows(BOOK, "select * from work").length,
    committed: commits(look),
  }),
  mustHold: {
    "what is acknowledged has records": ({
      acknowledged = 0,
      records = 0,
    }) => acknowledged <= records,
    "the event never has two records": ({ records = 0 }) =>
      records <= 1,
    "what is committed is handled": ({
      committed = 0,
      handled = 0,
    }) => committed <= handled,
  },
  without: {
    file: "../kafka/orders-producer.ts",
    line: "    idempotent: true,\n",
    says: "without an idempotent producer",
    fails: {
      at: "the broker's answer is lost",
      counts: {
        callbacks: 1,
        acknowledged: 1,
        OK: 1,
        records: 2,
        handled: 2,
        committed: 2,
      },
    },
  },
  keepWire: ["nothing"],
} satisfies Scenario;

function isOf(api: string, kind: "request" | "response"): Match {
  return ({ event }) => event.kind === kind && event.api === api;
}

/** What Orders says that it was told. */
function printed({ output }: Look, line: string): number {
  return output("orders").filter((it) => it === line).length;
}

/** Records in the topic, as another program reads them. */
function written({ seen }: Look): number {
  const records = seen.flatMap(({ to, event }) =>
    to === "reader" &&
    event.kind === "response" &&
    event.api === "Fetch"
      ? event.records
      : [],
  );
  return new Set(
    records.map((it) => `${it.partition}:${it.offset}`),
  ).size;
}

/** Commits that the broker has answered, one a record. */
function commits({ seen }: Look): number {
  return seen.filter(isOf("OffsetCommit", "response")).length;
}
