// The lab's watchdog, a process of its own. It is told on file descriptor 3, a line each, what has begun (`+ 4711`, a
// process group; `+ /tmp/run-x`, a folder) and what is over (`- 4711`). When everybody who could tell it more is gone,
// whatever is still there is ended and removed: even a killed runner leaves nothing.
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
    // It has ended by itself.
  }
}
for (const folder of begun) {
  if (!groups.includes(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
