// Two of one transactional id, in one program.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { shop } from "./per-warehouse.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop, warehouse: { file: "fenced.ts" } },
  over: ({ hasEnded }) => hasEnded("warehouse"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
