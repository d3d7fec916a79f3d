import { expect, test } from "vitest";
import { answerDirectly } from "../../src/search/direct-answers.ts";
import type { FactRow } from "../../src/search/facts.ts";
import type { GlossaryTerm } from "../../src/search/terms.ts";

const row = (holder: string, name: string, more: Partial<FactRow> = {}): FactRow => ({
  url: `/defaults/#${holder}.${name}`,
  page: "Defaults",
  system: holder === "grpc" ? "wire" : "log",
  name,
  value: "1",
  holder,
  known: "run",
  says: "It is 1.",
  names: [],
  isSetting: true,
  ...more,
});
const term = (name: string): GlossaryTerm => ({
  url: `/glossary/#${name}`,
  name,
  sentence: "It is a thing.",
});
const facts = [
  row("consumer", "max.poll.interval.ms"),
  row("librdkafka", "max.poll.interval.ms"),
  row("consumer", "enable.auto.commit"),
  row("close", "enable.auto.commit", { isSetting: false }),
  row("consumer", "session.timeout.ms"),
  row("kafkajs", "sessionTimeout"),
  row("kafkajs", "timeout"),
  row("producer", "acks"),
  row("grpc", "grpc.keepalive_time_ms"),
  row("topic", "retention.ms", { names: ["retention"] }),
  row("topic", "retention.bytes"),
  row("broker", "message.max.bytes", { names: ["max message size"] }),
  row("grpc", "grpc.max_receive_message_length", { names: ["max message size"] }),
];
const terms = ["acks", "Consumer group", "Offset", "Half-close", "Dead letter", "Lag"].map(term);
const answers = (query: string): string[] =>
  answerDirectly(query, { facts, terms }).map((answer) =>
    answer.kind === "fact"
      ? `${answer.fact.holder} ${answer.fact.name}`
      : `term ${answer.term.name}`,
  );

test.each([
  ["max.poll.interval.ms", ["consumer max.poll.interval.ms", "librdkafka max.poll.interval.ms"]],
  ["MAX_POLL_INTERVAL_MS", ["consumer max.poll.interval.ms", "librdkafka max.poll.interval.ms"]],
  ["max poll interval ms", ["consumer max.poll.interval.ms", "librdkafka max.poll.interval.ms"]],
  [
    "What is max.poll.interval.ms?",
    ["consumer max.poll.interval.ms", "librdkafka max.poll.interval.ms"],
  ],
  ["keepalive_time_ms", ["grpc grpc.keepalive_time_ms"]],
  ["sessionTimeout", ["kafkajs sessionTimeout"]],
  ["acks", ["producer acks", "term acks"]],
])("%s is a setting", (query, expected) => {
  expect(answers(query)).toEqual(expected);
});

test("what was seen with a setting is no value of it", () => {
  expect(answers("enable.auto.commit")).toEqual(["consumer enable.auto.commit"]);
});

test.each([
  ["default retention", ["topic retention.ms"]],
  ["what is the default retention in kafka", ["topic retention.ms"]],
  ["session timeout default", ["consumer session.timeout.ms", "kafkajs sessionTimeout"]],
  ["default timeout", ["kafkajs timeout"]],
  [
    "default max message size",
    ["broker message.max.bytes", "grpc grpc.max_receive_message_length"],
  ],
  ["grpc default max message size", ["grpc grpc.max_receive_message_length"]],
])("%s asks for a default", (query, expected) => {
  expect(answers(query)).toEqual(expected);
});

test.each([
  ["consumer group", "Consumer group"],
  ["what is a consumer group?", "Consumer group"],
  ["consumer-groups", "Consumer group"],
  ["half close", "Half-close"],
  ["Offsets", "Offset"],
  ["offset meaning", "Offset"],
  ["DLQ", "Dead letter"],
  ["consumer lag", "Lag"],
])("%s is a term", (query, name) => {
  expect(answers(query)).toEqual([`term ${name}`]);
});

test.each([
  "",
  "default",
  "kafka default",
  "retention",
  "timeout",
  "max.poll",
  "max.poll.interval.ms too low",
  "committed offset",
  "set sessionTimeout",
  "default retention of an old topic",
])("%j is no name", (query) => {
  expect(answers(query)).toEqual([]);
});
