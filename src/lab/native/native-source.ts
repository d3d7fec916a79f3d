import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { findNpm } from "../../npm/find-npm.mjs";
import { NATIVE_PACKAGE } from "../../samples/clients.ts";
import type { Guard } from "../processes/guard.ts";

/** The binary of the native client on this machine; or why samples that import it are not run. */
export type NativeSource =
  | { readonly kind: "native"; readonly versions: Readonly<Record<string, string>> }
  | { readonly kind: "none"; readonly why: string };

const FOLDER = path.join("node_modules", NATIVE_PACKAGE, "build");
/** How much of what a compiler said is shown when it failed. */
const LAST_LINES = 15;

/**
 * Looks for the binary, and has the package get it when it is not there: its own script downloads the one that Confluent
 * has made, or compiles librdkafka, for which it needs make, a C++ compiler, Python and OpenSSL's headers.
 *
 * @param say is told that it takes a while
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

/** Loads it: what cannot be loaded is not there. */
function readBinary(root: string): NativeSource | undefined {
  const question = `require(${JSON.stringify(NATIVE_PACKAGE)}).librdkafkaVersion`;
  const answer = spawnSync(process.execPath, ["-p", question], { cwd: root, encoding: "utf8" });
  if (answer.status !== 0) return undefined;
  // Only a compiler leaves its plan behind.
  const isCompiled = existsSync(path.join(root, FOLDER, "Makefile"));
  const origin = isCompiled ? "compiled here" : "Confluent's binary";
  return { kind: "native", versions: { librdkafka: `${answer.stdout.trim()} (${origin})` } };
}

/** @returns the last that was said */
async function rebuild(root: string, guard: Guard): Promise<string> {
  const { command, before } = findNpm(process.env);
  // Scripts of packages are off here, by .npmrc.
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
  // Node's packages bring its headers; without them they are downloaded.
  const hasHeaders = existsSync(path.join(home, "include", "node", "node.h"));
  return {
    ...process.env,
    // With this machine's OpenSSL; otherwise the script downloads the sources of that too.
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
