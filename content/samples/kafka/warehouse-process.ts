// The Warehouse as a process: a member that leaves on SIGTERM.
import { joinGroup } from "./join-group.ts";

const [name = "", sessionMs = "", named] = process.argv.slice(2);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());

// #region leave
const warehouse = await joinGroup(name, {
  sessionTimeout: Number(sessionMs),
  ...(named === "named" && { groupInstanceId: name }),
});
process.once("SIGTERM", () => void warehouse.stream.close());
process.send?.("joined");
try {
  for await (const _ of warehouse.stream);
} finally {
  await warehouse.leave();
  process.disconnect();
}
// #endregion leave
