import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const tenMinutes = 600_000;

/**
 * Installs Debian's packages, but only as root in CI. Tries one choice of packages after the other until `isThere` is
 * true.
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

/** Runs an installer on this terminal. The caller looks for the installed program to see whether it worked. */
export function runInstaller(
  command: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): void {
  spawnSync(command, options, { stdio: "inherit", env, timeout: tenMinutes });
}
