// Tests of a stream: a cut, a cancel, a back-off, a deadline.
// Run: node follow.test.ts
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as work } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import { isServiceError } from "../grpc/calls.ts";
import { standardRun } from "../shop/standard-run.ts";
import { follow, pauseFor } from "./follow.ts";
import { serveOrders } from "./orders-in-process.ts";

/** A test that hangs fails. */
const timeout = 10_000;
const events = standardRun().slice(0, 6);
const ids = events.map(({ eventId }) => eventId);

// #region cut
await test(
  "a cut wire loses nothing and doubles nothing",
  { timeout },
  async (t) => {
    const orders = await serveOrders(events, 3);
    t.after(orders.close);
    const handled: string[] = [];
    let isBusy = false;
    await follow(orders.client, {
      async handle({ eventId }) {
        assert.equal(isBusy, false);
        isBusy = true;
        await work();
        isBusy = false;
        handled.push(eventId);
        if (handled.length === 3) orders.relay.cut();
      },
      signal: new AbortController().signal,
      pause: async () => {},
    });
    assert.deepEqual(handled, ids);
    assert.equal(orders.cursors.at(-1), "3");
  },
);
// #endregion cut

// #region cancel
await test(
  "a reader that leaves makes Orders stop",
  { timeout },
  async (t) => {
    const orders = await serveOrders(events, 1);
    t.after(orders.close);
    const leave = new AbortController();
    await follow(orders.client, {
      handle: async () => leave.abort(),
      signal: leave.signal,
    });
    await orders.stopped;
  },
);
// #endregion cancel

// #region clock
await test(
  "the fifth pause lasts 16 s",
  { timeout },
  async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    t.mock.method(Math, "random", () => 0.5);
    let isOver = false;
    const pause = pauseFor(4).then(() => {
      isOver = true;
    });
    t.mock.timers.tick(15_999);
    await Promise.resolve();
    assert.equal(isOver, false);
    t.mock.timers.tick(1);
    await pause;
  },
);
// #endregion clock

// #region deadline
await test(
  "a call that hangs ends at its deadline",
  { timeout },
  async (t) => {
    const orders = await serveOrders(events, 0);
    t.after(orders.close);
    const deadline = Date.now() + 200;
    const call = orders.client.followOrders(
      { afterCursor: "0" },
      { deadline },
    );
    await assert.rejects(
      call.toArray(),
      (error) =>
        isServiceError(error) &&
        error.code === status.DEADLINE_EXCEEDED,
    );
    await orders.stopped;
  },
);
// #endregion deadline
