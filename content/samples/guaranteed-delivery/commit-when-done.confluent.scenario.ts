// The same by Confluent's client, whose commit resolves before
// the broker has answered: other events are done by then, so a
// crash repeats some, and the order of work and commit is chance.
import type { Scenario } from "../../../src/lab/scenario.ts";
import original from "./commit-when-done.scenario.ts";

const { without: _, programs, ...rest } = original;
const file = "commit-when-done.confluent.ts";

export default {
  ...rest,
  programs: {
    ...programs,
    warehouse: {
      ...programs.warehouse,
      arguments: ["warehouse-0", file],
      throughTap: true,
    },
  },
  moving: ["twice"],
  keepWire: [],
  keepStrip: [],
} satisfies Scenario;
