// A handler takes longer than its member's session.
// Run: node long-handler.ts
import { setTimeout as sleep } from "node:timers/promises";
import { joinGroup, until, untilShared } from "./join-group.ts";
import { withTopics } from "./with-topics.ts";

/** The least that a broker allows by default. */
const SESSION_MS = 6_000;
const WORK_MS = 2 * SESSION_MS;

// #region work
const handlers = {
  /** Waits for somebody else, as for a database. */
  "the handler waits": () => sleep(WORK_MS),
  /** Computes, and nothing else runs in this process. */
  "the handler computes": () => {
    const end = performance.now() + WORK_MS;
    while (performance.now() < end);
  },
};
// #endregion work

async function handle(
  says: string,
  work: () => void | Promise<void>,
): Promise<void> {
  const member = await joinGroup("warehouse-1", {
    sessionTimeout: SESSION_MS,
  });
  const { consumer } = member;
  try {
    await untilShared([member]);
    const before = consumer.memberId;
    let isHeard = false;
    await work();
    consumer.once(
      "consumer:heartbeat:end",
      () => (isHeard = true),
    );
    await until(() => isHeard);
    const isSame = consumer.memberId === before;
    const now = isSame ? "still a member" : "joined again";
    console.log(`${says}: ${now}`);
  } finally {
    await member.leave();
  }
}

await withTopics(["order-events"], async () => {
  for (const [says, work] of Object.entries(handlers)) {
    await handle(says, work);
  }
});
