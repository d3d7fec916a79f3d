import { describe, expect, test } from "vitest";
import {
  type Assignment,
  assignmentSchema,
  describeAssignment,
  layOutAssignment,
} from "../../src/components/authoring/assignment.ts";

const shared: Assignment = {
  topic: "order-events",
  group: "warehouse",
  partitions: 3,
  members: [
    { name: "warehouse-1", has: [0, 2] },
    { name: "warehouse-2", has: [1] },
    { name: "warehouse-3", has: [] },
  ],
  caption: "Drawn. A group.",
};

describe("who reads which partition", () => {
  test("is told in words", () => {
    expect(describeAssignment(shared)).toBe(
      "Topic order-events, 3 partitions. Group warehouse, 3 members. warehouse-1 reads partitions 0, 2. " +
        "warehouse-2 reads partition 1. warehouse-3 has none and is idle.",
    );
  });

  test("has a line for each partition, and none for a member that is idle", () => {
    const { lines, members } = layOutAssignment(shared);
    expect(lines).toHaveLength(3);
    expect(members.at(-1)).toMatchObject({ name: "warehouse-3", says: "idle" });
  });

  test("a line that goes straight has a head that is not turned", () => {
    expect(layOutAssignment(shared).lines[0]).toBe("M120 62L172 62m-7 -3l7 3l-7 3");
  });

  test.each([
    ["a partition that two members have", [[0, 1], [1, 2], []], "Partition 1 has 2 members"],
    ["a partition that nobody has", [[0], [1], []], "Partition 2 has 0 members"],
    ["a partition that is not there", [[0, 3], [1], [2]], "There is no partition 3."],
  ])("%s is an error", (_, has, message) => {
    const members = has.map((own, index) => ({ name: `warehouse-${index}`, has: own }));
    const { error } = assignmentSchema.safeParse({ ...shared, members });
    expect(error?.message).toContain(message);
  });

  test("two members of one name are an error", () => {
    const members = [
      { name: "warehouse-1", has: [0, 1, 2] },
      { name: "warehouse-1", has: [] },
    ];
    const { error } = assignmentSchema.safeParse({ ...shared, members });
    expect(error?.message).toContain("Two members have one name.");
  });
});
