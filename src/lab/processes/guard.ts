import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";

/** Starts processes and makes folders of which nothing is left, however this process ends. */
export interface Guard {
  /** Starts a command in a process group of its own, standard output and error piped. What is left of the group ends with its first process. */
  readonly spawn: (
    command: string,
    args: readonly string[],
    options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
  ) => ChildProcess;
  /** A new empty folder. */
  readonly makeFolder: (name: string) => string;
  readonly removeFolder: (folder: string) => void;
  /** Ends every process and removes every folder that is left. */
  readonly close: () => void;
}

/**
 * A child says itself that it has begun, before it becomes the command: between a fork and a message from here this
 * process could be killed. Its own end of the watchdog's pipe is closed by then, so that the pipe ends with this process.
 */
const SAY_AND_BECOME = 'echo "+ $$" >&3; exec 3>&-; exec "$@"';

/** Opens a guard with its watchdog. @throws Error on Windows, which has no process groups. */
export function openGuard(): Guard {
  if (process.platform === "win32") {
    throw new Failure(
      "no-process-groups",
      "Samples are run on Linux and macOS; Windows has no process groups.\n" +
        "  Type it inside WSL: npm run verify",
    );
  }
  const watchdog = spawn(process.execPath, [path.join(import.meta.dirname, "watchdog.ts")], {
    // A group of its own: Ctrl-C in a terminal must not reach it.
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  watchdog.unref();
  const told = watchdog.stdio[3];
  if (!(told instanceof Socket)) throw new Error("The watchdog has no pipe.");
  told.unref();
  // The watchdog exited first: EPIPE is of no interest.
  told.on("error", () => undefined);
  const groups = new Map<number, ChildProcess>();
  const folders = new Set<string>();

  const endGroup = (group: number): void => {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // Its processes have ended.
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
    spawn(command, args, { cwd, env }) {
      const options: SpawnOptions = {
        cwd,
        detached: true,
        stdio: ["ignore", "pipe", "pipe", told],
        ...(env === undefined ? {} : { env }),
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
      // Reported before it is made: this process could be killed between the two.
      told.write(`+ ${folder}\n`);
      folders.add(folder);
      mkdirSync(folder, { mode: 0o700 });
      return folder;
    },
    removeFolder,
    close,
  };
}
