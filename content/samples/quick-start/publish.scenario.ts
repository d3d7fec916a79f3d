// Nothing breaks: what the broker is asked to write, and how.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { produceRequest } from "../kafka/wire.scenario-parts.ts";

export default {
  story: "the quick start",
  brokers: 1,
  programs: { publisher: { file: "publish.ts" } },
  over: ({ hasEnded }) => hasEnded("publisher"),
  heldPoints: { nothing: {} },
  counts: ({ seen }: Look) => {
    const requests = seen.flatMap(produceRequest);
    return {
      written: requests.flatMap(({ records }) => records).length,
      requests: requests.length,
      "of all replicas": requests.filter(
        ({ body }) => body["Acks"] === -1,
      ).length,
    };
  },
  mustHold: {
    "every change is written": ({ written }) => written === 9,
    "all replicas in sync acknowledge": (counts) =>
      counts["of all replicas"] === counts["requests"],
  },
} satisfies Scenario;
