// Nothing breaks: two sizes of a record.
import {
  countProduced,
  readTopic,
} from "./wire.scenario-parts.ts";
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  ...readTopic("too-large.ts"),
  counts: (look) => ({ requests: countProduced(look).requests }),
} satisfies Scenario;
