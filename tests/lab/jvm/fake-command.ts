import { chmodSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../commands/temporary-folder.ts";

/** A folder with shell scripts that stand in for commands: name → what the script does. */
export function makeCommands(scripts: Readonly<Record<string, string>>): string {
  const files = Object.entries(scripts).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`]);
  const folder = makeFolder(Object.fromEntries(files));
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** What a Java of this version prints of itself. */
export function sayJava(version: string): string {
  return `echo 'openjdk version "${version}" 2026-01-20' >&2`;
}
