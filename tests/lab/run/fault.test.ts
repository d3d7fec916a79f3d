import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFault } from "../../../src/lab/run/fault.ts";
import { watchForFault } from "../../../src/lab/run/fault-watch.ts";
import type { HeldPoint, Seen } from "../../../src/lab/scenario.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";

/** A fault whose actions are only written down. */
function openFault(point: HeldPoint, folder = "") {
  const actions: string[] = [];
  const seen: Seen[] = [];
  const watch = watchForFault(point, seen, (name) => path.join(folder, name));
  const giveUp = new AbortController();
  const done = makeFault(point, watch, {
    look: {
      seen,
      rows: () => [],
      memory: () => [],
      lines: () => [],
      output: () => [],
      hasEnded: () => false,
    },
    kill: async (program) => void actions.push(`kill ${program}`),
    restart: async (program) => void actions.push(`restart ${program}`),
    killLeader: async (topic, partition) =>
      void actions.push(`kill leader of ${topic}-${partition}`),
    reload: async () => void actions.push("reload"),
    signal: giveUp.signal,
  });
  const see = (label: string) => {
    const event = {
      direction: "in",
      start: 0,
      end: 1,
      kind: "response",
      api: "Produce",
      version: 12,
      correlationId: 1,
      body: {},
      records: [],
    } as const;
    const one: Seen = { ms: 0, from: "broker", to: "orders", label, event };
    const verdict = watch.judge(one, {
      release: () => void actions.push(`release ${label}`),
      drop: () => void actions.push(`drop ${label}`),
      cut: () => void actions.push(`cut before ${label}`),
    });
    seen.push(one);
    return verdict;
  };
  return { watch, done, see, actions, giveUp };
}

test("each event that is meant cuts its connection and does not arrive; others pass, and the run is not held up", async () => {
  const { watch, done, see, actions } = openFault({
    // Known by what came before it: every second one.
    cutBefore: (_, before) => before.length % 2 === 1,
  });
  expect([see("one"), see("two"), see("three"), see("four")]).toEqual([
    "pass",
    "hold",
    "pass",
    "hold",
  ]);
  await done;
  expect(actions).toEqual(["cut before two", "cut before four"]);
  expect(watch.hasCaught()).toBe(true);
});

test("a point at which nothing was cut has caught nothing, so that its run is no record", async () => {
  const { watch, done, see } = openFault({ cutBefore: () => false });
  see("one");
  await done;
  expect(watch.hasCaught()).toBe(false);
});

test("a leader is killed while an answer of its is held, and the answer never arrives", async () => {
  const { done, see, actions } = openFault({
    hold: ({ label }) => label === "two",
    killLeaderOf: { topic: "order-events", partition: 0 },
  });
  expect([see("one"), see("two"), see("two")]).toEqual(["pass", "hold", "pass"]);
  await done;
  expect(actions).toEqual(["kill leader of order-events-0", "drop two"]);
});

test("of several events to hold, nothing is done before the last of them", async () => {
  const { done, see, actions } = openFault({
    hold: [({ label }) => label === "one", ({ label }) => label === "two"],
    kill: "warehouse",
  });
  see("one");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(actions).toEqual([]);
  see("two");
  await done;
  expect(actions).toEqual(["kill warehouse", "drop one", "drop two"]);
});

test("a run that is given up does not wait for an event that never comes", async () => {
  const { done, giveUp } = openFault({ hold: () => true, kill: "warehouse" });
  giveUp.abort();
  await expect(done).rejects.toThrow(/^run-given-up/);
});

test("nobody writes to a locked database before the fault, and everybody may after it", async () => {
  const folder = makeFolder({});
  const file = path.join(folder, "book.db");
  using database = new DatabaseSync(file);
  database.exec("create table work (id)");
  const { done, see } = openFault(
    { hold: () => true, goesOn: true, lock: "book.db", kill: "warehouse" },
    folder,
  );
  see("one");
  expect(() => database.exec("insert into work values (1)")).toThrow(/locked/);
  await done;
  database.exec("insert into work values (1)");
});
