import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";

/** Starts processes and makes folders, and sees to it that none of them is left, however this process ends. */
export interface Guard {
  /**
   * Starts a command in a process group of its own, with standard output and error piped. When the command ends, the
   * rest of its group is killed.
   */
  readonly spawn: (command: string, args: readonly string[], options: SpawnAs) => ChildProcess;
  /** Makes a new empty folder below the system's temporary folder. */
  readonly makeFolder: (name: string) => string;
  readonly removeFolder: (folder: string) => void;
  /** Kills every process and removes every folder that is left. */
  readonly close: () => void;
}

interface SpawnAs {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The user and group that run the command; without them this process's own. */
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The child reports itself to the watchdog before it becomes the command: if this process reported it, it could be
 * killed between the fork and the message. The child then closes its end of the pipe, so that the pipe ends with this
 * process.
 */
const SAY_AND_BECOME = 'echo "+ $$" >&3; exec 3>&-; exec "$@"';

/** Opens a guard with its watchdog. @throws Failure on Windows, which has no process groups */
export function openGuard(): Guard {
  if (process.platform === "win32") {
    throw new Failure(
      "no-process-groups",
      "Samples are run on Linux and macOS; Windows has no process groups.\n" +
        "  Type it inside WSL: npm run verify",
    );
  }
  const watchdog = spawn(process.execPath, [path.join(import.meta.dirname, "watchdog.ts")], {
    // In a group of its own, the watchdog does not get Ctrl-C from the terminal.
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  watchdog.unref();
  const told = watchdog.stdio[3];
  if (!(told instanceof Socket)) throw new Error("The watchdog has no pipe.");
  told.unref();
  // Ignores EPIPE, which is raised when the watchdog has exited first.
  told.on("error", () => undefined);
  const groups = new Map<number, ChildProcess>();
  const folders = new Set<string>();

  const endGroup = (group: number): void => {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // All processes of the group have ended.
    }
  };
  const removeFolder = (folder: string): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    folders.delete(folder);
    told.write(`- ${folder}\n`);
  };
  const close = (): void => {
    for (const group of groups.keys()) endGroup(group);
    for (const folder of folders) removeFolder(folder);
    process.off("exit", close);
    told.end();
  };
  process.on("exit", close);

  return {
    spawn(command, args, as) {
      const options: SpawnOptions = {
        ...as,
        detached: true,
        stdio: ["ignore", "pipe", "pipe", told],
      };
      const child = spawn("/bin/sh", ["-c", SAY_AND_BECOME, "sh", command, ...args], options);
      const { pid } = child;
      if (pid !== undefined) {
        groups.set(pid, child);
        child.once("exit", () => {
          endGroup(pid);
          groups.delete(pid);
          told.write(`- ${pid}\n`);
        });
      }
      return child;
    },
    makeFolder(name) {
      const folder = path.join(realpathSync(tmpdir()), `wire-and-log-${name}-${randomUUID()}`);
      // The folder is reported before it is made, since this process could be killed in between.
      told.write(`+ ${folder}\n`);
      folders.add(folder);
      mkdirSync(folder, { mode: 0o700 });
      return folder;
    },
    removeFolder,
    close,
  };
}
