// Compares node_modules with package-lock.json, and installs when they differ. main.mjs calls this
// before every command, so it compares versions only: about 20 ms when nothing differs.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findNpm } from "../npm/find-npm.mjs";
import { Failure } from "../report/failure.mjs";

/** Installs packages when one is missing or has another version, and prints why. Throws when npm fails. */
export function installPackages(root) {
  const reason = installReason(root, findOutdated(root, thisPlatform()));
  if (reason === undefined) return;
  console.log(`Installing packages: ${reason}.`);

  const { command, before, shell } = findNpm(process.env);
  // `npm install`, since `npm ci` refuses a lockfile that lacks another platform's optional packages.
  // The --include options override NODE_ENV=production, which would leave out half of what a build needs.
  const options =
    "--no-save --no-audit --no-fund --loglevel=error --include=dev --include=optional";
  const install = spawnSync(command, [...before, "install", ...options.split(" ")], {
    cwd: root,
    stdio: "inherit",
    shell,
  });
  if (install.signal !== null) process.kill(process.pid, install.signal);
  if (install.status !== 0) {
    throw new Failure(
      "install-failed",
      `npm install ended with ${install.error?.message ?? `exit ${install.status}`}.\n` +
        "  Its own message is above. When it is solved, type the command again.",
    );
  }

  const left = findOutdated(root, thisPlatform());
  if (left.length > 0) {
    console.error(
      `lockfile-differs  After installing, ${describe(left)}.\n` +
        "  package.json and package-lock.json disagree. Type: npm install",
    );
  }
}

/**
 * Lists the packages of package-lock.json that are missing or have another version installed.
 * An optional package counts as missing only when it is made for `platform`.
 */
export function findOutdated(root, platform) {
  const lockfile = readJson(join(root, "package-lock.json"));
  const outdated = [];
  for (const [path, locked] of Object.entries(lockfile?.packages ?? {})) {
    if (path === "" || locked.link === true) continue;
    const installed = readJson(join(root, path, "package.json"))?.version;
    if (installed === locked.version) continue;
    if (installed === undefined && locked.optional && !isMadeFor(locked, platform)) continue;
    outdated.push({ path, wanted: locked.version, installed });
  }
  return outdated;
}

/** Returns the reason to install, to be printed, or `undefined` when there is none. */
export function installReason(root, outdated) {
  if (!existsSync(join(root, "node_modules"))) return "node_modules is missing";
  return outdated.length === 0 ? undefined : describe(outdated);
}

function describe(outdated) {
  const shown = outdated
    .slice(0, 3)
    .map(({ path, wanted, installed }) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      return `${name} ${installed ?? "missing"} → ${wanted}`;
    })
    .join(", ");
  const more = outdated.length > 3 ? `, and ${outdated.length - 3} more` : "";
  return `node_modules differs from package-lock.json (${shown}${more})`;
}

/** Whether an optional package is for this platform. One with neither os nor cpu is another package's fallback. */
function isMadeFor({ os, cpu, libc }, platform) {
  if (os === undefined && cpu === undefined) return false;
  return (
    allows(os, () => platform.os) &&
    allows(cpu, () => platform.cpu) &&
    allows(libc, () => platform.libc())
  );
}

/** Applies npm's rule for `os`, `cpu` and `libc`: a list of allowed names, or of excluded ones (`!name`). */
function allows(list, current) {
  if (list === undefined) return true;
  const names = [list].flat();
  const excluded = names.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
  const allowed = names.filter((name) => !name.startsWith("!"));
  if (excluded.includes(current())) return false;
  return allowed.length === 0 || allowed.includes("any") || allowed.includes(current());
}

export function thisPlatform() {
  return { os: process.platform, cpu: process.arch, libc: findLibc };
}

function findLibc() {
  if (process.platform !== "linux") return undefined;
  // Without this the report resolves the host names of open connections, which can take seconds.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
