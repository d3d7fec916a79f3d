import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Java } from "../jvm/find-java.ts";
import { findFreePorts } from "./free-ports.ts";
import type { Jars } from "../jvm/jars.ts";
import { formatNode, type Spawn, startNode } from "./node-process.ts";
import { chooseSettings, type NodePlace, writeNodeProperties } from "./node-properties.ts";

/** A node writes its archive while it stops: seconds, and far more on a busy machine. */
const STOP_LIMIT_MS = 120_000;

/** Path of an archive → the search or the making that is under way or done in this process. */
const archives = new Map<string, Promise<string | undefined>>();

/**
 * Path of an archive with the classes that a starting node loads, for this Java and these jars. It is made
 * once, from a node that is started for it: about five seconds, 50 MB beside the jars. Nothing when it cannot be made: a
 * node starts without one too.
 */
export function getClassArchive(java: Java, jars: Jars, spawn: Spawn): Promise<string | undefined> {
  const start = join(
    dirname(jars.folder),
    `${basename(jars.folder)}-classes-${hashRuntime(java, jars)}`,
  );
  const archive =
    archives.get(start) ??
    Promise.resolve(findArchive(start)).then(
      (found) => found ?? makeArchive(start, java, jars, spawn),
    );
  archives.set(start, archive);
  return archive;
}

/** Java takes an archive only with the very build and jars (their sizes and times) that it was made with. */
function hashRuntime(java: Java, jars: Jars): string {
  const hash = createHash("sha256").update(`${java.command}\n${java.build}\n`);
  for (const file of jars.files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${Math.trunc(mtimeMs)}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}

/** An archive's name ends with the hash of its bytes, since Java crashes on one that is cut short or has a wrong byte. */
function findArchive(start: string): string | undefined {
  const names = readdirSync(dirname(start)).filter(
    (name) => name.startsWith(`${basename(start)}-`) && name.endsWith(".jsa"),
  );
  for (const archive of names.map((name) => join(dirname(start), name))) {
    if (archive === archivePath(start, archive)) return archive;
    rmSync(archive, { force: true });
  }
  return undefined;
}

function archivePath(start: string, file: string): string {
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  return `${start}-${sha256.slice(0, 16)}.jsa`;
}

async function makeArchive(
  start: string,
  java: Java,
  jars: Jars,
  spawn: Spawn,
): Promise<string | undefined> {
  const folder = `${start}-${randomUUID()}`;
  const made = join(folder, "made");
  try {
    const [lab = 0, tap = 0, controller = 0, far = 0, door = 0] = await findFreePorts(5);
    const place: NodePlace = { id: 1, folder, ports: { lab, tap, controller, far, door } };
    mkdirSync(folder, { recursive: true });
    const properties = writeNodeProperties(place, [place], chooseSettings(1));
    await formatNode(place, "wire-and-log-lab-run-A", properties, { java, jars }, spawn);
    const node = startNode(place, { java, jars }, spawn, [`-XX:ArchiveClassesAtExit=${made}`]);
    await node.ready;
    const timer = setTimeout(() => node.signal("SIGKILL"), STOP_LIMIT_MS);
    node.signal("SIGTERM");
    await node.ended;
    clearTimeout(timer);
    const archive = archivePath(start, made);
    renameSync(made, archive);
    return archive;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
