import { expect, test } from "vitest";
import {
  countKinds,
  headingKindOf,
  kindOf,
  readSubject,
  subjectOf,
  subjectOfSample,
} from "../../src/search/kinds.ts";

test.each([
  ["wire", "streaming-modes/backpressure", "gRPC"],
  ["log", "kafka/consuming", "Kafka"],
  ["log", "kafka-streams/the-same-job", "Kafka Streams"],
  ["log", "defaults/kafka-streams", "Kafka Streams"],
  ["both", "glossary", "both"],
] as const)("%s, %s is about %s", (system, slug, subject) => {
  expect(subjectOf(system, slug)).toBe(subject);
});

test("a program of Kafka Streams is known by its code", () => {
  const sample = { id: "java/count", text: "new StreamsBuilder()" };
  expect(subjectOfSample(sample, "log")).toBe("Kafka Streams");
  expect(subjectOfSample({ ...sample, text: "" }, "log")).toBe("Kafka");
});

test.each([
  ["glossary", 3, "term"],
  ["glossary", 2, "section"],
  ["symptoms/kafka", 3, "symptom"],
  ["symptoms", 2, "section"],
  ["defaults/grpc", 2, "fact"],
  ["kafka/consuming", 3, "section"],
  ["glossary", 1, "page"],
] as const)("%s, a heading of depth %d: %s", (slug, depth, kind) => {
  expect(kindOf({ kind: "page", headings: headingKindOf(slug) }, depth)).toBe(kind);
});

test("a sample is a sample", () => {
  expect(kindOf({ kind: "sample", headings: "section" }, 1)).toBe("sample");
});

test("kinds are counted in words", () => {
  expect(countKinds(["fact", "page", "fact"])).toBe("1 page, 2 facts");
});

test("a page without a subject is about both", () => {
  expect(readSubject("Kafka Streams")).toBe("Kafka Streams");
  expect(readSubject(undefined)).toBe("both");
});
