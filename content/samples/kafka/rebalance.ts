// A second member joins, and the first one is told.
// Run: node rebalance.ts --protocol=classic
import { parseArgs } from "node:util";
import {
  joinGroup,
  type Member,
  type Membership,
  partitionsOf,
  type Protocol,
  untilShared,
} from "./join-group.ts";
import { withTopics } from "./with-topics.ts";

const { values } = parseArgs({
  options: { protocol: { type: "string", default: "classic" } },
});

// #region follow
/** What the client says of its group, as it happens. */
function follow({ name, consumer }: Member): void {
  consumer.on("consumer:group:rebalance", () => {
    console.log(`${name}: rebalance`);
  });
  consumer.on("consumer:group:join", ({ generationId }) => {
    console.log(`${name}: joined, generation ${generationId}`);
  });
}
// #endregion follow

async function growTheGroup(
  membership: Membership,
): Promise<void> {
  const members = [await joinGroup("warehouse-1", membership)];
  try {
    await untilShared(members);
    report(members);
    members.forEach(follow);
    members.push(await joinGroup("warehouse-2", membership));
    await untilShared(members);
    report(members);
  } finally {
    for (const member of members) await member.leave();
  }
}

/** Which of them has more is chance under the older one. */
function report(members: readonly Member[]): void {
  const counts = members.map((it) => partitionsOf(it).length);
  const most = counts.toSorted((a, b) => b - a);
  console.log(`partitions: ${most.join(" and ")}`);
}

function protocolOf(name: string): Protocol {
  switch (name) {
    case "classic":
    case "consumer":
      return name;
    default:
      throw new Error(`unknown: "${name}"`);
  }
}

const groupProtocol = protocolOf(values.protocol);
await withTopics(["order-events"], () =>
  growTheGroup({ groupProtocol }),
);
console.log("done");
