// Every npm script starts here: `node src/commands/main.mjs <command>`. Plain JavaScript for any
// Node from 20 on, with nothing installed yet: it installs what package-lock.json names, then runs
// src/commands/<command>.ts on Node 24, which reads TypeScript as it is.
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

  // Loaded only now: an old Node must reach the sentence above, whatever these files use.
  const { installPackages } = await import("../install/install.mjs");
  const { findNode24 } = await import("../install/node-24.mjs");
  const { exitLike, runToEnd } = await import("../install/child.mjs");

  installPackages(root);
  const node = findNode24(root);
  // 24.0.0, the newest packaged for Apple silicon, still warns that reading TypeScript is new.
  const flags = ["--disable-warning=ExperimentalWarning"];
  await exitLike(
    await runToEnd(node, [...flags, scriptOf(command), ...options], {
      cwd: root,
      env: environment(dirname(node)),
    }),
  );
}

/** Every npm script is a command, and is called like it. */
function listCommands() {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(scripts).filter((name) => existsSync(scriptOf(name)));
}

function scriptOf(command) {
  return join(root, "src", "commands", `${command}.ts`);
}

/** This process's environment, with `node` meaning Node 24 for children too. */
function environment(nodeFolder) {
  // Windows calls it Path, and a copied environment is case-sensitive.
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...process.env,
    [path]: [nodeFolder, process.env[path]].filter(Boolean).join(delimiter),
    ASTRO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}
