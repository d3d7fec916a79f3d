import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsFolder, runCommand } from "./run-command.ts";
import { makeFolder } from "./temporary-folder.ts";

/** A root of its own, where the commands are these scripts. */
function makeRoot(commands: Readonly<Record<string, string>>): string {
  const names = Object.keys(commands);
  const scripts = names.map((name) => [name, `node src/commands/main.mjs ${name}`]);
  const root = makeFolder({
    "package.json": JSON.stringify({ type: "module", scripts: Object.fromEntries(scripts) }),
    "package-lock.json": JSON.stringify({ packages: {} }),
    "node_modules/.keep": "",
    ...Object.fromEntries(names.map((name) => [`src/commands/${name}.ts`, commands[name] ?? ""])),
  });
  const plain = [
    ...["install/install", "install/node-24", "install/child"],
    ...["npm/find-npm", "report/failure"],
  ];
  for (const file of ["commands/main", ...plain]) {
    cpSync(join(commandsFolder, "..", `${file}.mjs`), join(root, "src", `${file}.mjs`));
  }
  return root;
}

const run = (root: string, ...options: string[]) =>
  runCommand(root, join(root, "src/commands/main.mjs"), options);

test("a command runs as TypeScript in the root, with its options, on a Node its children share", async () => {
  const root = makeRoot({
    say: `import { execFileSync } from "node:child_process";
      const nodeOnPath = execFileSync("node", ["-p", "process.execPath"]).toString().trim();
      const telemetry: string = process.env.ASTRO_TELEMETRY_DISABLED ?? "on";
      console.log(JSON.stringify([process.argv.slice(2), process.cwd(), nodeOnPath, telemetry]));`,
  });
  const command = run(root, "say", "--loud", "now");
  expect(await command.ended).toEqual({ code: 0, signal: null });
  expect(command.output()).toBe(
    `${JSON.stringify([["--loud", "now"], root, process.execPath, "1"])}\n`,
  );
});

test("the command's exit code is main's own", async () => {
  const command = run(makeRoot({ fail: "process.exit(3);" }), "fail");
  expect(await command.ended).toEqual({ code: 3, signal: null });
});

test.skipIf(process.platform === "win32")("so is the signal it ends by", async () => {
  const command = run(
    makeRoot({ die: "process.kill(process.pid, 'SIGTERM');\nsetTimeout(() => {}, 60_000)" }),
    "die",
  );
  expect(await command.ended).toEqual({ code: null, signal: "SIGTERM" });
});

test("an unknown command is answered with the list", async () => {
  const command = run(makeRoot({ start: "", dev: "" }), "strat");
  expect((await command.ended).code).toBe(1);
  expect(command.output()).toMatch(/unknown-command {2}No command "strat"\.\n.*start, dev/);
});

/** Prints its pid, then stays until it is asked to end, for a minute at most. */
const waiting = "console.log(`pid ${process.pid}.`);\nsetTimeout(() => {}, 60_000);";

test.skipIf(process.platform === "win32")(
  "main takes its command with it when asked to end",
  async () => {
    const command = run(makeRoot({ wait: waiting }), "wait");
    await command.printed("pid ");
    command.child.kill("SIGTERM");
    expect(await command.ended).toEqual({ code: null, signal: "SIGTERM" });
    expect(isRunning(pidIn(command.output()))).toBe(false);
  },
);

test.skipIf(process.platform === "win32")("so it does when npm's shell is gone", async () => {
  const root = makeRoot({
    wait: waiting,
    // As `npm start` does it: a shell between npm and main.
    npm: `import { spawn } from "node:child_process";
      const env = { ...process.env, npm_lifecycle_event: "wait" };
      const line = \`"\${process.execPath}" src/commands/main.mjs wait; true\`;
      const shell = spawn("sh", ["-c", line], { env, stdio: "inherit" });
      process.on("SIGTERM", () => shell.kill("SIGKILL"));`,
  });
  const npm = runCommand(root, join(root, "src/commands/npm.ts"));
  await npm.printed("pid ");
  npm.child.kill("SIGTERM");
  // Ends only when nothing holds its output any more.
  await npm.ended;
  expect(isRunning(pidIn(npm.output()))).toBe(false);
});

function pidIn(output: string): number {
  const pid = /pid (\d+)\./.exec(output)?.[1];
  if (pid === undefined) throw new Error(`no pid in ${output}`);
  return Number(pid);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
