// The lab's watchdog, a process of its own. It reads lines from file descriptor 3: what was started or made (`+ 4711`,
// a process group; `+ /tmp/run-x`, a folder), and what has ended or was removed (`- 4711`). The pipe ends when every
// process that could write to it has ended. Then the watchdog kills the groups and removes the folders that are left,
// so that even a killed runner leaves nothing behind.
import { rmSync } from "node:fs";
import { Socket } from "node:net";
import { createInterface } from "node:readline";

const begun = new Set<string>();
const told = new Socket({ fd: 3, readable: true, writable: false });

for await (const line of createInterface({ input: told })) {
  const what = line.slice(2);
  if (line.startsWith("+ ")) begun.add(what);
  else begun.delete(what);
}
const groups = [...begun].filter((what) => /^\d+$/.test(what));
for (const group of groups) {
  try {
    process.kill(-Number(group), "SIGKILL");
  } catch {
    // All processes of the group have ended.
  }
}
for (const folder of begun) {
  if (!groups.includes(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
