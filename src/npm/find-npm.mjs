// Finds npm, for what installs packages and for what has one of them rebuilt.

/** The npm that runs this script, on the Node it runs on; otherwise the one on PATH. */
export function findNpm(env) {
  const cli = env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) {
    return { command: env.npm_node_execpath ?? process.execPath, before: [cli], shell: false };
  }
  // On Windows npm is npm.cmd, which only a shell can start.
  return { command: "npm", before: [], shell: process.platform === "win32" };
}
