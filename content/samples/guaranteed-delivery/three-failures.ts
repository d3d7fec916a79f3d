// Three kinds of failure, and what becomes of the record.
// Run: node three-failures.ts
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { standardRun } from "../shop/standard-run.ts";
import { handleOrGiveUp } from "./give-up.ts";
import { FailsForGood } from "./retry.ts";

// So that the run is short; without it the first wait is longer.
const FIRST_WAIT_MS = 1;
const [placed] = standardRun();
if (!placed) throw new Error("the run has no event");
const anEvent = OrderEvent.encode(placed).finish();
const text = Buffer.from("o-001 was placed");

// #region kinds
await show("is done", anEvent, () => undefined);
await show("does not decode", text, () => undefined);
await show("is refused each time", anEvent, () => {
  throw new FailsForGood("nobody delivers to this address");
});
await show("is away three times", anEvent, (attempt) => {
  if (attempt <= 3) throw new Error("away");
});
await show("is away for long", anEvent, () => {
  throw new Error("away");
});
// #endregion kinds

async function show(
  what: string,
  value: Uint8Array,
  fulfil: (attempt: number) => void,
): Promise<void> {
  const place = { topic: "order-events", partition: 1 };
  let attempts = 0;
  const ends = await handleOrGiveUp(
    { ...place, offset: 0n, value },
    async () => {
      attempts += 1;
      await Promise.resolve();
      fulfil(attempts);
    },
    FIRST_WAIT_MS,
  ).then(
    (reason) => (reason ? "dead letter, commit" : "commit"),
    () => "no commit: the program ends",
  );
  console.log(`${what}: attempts ${attempts}, ${ends}`);
}
