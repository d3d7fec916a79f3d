// The leader is killed ahead of its followers: the Java client.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { publishedWhilePaused } from "../../guaranteed-delivery/followers-paused.scenario-parts.ts";

export default {
  ...publishedWhilePaused({
    orders: { file: "PublishToReplicas.java", throughTap: true },
    pause: {
      file: "../../guaranteed-delivery/pause-followers.ts",
    },
    reader: { file: "../../clients/read-to-the-end.ts" },
  }),
  mustHold: {
    "no acknowledged event is lost": ({ lost }) => lost === 0,
    "no event is written twice": ({ twice }) => twice === 0,
    "every event is acknowledged": ({ acknowledged }) =>
      acknowledged === 20,
  },
  without: {
    file: "PublishToReplicas.java",
    line: `            "acks", "all",
            // Named, so that another acks is an error.
            "enable.idempotence", true);`,
    instead: `            "acks", "1");`,
    says: "with acks=1",
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
