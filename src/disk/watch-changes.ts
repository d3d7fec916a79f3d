import { statSync } from "node:fs";
import type { EventEmitter } from "node:events";
import { ifThere } from "./read-if-there.ts";

/** Chokidar drops a change of a file that follows another one within 50 ms. */
const LOOK_AGAIN_MS = 60;

/**
 * Calls `changed` with the path of each file that a watcher sees added, changed or removed, and again when the file
 * changed once more while the watcher was not looking.
 */
export function watchChanges(watcher: EventEmitter, changed: (file: string) => void): void {
  const see = (file: string): void => {
    const seen = changedAt(file);
    changed(file);
    setTimeout(() => {
      if (changedAt(file) !== seen) see(file);
    }, LOOK_AGAIN_MS).unref();
  };
  for (const event of ["add", "change", "unlink"]) watcher.on(event, see);
}

function changedAt(file: string): number | undefined {
  return ifThere(() => statSync(file).mtimeMs);
}
