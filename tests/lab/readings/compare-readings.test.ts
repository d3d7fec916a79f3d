import { expect, test } from "vitest";
import { compareReadings } from "../../../src/lab/readings/compare-readings.ts";

test("a setting is compared with itself, wherever its line stands", () => {
  const recorded = ["producer acks = all", "producer linger.ms = 5", "topic a = x = y"];
  const other = ["topic a = x = y", "producer linger.ms = 0", "producer acks = all"];
  expect(compareReadings(recorded, recorded.toReversed())).toEqual([]);
  expect(compareReadings(recorded, other)).toEqual([
    { key: "producer linger.ms", recorded: "5", other: "0" },
  ]);
});

test("one that only one of them has is no change of its value", () => {
  expect(compareReadings(["group share.limit = 5"], ["broker zookeeper.connect = null"])).toEqual([
    { key: "broker zookeeper.connect", other: "null" },
    { key: "group share.limit", recorded: "5" },
  ]);
});
