// The leader is killed ahead of its followers.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedWhilePaused } from "./followers-paused.scenario-parts.ts";

export default {
  ...publishedWhilePaused({
    orders: { file: "publish-to-replicas.ts" },
    pause: { file: "pause-followers.ts" },
    reader: { file: "../clients/read-to-the-end.ts" },
  }),
  mustHold: {
    "no acknowledged event is lost": ({ lost }) => lost === 0,
    "no event is written twice": ({ twice }) => twice === 0,
    "every event is acknowledged": ({ acknowledged }) =>
      acknowledged === 20,
  },
  without: {
    file: "replicated-producer.ts",
    line: "  idempotent: true,\n",
    says: "without idempotent: true, which is acks=1",
    fails: {
      at: "the leader is killed while its followers pause",
      counts: {
        acknowledged: 20,
        lost: 10,
        twice: 0,
        "out of order": 0,
      },
    },
  },
} satisfies Scenario;
