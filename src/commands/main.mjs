// Every npm script starts here: `node src/commands/main.mjs <command>`. This file is plain JavaScript,
// because it runs on any Node from 20 on, before packages are installed. It installs what
// package-lock.json names, then runs src/commands/<command>.ts on Node 24, which runs TypeScript files.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitWithFailure, Failure } from "../report/failure.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

try {
  await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  exitWithFailure(error);
}

async function main(command, options) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Failure(
      "old-node",
      `This is Node ${process.versions.node}; Wire & Log needs Node 20 or newer.\n` +
        "  Install one from https://nodejs.org, then type the command again.",
    );
  }
  const commands = listCommands();
  if (command === undefined || !commands.includes(command)) {
    throw new Failure(
      "unknown-command",
      `${command === undefined ? "No command" : `No command "${command}"`}.\n` +
        `  Commands: ${commands.join(", ")}. Type: npm run ${commands[0]}`,
    );
  }

  // Imported here, not above: a Node older than 20 may fail to parse these files before it prints the message above.
  const { installPackages } = await import("../install/install.mjs");
  const { findNode24 } = await import("../install/node-24.mjs");
  const { exitLike, runToEnd } = await import("../install/child.mjs");

  installPackages(root);
  const node = findNode24(root);
  // Node 24.0.0, the newest one in npm's package for Apple silicon, warns that running TypeScript is experimental.
  const flags = ["--disable-warning=ExperimentalWarning"];
  await exitLike(
    await runToEnd(node, [...flags, scriptOf(command), ...options], {
      cwd: root,
      env: environment(dirname(node)),
    }),
  );
}

/** Lists the npm scripts that have a file of the same name in `src/commands`. */
function listCommands() {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(scripts).filter((name) => existsSync(scriptOf(name)));
}

function scriptOf(command) {
  return join(root, "src", "commands", `${command}.ts`);
}

/** Returns this process's environment with Node 24 first on the PATH, so that child processes run it too. */
function environment(nodeFolder) {
  // Windows names the variable Path, and a copy of the environment is case-sensitive.
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...process.env,
    [path]: [nodeFolder, process.env[path]].filter(Boolean).join(delimiter),
    ASTRO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}
