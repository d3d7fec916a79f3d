// What the scenarios of share groups share.
import type {
  Look,
  Program,
  Scenario,
  Topic,
} from "../../../../src/lab/scenario.ts";

export const topics: readonly Topic[] = [
  { name: "order-events", partitions: 1 },
];

export const orders = {
  file: "../../kafka/publish-to-one-partition.ts",
  ready: "100 published",
} satisfies Program;

/** Nothing breaks: 100 events, and a program of members. */
export function readShared(file: string) {
  return {
    story: "the standard run",
    brokers: 1,
    topics,
    programs: { orders, warehouse: { file } },
    over: ({ hasEnded }) => hasEnded("warehouse"),
    heldPoints: { nothing: {} },
  } satisfies Partial<Scenario>;
}

/** "first: 50" → 50. */
export function readNumber(look: Look, name: string): number {
  const line = look
    .output("warehouse")
    .find((it) => it.startsWith(`${name}: `));
  return Number(line?.split(": ")[1] ?? Number.NaN);
}

/** Lines of the members that have these words. */
export function countLines(look: Look, words: string): number {
  return look
    .output("warehouse")
    .filter((line) => line.includes(words)).length;
}
