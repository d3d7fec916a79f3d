// Four members of one group on three partitions.
// Run: node idle-consumer.ts
import { standardRun } from "../shop/standard-run.ts";
import {
  joinGroup,
  type Member,
  partitionsOf,
  untilShared,
} from "./join-group.ts";
import { publish } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const MEMBERS = 4;

// #region read
/** What each of them reads, until all of it is read. */
async function readAll(
  members: readonly Member[],
  events: number,
): Promise<Map<Member, number>> {
  const read = new Map(members.map((it) => [it, 0]));
  let total = 0;
  const readAsOne = async (member: Member) => {
    for await (const _ of member.stream) {
      read.set(member, (read.get(member) ?? 0) + 1);
      total += 1;
      // A topic has no end: the last event stops all members.
      if (total < events) continue;
      await Promise.all(members.map((it) => it.stream.close()));
    }
  };
  await Promise.all(members.map(readAsOne));
  return read;
}
// #endregion read

async function shareTopic(): Promise<void> {
  const events = standardRun();
  await publish(events);
  const members: Member[] = [];
  try {
    for (let one = 1; one <= MEMBERS; one += 1) {
      members.push(await joinGroup(`warehouse-${one}`));
    }
    await untilShared(members);
    const read = await readAll(members, events.length);
    // Which of them is idle is chance.
    const most = [...read].sort(([, a], [, b]) => b - a);
    for (const [member, count] of most) {
      const { length } = partitionsOf(member);
      console.log(`partitions: ${length}, events: ${count}`);
    }
  } finally {
    for (const member of members) await member.leave();
  }
}

await withTopics(["order-events"], shareTopic);
