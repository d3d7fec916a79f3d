// Tuesday's deploy: one member goes, the other takes over.
// Run: node take-over.ts
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
/** Short, for a run of seconds. A broker allows 6 s or more. */
const SESSION_MS = 10_000;
const HEARTBEAT_MS = 500;

// #region take-over
async function takeOver(signal: NodeJS.Signals): Promise<void> {
  const staying = await joinGroup("warehouse-1", {
    sessionTimeout: SESSION_MS,
  });
  try {
    const leaving = await startChild(
      WAREHOUSE,
      "warehouse-2",
      String(SESSION_MS),
    );
    await until(() => partitionsOf(staying).length < 3);
    const since = performance.now();
    leaving.signal(signal);
    await untilShared([staying]);
    const ms = performance.now() - since;
    // Its last heartbeat may have been a moment ago.
    const isEarly = ms < SESSION_MS - 2 * HEARTBEAT_MS;
    const when = isEarly ? "at once" : "when its session is over";
    console.log(`${signal}: taken over ${when}`);
    await leaving.exit;
  } finally {
    await staying.leave();
  }
}
// #endregion take-over

await withTopics(["order-events"], async () => {
  await takeOver("SIGTERM");
  await takeOver("SIGKILL");
});
