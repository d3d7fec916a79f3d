import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { nameCacheFolder } from "../jvm/jars.ts";
import { PROXY_KINDS, type ProxyKind } from "./kinds.ts";

/** Where a proxy comes from on this machine. */
export type ProxySource =
  | { readonly kind: "proxy"; readonly command: string; readonly version: string }
  /** Runs behind it are not made. `why` says what to install. */
  | { readonly kind: "none"; readonly why: string };

/** Where Debian puts servers; a user's `PATH` may lack it. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin"];
const ANSWER_LIMIT_MS = 20_000;

/** Returns the folder below the user's cache folder for proxies that no package of the system brings. */
export function nameProxyFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(path.dirname(nameCacheFolder(env)), "proxies");
}

/**
 * Looks for a proxy on the `PATH`, where Debian puts servers, and in the cache folder.
 *
 * @param folders the places after the `PATH`
 */
export function findProxy(
  kind: ProxyKind,
  env: NodeJS.ProcessEnv = process.env,
  folders: readonly string[] = [...SYSTEM_FOLDERS, nameProxyFolder(env)],
): ProxySource {
  const { name, version: option, get } = PROXY_KINDS[kind];
  const places = [...(env["PATH"] ?? "").split(path.delimiter), ...folders].filter(Boolean);
  const command = places.map((folder) => path.join(folder, kind)).find(isProgram);
  if (command === undefined) {
    return { kind: "none", why: `There is no ${name} here.\n  ${get}` };
  }
  const { stdout, stderr } = spawnSync(command, [option], {
    encoding: "utf8",
    timeout: ANSWER_LIMIT_MS,
  });
  const version = readVersion(`${stdout}${stderr}`);
  if (version !== undefined) return { kind: "proxy", command, version };
  return { kind: "none", why: `${command} does not say its version.\n  ${get}` };
}

/** "nginx version: nginx/1.22.1" → "1.22.1"; Caddy lists its own version among those of its modules. */
export function readVersion(answer: string): string | undefined {
  const found =
    /\/caddy\/v2\tv(\d+\.\d+\.\d+)\b/.exec(answer) ?? /(?<![\w.])v?(\d+\.\d+\.\d+)\b/.exec(answer);
  return found?.[1];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
