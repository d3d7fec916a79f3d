// Finds npm, which installs the packages and rebuilds the one with a native binary.

/** Finds the npm that started this script, with the Node that it runs on; otherwise the npm on the PATH. */
export function findNpm(env) {
  const cli = env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) {
    return { command: env.npm_node_execpath ?? process.execPath, before: [cli], shell: false };
  }
  // On Windows npm is npm.cmd, which only a shell can start.
  return { command: "npm", before: [], shell: process.platform === "win32" };
}
