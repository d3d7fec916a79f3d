import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const tenMinutes = 600_000;

/**
 * Installs Debian's packages where that is harmless: as root, in CI. Of several choices the next is tried while what is
 * wanted is not there.
 */
export function installDebianPackages(
  what: string,
  choices: readonly (readonly string[])[],
  isThere: () => boolean,
  env: NodeJS.ProcessEnv,
): void {
  const isRoot = process.getuid?.() === 0;
  if (env["CI"] !== "true" || !isRoot || !existsSync("/etc/debian_version")) return;
  console.log(`Installing ${what} from Debian's packages.`);
  const apt = ["-y", "--no-install-recommends", "-q"];
  const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  runInstaller("apt-get", ["update", "-q"], quiet);
  for (const packages of choices) {
    runInstaller("apt-get", ["install", ...apt, ...packages], quiet);
    if (isThere()) return;
  }
}

/** Runs what installs something, on this terminal. Whether it worked is seen by looking for what it installs. */
export function runInstaller(
  command: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): void {
  spawnSync(command, options, { stdio: "inherit", env, timeout: tenMinutes });
}
