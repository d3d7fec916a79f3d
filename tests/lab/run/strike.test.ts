import { expect, test } from "vitest";
import type { HeldPoint, Seen } from "../../../src/lab/scenario.ts";
import { prepareStrike } from "../../../src/lab/run/strike.ts";

/** A strike whose blows are only written down. */
function openStrike(point: HeldPoint) {
  const blows: string[] = [];
  const seen: Seen[] = [];
  const strike = prepareStrike(point, {
    look: {
      seen,
      rows: () => [],
      lines: () => [],
      output: () => [],
      hasEnded: () => false,
    },
    fileOf: (name) => name,
    kill: async (program) => void blows.push(`kill ${program}`),
    restart: async (program) => void blows.push(`restart ${program}`),
    killLeader: async (topic, partition) => void blows.push(`kill leader of ${topic}-${partition}`),
    signal: new AbortController().signal,
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
    const verdict = strike.judge(one, {
      release: () => void blows.push(`release ${label}`),
      drop: () => void blows.push(`drop ${label}`),
      cut: () => void blows.push(`cut before ${label}`),
    });
    seen.push(one);
    return verdict;
  };
  return { strike, see, blows };
}

test("each event that is meant cuts its connection and does not arrive; others pass, and the run is not held up", async () => {
  const { strike, see, blows } = openStrike({
    // Known by what came before it: every second one.
    cutBefore: (_, before) => before.length % 2 === 1,
  });
  expect([see("one"), see("two"), see("three"), see("four")]).toEqual([
    "pass",
    "hold",
    "pass",
    "hold",
  ]);
  await strike.done;
  expect(blows).toEqual(["cut before two", "cut before four"]);
  expect(strike.hasCaught()).toBe(true);
});

test("a point at which nothing was cut has caught nothing, so that its run is no record", async () => {
  const { strike, see } = openStrike({ cutBefore: () => false });
  see("one");
  await strike.done;
  expect(strike.hasCaught()).toBe(false);
});

test("a leader is killed while an answer of its is held, and the answer never arrives", async () => {
  const { strike, see, blows } = openStrike({
    hold: ({ label }) => label === "two",
    killLeaderOf: { topic: "order-events", partition: 0 },
  });
  expect([see("one"), see("two"), see("two")]).toEqual(["pass", "hold", "pass"]);
  await strike.done;
  expect(blows).toEqual(["kill leader of order-events-0", "drop two"]);
});
