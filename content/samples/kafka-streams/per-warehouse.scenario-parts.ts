// What the scenarios of counting per warehouse share.
import type {
  Counts,
  Look,
  Program,
} from "../../../src/lab/scenario.ts";

export const WINDOWS = 45;

export const shop: Program = {
  file: "create-topics.ts",
  ready: "4 topics are there",
};

/** Publishes, and is ready when everything lies in the topic. */
export const orders: Program = {
  file: "publish.ts",
  ready: "1001 acknowledged",
};

/** The job by hand. */
export const byHand: Program = {
  file: "../guaranteed-delivery/start-as.ts",
  arguments: ["warehouse-0", "count-per-warehouse.ts"],
  ready: "Warehouse: ready",
};

/** The job as a topology. */
export const streams: Program = {
  file: "../java/main/CountPerWarehouse.java",
  arguments: ["warehouse-0"],
  ready: "Warehouse: ready",
};

/** Reads these topics, and compares what is in them. */
export function compared(...topics: string[]): Program {
  return { file: "compare.ts", arguments: topics };
}

/** What the comparison says of a topic. */
export function countResults(look: Look, topic: string) {
  const line = look
    .output("analytics")
    .find((it) => it.startsWith(`${topic}: `));
  const numbers = line?.slice(topic.length).match(/\d+/g) ?? [];
  const [results = 0, events = 0, equal = 0] =
    numbers.map(Number);
  return { results, events, equal } satisfies Counts;
}
