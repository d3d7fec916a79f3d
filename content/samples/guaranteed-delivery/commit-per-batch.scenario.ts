// Killed between a batch and its commit, with 1,000 events waiting.
import type {
  Match,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  BOOK,
  killedWhen,
} from "./killed-at-500.scenario-parts.ts";
import { readBy } from "./killed-on-the-log.scenario-parts.ts";

const warehouse = readBy("commit-per-batch.ts");
/** The commit of the sixth hundred. */
const NTH = 6;

const isCommit =
  (kind: "request" | "response"): Match =>
  ({ event }) =>
    event.kind === kind && event.api === "OffsetCommit";

export default {
  ...warehouse,
  story: "Killed in the sixth batch",
  programs: {
    orders: {
      ...warehouse.programs.orders,
      ready: "1000 acknowledged",
    },
    warehouse: warehouse.programs.warehouse,
  },
  heldPoints: {
    "before the work of a batch": killedWhen({
      hold: isCommit("response"),
      nth: NTH - 1,
      goesOn: true,
      lock: BOOK,
      // As written its commit never comes.
      until: ({ seen }) =>
        seen.filter(isCommit("response")).length >= NTH,
      orAfterMs: 500,
    }),
    "after a batch, before its commit": killedWhen({
      hold: isCommit("request"),
      nth: NTH,
    }),
    "after its commit": killedWhen({
      hold: isCommit("response"),
      nth: NTH,
    }),
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
  without: {
    file: "commit-per-batch.ts",
    line: `    await workOn(batch);
    await commit(batch);`,
    instead: `    await commit(batch);
    await workOn(batch);`,
    says: "with the commit before the work",
    fails: {
      at: "after its commit",
      counts: {
        sent: 1_000,
        committed: 1_000,
        handled: 900,
        lost: 100,
        twice: 0,
      },
    },
  },
  keepWire: ["after a batch, before its commit"],
} satisfies Scenario;
