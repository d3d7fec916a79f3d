// Orders is killed after its row, before its event arrives.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  countPublished,
  DOWN_MS,
  isProduce,
  topics,
} from "./outbox.scenario-parts.ts";

export default {
  story: "",
  brokers: 1,
  database: "postgres",
  topics,
  programs: {
    orders: { file: "dual-write.ts", ready: "Orders: ready" },
    client: { file: "place-orders.ts" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "after the row, before the event arrives": {
      hold: isProduce("request", "orders"),
      nth: 50,
      kill: "orders",
      backAfterMs: DOWN_MS,
    },
  },
  counts: countPublished,
  mustHold: {
    "every order is placed": ({ orders }) => orders === 100,
  },
} satisfies Scenario;
