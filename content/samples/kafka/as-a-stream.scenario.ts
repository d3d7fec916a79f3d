// Nothing breaks: into how many batches a stream gathers.
import type {
  Program,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { countProduced } from "./wire.scenario-parts.ts";

const programs = { default: marked(16), wide: marked(100) };

export default {
  story: "the standard run",
  brokers: 1,
  programs,
  over: ({ hasEnded }) => Object.keys(programs).every(hasEnded),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    "requests, mark 16": countProduced(look, "default").requests,
    "requests, mark 100": countProduced(look, "wide").requests,
  }),
  mustHold: {},
} satisfies Scenario;

function marked(mark: number): Program {
  return {
    file: "as-a-stream.ts",
    arguments: [`--high-water-mark=${mark}`],
    ready: "done",
  };
}
