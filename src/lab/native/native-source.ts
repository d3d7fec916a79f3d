import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { findNpm } from "../../npm/find-npm.mjs";
import { NATIVE_PACKAGE } from "../../samples/clients.ts";
import type { Guard } from "../processes/guard.ts";

/** The binary of the native client on this machine, or the reason why samples that import it are not run. */
export type NativeSource =
  | { readonly kind: "native"; readonly versions: Readonly<Record<string, string>> }
  | { readonly kind: "none"; readonly why: string };

const FOLDER = path.join("node_modules", NATIVE_PACKAGE, "build");
/** Number of a failed build's last lines to show. */
const LAST_LINES = 15;

/**
 * Looks for the binary, and runs the package's install script when it is missing. The script downloads Confluent's
 * binary or compiles librdkafka, for which it needs make, a C++ compiler, Python and OpenSSL's headers.
 *
 * @param say prints that it takes a while
 */
export async function findNativeSource(
  root: string,
  guard: Guard,
  say: (line: string) => void = console.log,
): Promise<NativeSource> {
  const there = readBinary(root);
  if (there !== undefined) return there;
  say(`Getting the binary of ${NATIVE_PACKAGE}: a download, or some minutes of compiling.`);
  const complaints = await rebuild(root, guard);
  return readBinary(root) ?? { kind: "none", why: describeFailure(complaints) };
}

/** Loads the binary in another process; returns `undefined` when it cannot be loaded. */
function readBinary(root: string): NativeSource | undefined {
  const question = `require(${JSON.stringify(NATIVE_PACKAGE)}).librdkafkaVersion`;
  const answer = spawnSync(process.execPath, ["-p", question], { cwd: root, encoding: "utf8" });
  if (answer.status !== 0) return undefined;
  // A Makefile is there only when the binary was compiled.
  const isCompiled = existsSync(path.join(root, FOLDER, "Makefile"));
  const origin = isCompiled ? "compiled here" : "Confluent's binary";
  return { kind: "native", versions: { librdkafka: `${answer.stdout.trim()} (${origin})` } };
}

/** @returns the last lines that the script printed */
async function rebuild(root: string, guard: Guard): Promise<string> {
  const { command, before } = findNpm(process.env);
  // The project's .npmrc switches install scripts off.
  const args = ["rebuild", NATIVE_PACKAGE, "--ignore-scripts=false", "--foreground-scripts"];
  const child = guard.spawn(command, [...before, ...args], { cwd: root, env: environment() });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  await once(child, "close");
  return said.trim().split("\n").slice(-LAST_LINES).join("\n");
}

function environment(): NodeJS.ProcessEnv {
  const home = path.resolve(process.execPath, "..", "..");
  // Some packages of Node include its headers; without this the script downloads them.
  const hasHeaders = existsSync(path.join(home, "include", "node", "node.h"));
  return {
    ...process.env,
    // Links this machine's OpenSSL; otherwise the script downloads the sources of OpenSSL too.
    CKJS_LINKING: "dynamic",
    ...(hasHeaders ? { npm_config_nodedir: home } : {}),
  };
}

function describeFailure(complaints: string): string {
  return (
    `no-binary  ${NATIVE_PACKAGE} has no binary here, and none could be made:\n` +
    `${complaints.replaceAll(/^/gm, "    ")}\n` +
    "  It needs the network, or what compiles librdkafka. On Debian: apt-get install g++ make python3 libssl-dev zlib1g-dev"
  );
}
