import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findJava, findMaven } from "../lab/broker/find-java.ts";

const tenMinutes = 600_000;

/**
 * Installs Java and Maven where that is harmless: Debian's packages, as root, in CI. Says whether both are there
 * afterwards.
 */
export function installJava(env: NodeJS.ProcessEnv): boolean {
  const isRoot = process.getuid?.() === 0;
  if (env["CI"] === "true" && isRoot && existsSync("/etc/debian_version")) {
    console.log("Installing Java and Maven from Debian's packages.");
    const apt = ["-y", "--no-install-recommends", "-q"];
    const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], quiet);
    run("apt-get", ["install", ...apt, "openjdk-17-jre-headless", "maven"], quiet);
    // Debian 13 has no Java 17 any more, and its default is newer.
    if (!isThere(env)) {
      run("apt-get", ["install", ...apt, "default-jre-headless", "maven"], quiet);
    }
  }
  return isThere(env);
}

function isThere(env: NodeJS.ProcessEnv): boolean {
  return findJava(env).found !== undefined && findMaven(env).found !== undefined;
}

function run(command: string, options: readonly string[], env: NodeJS.ProcessEnv): void {
  spawnSync(command, options, { stdio: "inherit", env, timeout: tenMinutes });
}
