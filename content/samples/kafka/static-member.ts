// A member comes back: does the other one see a rebalance?
// Run: node static-member.ts
import { startChild } from "../streaming-modes/start-child.ts";
import {
  joinGroup,
  partitionsOf,
  until,
  untilShared,
} from "./join-group.ts";
import { withTopics } from "./with-topics.ts";

const WAREHOUSE = new URL(
  "./warehouse-process.ts",
  import.meta.url,
);
/** Short, for a run of seconds; long enough to come back in. */
const SESSION_MS = 10_000;

interface Case {
  readonly says: string;
  readonly signal: NodeJS.Signals;
  readonly options: readonly string[];
}

// #region cases
const cases: readonly Case[] = [
  { says: "killed", signal: "SIGKILL", options: [] },
  {
    says: "killed, with a name",
    signal: "SIGKILL",
    options: ["named"],
  },
  {
    says: "closed, with a name",
    signal: "SIGTERM",
    options: ["named"],
  },
];
// #endregion cases

// #region restart
async function restart(one: Case): Promise<void> {
  const stays = await joinGroup("warehouse-1", {
    sessionTimeout: SESSION_MS,
  });
  const start = () =>
    startChild(
      WAREHOUSE,
      "warehouse-2",
      String(SESSION_MS),
      ...one.options,
    );
  try {
    const goes = await start();
    await until(() => partitionsOf(stays).length < 3);
    const before = stays.consumer.generationId;
    goes.signal(one.signal);
    await goes.exit;
    const back = await start();
    const same = stays.consumer.generationId === before;
    console.log(
      `${one.says}: ${same ? "no rebalance" : "a rebalance"}`,
    );
    back.signal("SIGTERM");
    await back.exit;
    await untilShared([stays]);
  } finally {
    await stays.leave();
  }
}
// #endregion restart

await withTopics(["order-events"], async () => {
  for (const one of cases) await restart(one);
});
