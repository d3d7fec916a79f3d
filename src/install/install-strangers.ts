import { mkdirSync } from "node:fs";
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
 * Installs a stranger's program, but only in CI: grpcurl from its Go module, the others from Debian's
 * packages, as root.
 */
export function installStranger(
  name: Stranger,
  isThere: () => boolean,
  env: NodeJS.ProcessEnv,
): void {
  if (env["CI"] !== "true") return;
  if (name !== "grpcurl") {
    installDebianPackages(name, [[name]], isThere, env);
    return;
  }
  console.log("Building grpcurl from its Go module.");
  const folder = nameProxyFolder(env);
  mkdirSync(folder, { recursive: true });
  runInstaller("go", ["install", GRPCURL_MODULE], { ...env, GOBIN: folder });
}
