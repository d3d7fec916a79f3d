// What a member has in memory of a partition that has moved.
// Run: node moved-partition.ts
import { standardRun } from "../shop/standard-run.ts";
import {
  joinGroup,
  type Member,
  partitionsOf,
  type Protocol,
  until,
  untilShared,
} from "./join-group.ts";
import { publish } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const EVENTS = 1_000;
const protocols: readonly Protocol[] = ["classic", "consumer"];

interface Read {
  /** "0:291" for each record. */
  readonly own: string[];
  readonly moved: string[];
}

// #region read
/** Whose partition is a record's, at the moment it is read? */
async function read(
  member: Member,
  count: number,
  atFirst?: () => Promise<void>,
): Promise<Read> {
  const own: string[] = [];
  const moved: string[] = [];
  for await (const { partition, offset } of member.stream) {
    if (own.length + moved.length === 0) await atFirst?.();
    const isOwn = partitionsOf(member).includes(partition);
    (isOwn ? own : moved).push(`${partition}:${offset}`);
    if (own.length + moved.length === count) break;
  }
  return { own, moved };
}
// #endregion read

// #region grow
/** The second one joins while the first has 1,000 in hand. */
async function grow(groupProtocol: Protocol): Promise<void> {
  await publish(standardRun());
  const first = await joinGroup("warehouse-1", { groupProtocol });
  const members = [first];
  const atFirst = async () => {
    await until(() => first.stream.readableLength === EVENTS - 1);
    members.push(
      await joinGroup("warehouse-2", { groupProtocol }),
    );
    await untilShared(members);
  };
  try {
    const { own, moved } = await read(first, EVENTS, atFirst);
    const total = (own.length + moved.length).toLocaleString(
      "en",
    );
    console.log(`${groupProtocol}: the first reads ${total}`);
    const [, second] = members;
    if (!second) return;
    const again = await read(second, moved.length);
    const both = moved.filter((it) => again.own.includes(it));
    const all = both.length === moved.length ? "all" : "some";
    console.log(`  of what has moved the second reads ${all}`);
  } finally {
    for (const member of members) await member.leave();
  }
}
// #endregion grow

for (const protocol of protocols) {
  await withTopics(["order-events"], () => grow(protocol));
}
