import { expect, test } from "vitest";
import {
  chooseSettings,
  listSettings,
  type NodePlace,
  writeNodeProperties,
} from "../../../src/lab/broker/node-properties.ts";

const places = [1, 2, 3].map((id): NodePlace => ({
  id,
  folder: `/runs/node-${id}`,
  ports: {
    lab: 20_000 + id,
    tap: 21_000 + id,
    controller: 22_000 + id,
    far: 23_000 + id,
    door: 24_000 + id,
  },
}));
const [first, second] = places;

test("a node listens on 127.0.0.1 alone; TAP says the name that samples use, LAB where it is, FAR where the tap is", () => {
  if (second === undefined) throw new Error("no second node");
  const lines = writeNodeProperties(second, places, {}).split("\n");
  expect(lines).toContain(
    "listeners=LAB://127.0.0.1:20002,TAP://127.0.0.1:21002,FAR://127.0.0.1:23002,CONTROLLER://127.0.0.1:22002",
  );
  expect(lines).toContain(
    "advertised.listeners=LAB://127.0.0.1:20002,TAP://localhost:9093,FAR://127.0.0.1:24002",
  );
  expect(lines).toContain(
    "controller.quorum.voters=1@127.0.0.1:22001,2@127.0.0.1:22002,3@127.0.0.1:22003",
  );
  expect(lines).toContain("log.dirs=/runs/node-2/data");
});

test("three nodes keep three copies and accept a write with two; one node keeps one", () => {
  expect(chooseSettings(3)).toMatchObject({
    "default.replication.factor": 3,
    "min.insync.replicas": 2,
    "offsets.topic.replication.factor": 3,
  });
  expect(chooseSettings(1)).toMatchObject({
    "default.replication.factor": 1,
    "min.insync.replicas": 1,
    "transaction.state.log.min.isr": 1,
  });
});

test("a scenario's properties win over the lab's and are listed; they cannot move a node", () => {
  if (first === undefined) throw new Error("no first node");
  const settings = chooseSettings(1, { "min.insync.replicas": 7, "node.id": 9 });
  expect(listSettings(settings)).toContain("min.insync.replicas=7");
  const text = writeNodeProperties(first, places, settings);
  expect(text).toContain("min.insync.replicas=7\n");
  expect(text).toContain("node.id=1\n");
  expect(text).not.toContain("node.id=9");
});
