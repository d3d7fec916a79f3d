import { expect, test } from "vitest";
import { readQuery } from "../../src/search/read-query.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";

const words = [
  ...[
    "unavailable 9",
    "connection 30",
    "established 5",
    "econnrefused 4",
    "connect 20",
    "stream 60",
  ],
  ...["offset 20", "commit 25", "producer 30", "idempotent 12", "max 20", "poll 12", "interval 14"],
  ...[
    "ms 30",
    "rebalance 9",
    "kafka 90",
    "unknown 8",
    "member 12",
    "id 40",
    "exception 10",
    "502 3",
  ],
  ...["unknownmemberidexception 2", "backpressure 5", "lost 20", "timeout 9", "4 60", "3 40"],
];
const vocabulary = new Vocabulary([...words].sort(), 100);
const read = (typed: string) => {
  const { terms, corrected, missing, isCode } = readQuery(typed, vocabulary);
  return {
    terms: terms.map(({ text }) => text).sort(),
    corrected: corrected.map(({ typed: from, meant }) => `${from} > ${meant}`),
    missing,
    isCode,
  };
};

test("a word that people ask with and that no page has is searched for, and said to be missing", () => {
  const asked = new Vocabulary([...words, "redis?", "lock!"].sort(), 100);
  const { terms, missing } = readQuery("redis lock", asked);
  expect(terms.map(({ text }) => text).sort()).toEqual(["lock", "redis"]);
  expect(missing).toEqual(["redis"]);
});

test("an expression of others is looked for in its own words too", () => {
  const known = new Vocabulary(["dual! 2", "outbox! 9", "write 40"], 100);
  const { terms } = readQuery("dual write", known);
  const ways = terms.find(({ text }) => text === "dual write")?.ways ?? [];
  expect(ways.map((way) => way.words.map(([first]) => first?.word))).toEqual([
    ["dual", "write"],
    ["outbox"],
  ]);
});

test.each([
  ["how do I commit an offset in Kafka?", ["commit", "kafka", "offset"]],
  [
    "Error: 14 UNAVAILABLE: connect ECONNREFUSED 10.1.2.3:8081",
    ["connect", "econnrefused", "unavailable"],
  ],
  [
    "org.apache.kafka.common.errors.UnknownMemberIdException at broker-3.example.com:9092",
    ["unknownmemberidexception"],
  ],
  ["stream lost\n    at Object.call (/app/node_modules/x/call.js:31:19)", ["lost", "stream"]],
  ["stream lost after 45000ms (12 bytes) 2026-11-30T10:11:12Z", ["lost", "stream"]],
  ["Received HTTP status code 502 stream", ["502", "stream"]],
  [
    '{"level":"ERROR","logger":"kafkajs","message":"producer lost","broker":"b-2:9092","error":"unknown member"}',
    ["lost", "member", "producer", "unknown"],
  ],
  ["why is my stream lost after 60 seconds", ["lost", "stream", "timeout"]],
  ["14 UNAVAILABLE: stream lost after 60 s", ["lost", "stream", "unavailable"]],
  ["v4.3 kafka", ["3", "4", "kafka"]],
  ["max.poll.interval.ms", ["interval", "max", "ms", "poll"]],
  ["ConnectStream", ["connect", "stream"]],
])("%j is read as %j", (typed, terms) => {
  expect(read(typed).terms).toEqual(terms);
});

test.each([
  ["idempotent prodcuer", "prodcuer > producer"],
  ["ofset", "ofset > offset"],
  ["offfset lost", "offfset > offset"],
  ["xonnection", "xonnection > connection"],
  ["max.poll.intervla.ms lost", "intervla > interval"],
])("%j: %s", (typed, correction) => {
  expect(read(typed).corrected).toEqual([correction]);
});

test("other forms of a word are no errors, and what nobody wrote is said", () => {
  expect(read("committed offsets rebalancing lost")).toMatchObject({ corrected: [], missing: [] });
  expect(read("redis offset")).toMatchObject({ terms: ["offset"], missing: ["redis"] });
  expect(read("qqzzxx")).toMatchObject({ terms: [], corrected: [], missing: ["qqzzxx"] });
});

test("a word that is still being typed is asked as it is", () => {
  expect(read("stream backp")).toMatchObject({ terms: ["backp", "stream"], corrected: [] });
});

test("words between quotes are a phrase, and are not corrected", () => {
  expect(read('"commit offset" lost').terms).toEqual(["commit", "lost", "offset"]);
  expect(readQuery('"Commit offset" lost', vocabulary).phrases).toEqual(["commit offset"]);
  expect(read('"ofset"')).toMatchObject({ terms: [], corrected: [] });
});

test("at most ten terms are asked, the rarest", () => {
  const { terms } = read(
    "kafka stream id unavailable econnrefused established backpressure 502 unknown member max poll",
  );
  expect(terms).toHaveLength(10);
  expect(terms).not.toContain("kafka");
});

test.each([
  ["enable.idempotence", true],
  ["DEADLINE_EXCEEDED", true],
  ["ServerWritableStream", true],
  ["@grpc/grpc-js", true],
  ["lost offsets", false],
])("%s is a name from code: %s", (typed, isCode) => {
  expect(read(typed).isCode).toBe(isCode);
});

test.each([
  ["Error: 14 UNAVAILABLE: Connection dropped", true],
  ["KafkaJSProtocolError", true],
  ["TimeoutNegativeWarning: -5 is a negative number", true],
  ["how are errors retried", false],
])("%s is the text of an error: %s", (typed, isError) => {
  expect(readQuery(typed, vocabulary).isError).toBe(isError);
});

const waysOf = (typed: string): string[][] =>
  readQuery(typed, vocabulary).terms.map(({ ways }) =>
    ways.map(({ words: all }) => all.map(([form]) => form?.word).join("+")),
  );

test("another’s word is asked as the site’s own, beside itself where the site has both", () => {
  expect(waysOf("reshuffle")).toEqual([["rebalance"]]);
  expect(waysOf("reshuffling")).toEqual([["rebalance"]]);
  expect(read("reshuffle")).toMatchObject({ corrected: [], missing: [] });
  expect(waysOf("poll")[0]?.[0]).toBe("poll");
});

test("an expression of others is asked as the site’s word for it", () => {
  const terms = readQuery("back pressure", vocabulary).terms.map(({ text }) => text);
  expect(terms).toEqual(["back pressure"]);
  expect(waysOf("back pressure")).toEqual([["backpressure"]]);
});
