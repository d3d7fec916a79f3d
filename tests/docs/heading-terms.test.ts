import path from "node:path";
import { expect, test } from "vitest";
import { readPages } from "../../src/mdx/read-pages.ts";

/**
 * Terms that people of the trade search for. Each heading of a guide page has one, so that a reader who scans a page
 * or its contents finds the section: "Retention: how long a record is kept", not "How long it is kept".
 */
const TERMS = [
  // Both systems
  "acknowledg",
  "at least once",
  "exactly.once",
  "authorization",
  "back.?off",
  "backpressure",
  "batch",
  "buffer",
  "connection",
  "durability",
  "duplicat",
  "event",
  "fault",
  "gRPC",
  "handler",
  "idempoten",
  "jitter",
  "Kafka",
  "latency",
  "lost",
  "memory",
  "messages?",
  "metadata",
  "monitor",
  "alarm",
  "order",
  "outbox",
  "parallel",
  "relay",
  "replay",
  "retr(?:y|ies)",
  "timeout",
  "time limit",
  "timestamp",
  "TypeScript",
  "JVM",
  "upload",
  "transaction",
  "commit",
  "two-phase",
  "two writes",
  "schema",
  "monitoring",
  "power cut",
  "work book",
  // gRPC
  "call",
  "cancel",
  "channel",
  "client",
  "deadline",
  "deadlock",
  "drain",
  "flow control",
  "half-close",
  "health check",
  "heartbeat",
  "keepalive",
  "peer",
  "ping",
  "proxy",
  "server",
  "status",
  "stream",
  "unary",
  "load balancing",
  "round_robin",
  "edge",
  "cursor",
  "HAProxy",
  "kubernetes",
  // Kafka
  "assign",
  "broker",
  "compaction",
  "consumer",
  "dead letter",
  "fetch size",
  "hot key",
  "keys?",
  "lag",
  "leader",
  "lock",
  "member",
  "offset",
  "partition",
  "producer",
  "acks",
  "poison",
  "read_committed",
  "rebalance",
  "receiver",
  "record",
  "position",
  "repartition",
  "resum",
  "retention",
  "send\\(\\)",
  "settings?",
  "share group",
  "tombstone",
  "topic",
  "topology",
  "window",
  "zombie",
  "min\\.insync\\.replicas",
  "NOT_ENOUGH_REPLICAS",
  "erase",
  "grace period",
  "restore",
  // Around both
  "ADR",
  "CI",
  "database",
  "Debezium",
  "design",
  "dual write",
  "graceful shutdown",
  "in-process",
  "mock",
  "mutation test",
  "replication slot",
  "SIGTERM",
  "tests?",
  "adapter",
  "pruning",
  "code",
  "killed",
  "restart",
  "acquisition",
];
const TERM = new RegExp(`\\b(?:${TERMS.join("|")})`, "i");

const { pages } = await readPages(path.join(import.meta.dirname, "../.."));
const headings = pages
  .filter(({ frontMatter }) => frontMatter?.data["kind"] !== "reference")
  .flatMap(({ slug, headings: own }) =>
    own.filter(({ depth }) => depth > 1).map(({ text }) => ({ slug, text })),
  );

test("each heading of a guide page holds a term of the trade", () => {
  expect(headings.length).toBeGreaterThan(200);
  const without = headings.filter(({ text }) => !TERM.test(text));
  expect(without).toEqual([]);
});

test("no three pages share a heading, and no page has one twice", () => {
  const byText = Map.groupBy(headings, ({ text }) => text.toLowerCase());
  const shared = [...byText].flatMap(([text, uses]) => {
    const on = new Set(uses.map(({ slug }) => slug));
    return on.size > 2 || on.size < uses.length ? [{ text, on: [...on] }] : [];
  });
  expect(shared).toEqual([]);
});

test("a riddle has no term", () => {
  for (const riddle of [
    "Where it flips",
    "How long it is kept",
    "Somebody holds it",
    "What breaks",
  ])
    expect(riddle).not.toMatch(TERM);
});
