// Killed around the commit of the batch that has order 137.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import {
  killedAt,
  mustHold,
  packedBy,
} from "../../guaranteed-delivery/packed-in-transactions.scenario-parts.ts";

const { programs, ...rest } = packedBy("");
const beside = "../../guaranteed-delivery";

export default {
  ...rest,
  programs: {
    orders: {
      ...programs.orders,
      file: `${beside}/${programs.orders.file}`,
    },
    warehouse: {
      file: "PackInTransactions.java",
      throughTap: true,
    },
    analytics: { file: `${beside}/${programs.analytics.file}` },
  },
  over: ({ hasEnded }) =>
    hasEnded("analytics") && hasEnded("warehouse"),
  heldPoints: {
    "before the commit": killedAt("EndTxn", "request"),
    "after the commit": killedAt("EndTxn", "response"),
  },
  // A poll may return what one partition's fetch has brought.
  moving: ["seen uncommitted"],
  mustHold,
} satisfies Scenario;
