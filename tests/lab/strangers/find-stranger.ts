import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import {
  HOW_TO_GET,
  installStranger,
  type Stranger,
} from "../../../src/install/install-strangers.ts";
import { nameProxyFolder } from "../../../src/lab/proxies/find-proxies.ts";

/**
 * Finds a stranger's program on the `PATH`, where Go puts programs, or in the cache folder; in CI, it is installed first.
 * Returns nothing, said loudly, where there is none; throws in CI where it could have been installed.
 */
export function findStranger(name: Stranger, file: string): string | undefined {
  const find = (): string | undefined =>
    [
      ...(process.env["PATH"] ?? "").split(path.delimiter),
      path.join(homedir(), "go", "bin"),
      nameProxyFolder(),
    ]
      .filter(Boolean)
      .map((folder) => path.join(folder, name))
      .find(isProgram);
  const isMissing = find() === undefined;
  const mustBe = isMissing && installStranger(name, () => find() !== undefined, process.env);
  const found = find();
  if (found === undefined && mustBe)
    throw new Error(`${name} was not installed. ${HOW_TO_GET[name]}`);
  if (found === undefined) console.error(`NOT RUN  ${file}: no ${name} here. ${HOW_TO_GET[name]}`);
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
