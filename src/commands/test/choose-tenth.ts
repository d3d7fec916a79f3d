import { execFileSync } from "node:child_process";
import { PARTS } from "../../lab/verify/wish.ts";

/** Which tenth of all runs a commit makes, and how it was chosen. */
export interface Tenth {
  readonly tenth: number;
  readonly why: string;
}

/**
 * Chooses a tenth of all runs by the number of commits up to HEAD, so that ten commits in a row, each tested, make
 * every run once. A shallow clone does not have that number; there the commit's hash chooses, and ten commits may leave
 * some runs out.
 *
 * @returns `undefined` outside a clone
 */
export function chooseTenth(root: string): Tenth | undefined {
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    if (git("rev-parse", "--is-shallow-repository") === "true") {
      const hash = git("rev-parse", "HEAD");
      const tenth = Number.parseInt(hash.slice(0, 8), 16) % PARTS;
      return { tenth, why: `by the hash of commit ${hash.slice(0, 8)}, in a shallow clone` };
    }
    const commits = Number(git("rev-list", "--count", "HEAD"));
    return { tenth: commits % PARTS, why: `by its place, commit ${commits}` };
  } catch {
    return undefined;
  }
}
