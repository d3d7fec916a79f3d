// One, three and six members of a group on three partitions.
// Run: node read-by-members.ts
import { joinGroup, untilShared } from "../kafka/join-group.ts";
import { publish } from "../kafka/orders-producer.ts";
import { withTopics } from "../kafka/with-topics.ts";
import { standardRun } from "../shop/standard-run.ts";
import { byCount, readAll } from "./read-as-a-group.ts";

const events = standardRun();

// #region members
/** Each member has a consumer and a stream of its own. */
async function readBy(count: number): Promise<void> {
  const names = Array.from(
    { length: count },
    (_, index) => `warehouse-${index + 1}`,
  );
  const members = await Promise.all(
    names.map((name) => joinGroup(name)),
  );
  try {
    await untilShared(members);
    const read = await readAll(members, events.length);
    console.log(`members: ${count}, events: ${byCount(read)}`);
  } finally {
    for (const member of members) await member.leave();
  }
}
// #endregion members

await withTopics(["order-events"], async () => {
  await publish(events);
  // Nothing is committed: each count reads from the beginning.
  for (const count of [1, 3, 6]) await readBy(count);
});
