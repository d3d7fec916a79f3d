import { readFileSync } from "node:fs";

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Does `work` on a file or folder; `undefined` when it does not exist. */
export function ifThere<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The text of a file; `undefined` when it does not exist. */
export function readTextIfThere(file: string): string | undefined {
  return ifThere(() => readFileSync(file, "utf8"));
}
