// Nothing breaks: what each way to send puts on the wire.
import type {
  Look,
  Program,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { countProduced } from "./wire.scenario-parts.ts";

const programs = {
  "one at a time": sent("--size=1"),
  "one, not waited for": sent("--size=1", "--at-once"),
  "100 at a time": sent("--size=100"),
  "100, gzip": sent("--size=100", "--compression=gzip"),
  "100, zstd": sent("--size=100", "--compression=zstd"),
};

export default {
  story: "the standard run",
  brokers: 1,
  programs,
  over: ({ hasEnded }) => Object.keys(programs).every(hasEnded),
  heldPoints: { nothing: {} },
  counts: (look) =>
    Object.assign(
      {},
      ...Object.keys(programs).map((name) => count(look, name)),
    ),
  mustHold: {},
} satisfies Scenario;

/** Ready, for the next one, when it has done its work. */
function sent(...options: string[]): Program {
  return {
    file: "batches.ts",
    arguments: options,
    ready: "done",
  };
}

function count(look: Look, name: string): Record<string, number> {
  const { requests, bytes } = countProduced(look, name);
  return {
    [`${name}: requests`]: requests,
    [`${name}: bytes`]: bytes,
  };
}
