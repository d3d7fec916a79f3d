// Nothing breaks: who joins, and who hands out partitions.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    classic: {
      file: "rebalance.ts",
      arguments: ["--protocol=classic"],
      ready: "done",
    },
    consumer: {
      file: "rebalance.ts",
      arguments: ["--protocol=consumer"],
      ready: "done",
    },
  },
  over: ({ hasEnded }) => hasEnded("consumer"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    ...count(look, "classic"),
    ...count(look, "consumer"),
  }),
  // A member is told again until it says that it has it.
  moving: ["consumer: assignments by the broker"],
  mustHold: {},
} satisfies Scenario;

/** Requests of the group, and who says what who has. */
function count({ seen }: Look, program: string) {
  const requests = seen.flatMap(({ from, event }) =>
    from === program && event.kind === "request" ? [event] : [],
  );
  const answers = seen.flatMap(({ to, event }) =>
    to === program && event.kind === "response" ? [event] : [],
  );
  const byMember = requests.filter(
    ({ api, body }) =>
      api === "SyncGroup" &&
      listIn(body["Assignments"]).length > 0,
  );
  const byBroker = answers.filter(
    ({ api, body }) =>
      api === "ConsumerGroupHeartbeat" &&
      body["Assignment"] !== null,
  );
  const joins = requests.filter(({ api }) => api === "JoinGroup");
  return {
    [`${program}: JoinGroup`]: joins.length,
    [`${program}: assignments by a member`]: byMember.length,
    [`${program}: assignments by the broker`]: byBroker.length,
  };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
