// Which process of this machine listens at a port (Linux).
import { readdir, readFile, readlink } from "node:fs/promises";

const LISTENS = "0A";

/** Throws if no process of this user listens there. */
export async function processAt(port: number): Promise<number> {
  const socket = `socket:[${await socketAt(port)}]`;
  const folders = await readdir("/proc");
  for (const id of folders.filter((it) => /^\d+$/.test(it))) {
    if (await has(id, socket)) return Number(id);
  }
  throw new Error(`no process listens at ${port}`);
}

async function socketAt(port: number): Promise<string> {
  for (const table of ["tcp", "tcp6"]) {
    const text = await readFile(`/proc/net/${table}`, "utf8");
    const row = text
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .find(
        ([, local = "", , state]) =>
          Number.parseInt(local.split(":")[1] ?? "", 16) ===
            port && state === LISTENS,
      );
    if (row?.[9]) return row[9];
  }
  throw new Error(`nothing listens at ${port}`);
}

/** False also for a process that is another user's, or gone. */
async function has(id: string, socket: string): Promise<boolean> {
  try {
    for (const file of await readdir(`/proc/${id}/fd`)) {
      const link = await readlink(`/proc/${id}/fd/${file}`).catch(
        () => "",
      );
      if (link === socket) return true;
    }
  } catch {
    return false;
  }
  return false;
}
