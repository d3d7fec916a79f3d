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
  const staying = await joinGroup("warehouse-1", {
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
    const leaving = await start();
    await until(() => partitionsOf(staying).length < 3);
    const before = staying.consumer.generationId;
    leaving.signal(one.signal);
    await leaving.exit;
    const returned = await start();
    const same = staying.consumer.generationId === before;
    console.log(
      `${one.says}: ${same ? "no rebalance" : "a rebalance"}`,
    );
    returned.signal("SIGTERM");
    await returned.exit;
    await untilShared([staying]);
  } finally {
    await staying.leave();
  }
}
// #endregion restart

await withTopics(["order-events"], async () => {
  for (const one of cases) await restart(one);
});
