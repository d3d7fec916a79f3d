import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { nameProxyFolder } from "../lab/proxies/find-proxies.ts";
import { installDebianPackages, runInstaller } from "./install-packages.ts";

/** A program of other people that tests let read what samples wrote. */
export type Stranger = "grpcurl" | "kcat" | "tshark";

/** Built by Go, which checks the module against its public list of hashes. */
export const GRPCURL_MODULE = "github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.3";

/** How each is installed by hand. */
export const HOW_TO_GET: Readonly<Record<Stranger, string>> = {
  grpcurl: `With Go, type: go install ${GRPCURL_MODULE}`,
  kcat: "On Debian, type: apt-get install kcat",
  tshark: "On Debian, type: apt-get install tshark",
};

/**
 * Installs a stranger's program, but only in CI: grpcurl from its Go module, the others from Debian's packages, as root.
 *
 * @returns whether this machine can install it, so that the program has to be there now
 */
export function installStranger(
  name: Stranger,
  isThere: () => boolean,
  env: NodeJS.ProcessEnv,
): boolean {
  if (env["CI"] !== "true") return false;
  if (name !== "grpcurl") {
    installDebianPackages(name, [[name]], isThere, env);
    return process.getuid?.() === 0 && existsSync("/etc/debian_version");
  }
  if (spawnSync("go", ["version"], { env }).status !== 0) return false;
  console.log("Building grpcurl from its Go module.");
  const folder = nameProxyFolder(env);
  mkdirSync(folder, { recursive: true });
  runInstaller("go", ["install", GRPCURL_MODULE], { ...env, GOBIN: folder });
  return true;
}
