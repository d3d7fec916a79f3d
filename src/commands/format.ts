// `npm run format`: Prettier over sources, tests and content. `npm run format -- --check` changes no file.
import { join } from "node:path";
import { exitLike, runToEnd } from "../install/child.mjs";
import { exitWithFailure } from "../report/failure.mjs";
import { readOptions } from "./read-options.ts";

const prettier = join(process.cwd(), "node_modules", "prettier", "bin", "prettier.cjs");
// Prints no line for a file that needs no change, and accepts a folder that does not exist yet.
const options = ["--log-level=warn", "--no-error-on-unmatched-pattern"];
const files = ["src", "tests", "content", "*.{ts,mjs}"];
await exitLike(await runToEnd(process.execPath, [prettier, readMode(), ...options, ...files]));

function readMode(): "--check" | "--write" {
  try {
    const { values } = readOptions({
      command: "npm run format",
      options: { check: { type: "boolean", default: false } },
    });
    return values.check ? "--check" : "--write";
  } catch (error) {
    return exitWithFailure(error);
  }
}
