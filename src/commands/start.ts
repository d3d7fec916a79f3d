// `npm start`: builds the site and serves it on http://localhost:4321 (or PORT) until Ctrl-C.
// `npm start -- --no-build` serves dist/ as it is.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitLike, runToEnd } from "../install/child.mjs";
import { exitOnSignals } from "./exit-on-signals.ts";
import { readOptions } from "./read-options.ts";
import { Failure, exitWithFailure } from "../report/failure.mjs";
import { startServer } from "../serve/serve.ts";
import { readAddress, refuseTakenPort } from "../serve/address.ts";

const root = process.cwd();
const directory = join(root, "dist");

try {
  const { values } = readOptions({
    command: "npm start",
    options: { "no-build": { type: "boolean", default: false } },
  });
  const address = readAddress(process.env, "npm start");
  if (values["no-build"]) {
    requireBuilt();
  } else {
    // Checked first: with a taken port, half a minute of building would be wasted.
    await refuseTakenPort(address, "npm start");
    await buildFirst();
  }
  const server = await startServer({ directory, ...address });
  // Stopping the server is no failure, and npm reports every exit code but 0 as one.
  exitOnSignals(0);
  console.log(`${server.url}  (Ctrl-C stops)`);
} catch (error) {
  exitWithFailure(error);
}

/** Builds in a separate process, so that the server does not keep the memory that a build takes. */
async function buildFirst(): Promise<void> {
  const script = join(import.meta.dirname, "build.ts");
  const ending = await runToEnd(process.execPath, [...process.execArgv, script]);
  if (ending.code !== 0) await exitLike(ending);
}

function requireBuilt(): void {
  if (existsSync(join(directory, "index.html"))) return;
  throw new Failure("not-built", "dist/index.html is not there.\n  Type: npm run build");
}
