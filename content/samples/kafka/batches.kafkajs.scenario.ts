// The same by KafkaJS, but zstd: it has no codec for that.
import type {
  Counts,
  Scenario,
} from "../../../src/lab/scenario.ts";
import original from "./batches.scenario.ts";

const { "100, zstd": _, ...sent } = original.programs;
const file = "batches.kafkajs.ts";
const programs = Object.fromEntries(
  Object.entries(sent).map(([name, it]) => [
    name,
    { ...it, file },
  ]),
);

export default {
  ...original,
  programs,
  over: ({ hasEnded }) => Object.keys(programs).every(hasEnded),
  counts: (look) => withoutZstd(original.counts(look)),
} satisfies Scenario;

function withoutZstd(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).filter(
      ([name]) => !name.startsWith("100, zstd"),
    ),
  );
}
