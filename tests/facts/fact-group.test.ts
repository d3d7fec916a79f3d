import { describe, expect, test } from "vitest";
import { factGroup } from "../../src/facts/fact-group.ts";
import { showHolder, showValue } from "../../src/facts/show-value.ts";
import { isOutdated } from "../../src/facts/versions.ts";
import { checkFactsOf, PRODUCER, SOURCES } from "./facts-site.ts";

const { book } = await checkFactsOf({
  "content/facts/sources.yaml": SOURCES,
  "content/facts/producer.yaml": `${PRODUCER}    proof: java/other window
  ours:
    says: We would set it to a hundred.
    source: ours
  max:
    says: A record of more than this fails.
    value: 1
    proof: java/read-defaults producer linger.ms
`,
});

describe("a group of facts", () => {
  test("has the order of its file, says how each is known, and which sample prints most", () => {
    const group = factGroup(book, "producer");
    expect(group).toMatchObject({
      reading: "java/read-defaults",
      hasSettings: true,
      hasValues: true,
    });
    expect(group?.facts.map(({ fact, how }) => [fact.name, how])).toEqual([
      ["linger.ms", "read"],
      ["window", "run"],
      ["ours", "ours"],
      ["max", "read"],
    ]);
  });

  test("that has no file is none", () => {
    expect(factGroup(book, "producr")).toBeUndefined();
  });
});

describe("a value", () => {
  test.each([
    [{ value: 65535, unit: "bytes" }, "65,535\u00a0bytes", false],
    [{ value: 604800000, unit: "ms", shown: "7 days" }, "7\u00a0days", false],
    [{ value: true }, "true", true],
    [{ value: "all" }, "all", true],
    [{ value: 1.6, unit: "times" }, "1.6\u00a0times", false],
    [{}, "", false],
  ])("%j is shown as a person reads it", (record, shown, isCode) => {
    expect(showValue(record)).toMatchObject({ shown, isCode });
  });

  test("has a holder, named once", () => {
    expect(showHolder({ of: "broker", holds: "Kafka 4.3.1" })).toBe("Broker, Kafka 4.3.1");
    expect(showHolder({ of: "grpc-js", holds: "grpc-js 1.14.7" })).toBe("grpc-js 1.14.7");
  });

  test.each([
    ["Kafka 4.3.1", undefined],
    ["Kafka 4.3", undefined],
    ["Kafka 4.2.0", "4.3.1"],
    ["Node 24.21", undefined],
    ["Node 22", "24"],
    ["RFC 9113", undefined],
  ])("checked for %s is outdated where %s runs", (holds, runs) => {
    const versions = new Map([
      ["Kafka", "4.3.1"],
      ["Node", "24"],
    ]);
    expect(isOutdated(holds, versions)).toBe(runs);
  });
});
