import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Java } from "../jvm/find-java.ts";
import { findFreePorts } from "./free-ports.ts";
import type { Jars } from "../jvm/jars.ts";
import { formatNode, type Spawn, startNode } from "./node-process.ts";
import { chooseSettings, type NodePlace, writeNodeProperties } from "./node-properties.ts";

/** A node writes its archive while it stops, which takes seconds, and far longer on a busy machine. */
const STOP_LIMIT_MS = 120_000;

/** Start of an archive's path → the search for it, or its making, in this process. */
const archives = new Map<string, Promise<string | undefined>>();

/**
 * Returns the path of an archive of the classes that a starting node loads, for this Java and these jars. The archive
 * is made once, by starting a node for it: about five seconds, and 50 MB beside the jars. Resolves to `undefined` when
 * it cannot be made, since a node also starts without one.
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

/** Hashes the build of Java and the paths, sizes and times of the jars: Java rejects an archive made with others. */
function hashRuntime(java: Java, jars: Jars): string {
  const hash = createHash("sha256").update(`${java.command}\n${java.build}\n`);
  for (const file of jars.files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${Math.trunc(mtimeMs)}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}

/**
 * Finds an archive, and deletes damaged ones, on which Java crashes. An archive's name ends with the hash of its bytes.
 */
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
