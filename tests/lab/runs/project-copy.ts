import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const project = path.join(import.meta.dirname, "..", "..", "..");

/** A copy of this project's content, for runs that change it or could: its commands are this project's. */
export interface ProjectCopy {
  readonly root: string;
  /** Where its commands put temporary files, and nothing else does. */
  readonly temporary: string;
  /** Replaces a piece of a file that stands there once. */
  readonly change: (file: string, piece: string, instead: string) => void;
  readonly startVerify: (...options: string[]) => ChildProcess;
  readonly verify: (
    ...options: string[]
  ) => Promise<{ readonly code: number; readonly output: string }>;
  readonly remove: () => void;
}

export function copyProject(): ProjectCopy {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "wire-and-log-copy-")));
  for (const name of ["content", "package.json", "package-lock.json", "tsconfig.json", "src"]) {
    cpSync(path.join(project, name), path.join(root, name), { recursive: true });
  }
  const temporary = path.join(root, "tmp");
  mkdirSync(temporary);
  symlinkSync(path.join(project, "node_modules"), path.join(root, "node_modules"));
  const startVerify = (...options: string[]): ChildProcess =>
    spawn(process.execPath, [path.join(root, "src", "commands", "verify.ts"), ...options], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
    });
  return {
    root,
    temporary,
    startVerify,
    change(file, piece, instead) {
      const target = path.join(root, file);
      const text = readFileSync(target, "utf8");
      if (text.split(piece).length !== 2) throw new Error(`"${piece}" is not once in ${file}.`);
      writeFileSync(
        target,
        text.replace(piece, () => instead),
      );
    },
    async verify(...options) {
      const child = startVerify(...options);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
      }
      await once(child, "close");
      return { code: child.exitCode ?? -1, output };
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
