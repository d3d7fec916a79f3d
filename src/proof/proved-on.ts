import { execFileSync } from "node:child_process";
import { availableParallelism, release, totalmem, type } from "node:os";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { CLIENTS, NATIVE_PACKAGE } from "../samples/clients.ts";
import { lockedVersion } from "./loaded-packages.ts";
import { PROOF_FILE, type Proof } from "./proof.ts";

const GB = 1024 ** 3;

/** Describes this machine for readers, without its host name or address. */
export function describeMachine(): Proof["machine"] {
  const named = /^PRETTY_NAME="(.*)"$/m.exec(readTextIfThere("/etc/os-release") ?? "")?.[1];
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / GB),
    os: named ?? `${type()} ${release()}`,
  };
}

/** Returns the commit that is checked out, and whether files differ from it; the proof itself does not count. */
export function describeCommit(root: string): Pick<Proof, "commit" | "isChanged"> {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", ".", `:!${PROOF_FILE}`);
  return { commit: git("rev-parse", "HEAD"), ...(changed === "" ? {} : { isChanged: true }) };
}

/**
 * Returns name → version of each client library whose runs were made, with the name that readers use.
 *
 * @param isNative whether the runs of the native client were made too
 */
export function clientVersions(root: string, isNative: boolean): Readonly<Record<string, string>> {
  const clients = CLIENTS.filter((client) => isNative || client.package !== NATIVE_PACKAGE);
  return Object.fromEntries(
    clients.flatMap((client) => {
      const version = lockedVersion(root, client.package);
      return version === undefined ? [] : [[client.name, version]];
    }),
  );
}
