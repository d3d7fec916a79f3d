// `npm run build`: the finished site in dist/, or the old one untouched and exit code 1.
// `npm run build -- .cache/other` builds into another folder.
import { relative, resolve } from "node:path";
import { exitWithFailure, Failure } from "../report/failure.mjs";
import { buildSite } from "./build-site.ts";
import { explainError } from "./explain-error.ts";
import { exitOnSignals } from "./exit-on-signals.ts";
import { readOptions } from "./read-options.ts";

const root = process.cwd();
const into = readFolder();
console.log("Building the site.");
const started = performance.now();

exitOnSignals();
try {
  await buildSite(root, into);
} catch (error) {
  console.error(explainError(error));
  const folder = relative(root, into);
  console.error("");
  exitWithFailure(new Failure("build-failed", `Nothing was written; ${folder} is as it was.`));
}
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`Built ${relative(root, into)} in ${seconds} s.`);
// Vite may keep handles open after a build, and they would keep this process alive.
process.exit(0);

function readFolder(): string {
  try {
    const usage = { command: "npm run build", options: {}, words: "folder", most: 1 };
    return resolve(root, readOptions(usage).positionals[0] ?? "dist");
  } catch (error) {
    return exitWithFailure(error);
  }
}
