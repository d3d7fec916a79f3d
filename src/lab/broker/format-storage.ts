import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { formatNode, type Runtime, type Spawn } from "./node-process.ts";
import {
  chooseSettings,
  DATA_FOLDER,
  type NodePlace,
  writeNodeProperties,
} from "./node-properties.ts";

/** The files that Kafka writes into an empty data folder. */
export interface FormattedData {
  /**
   * Path in the data folder → bytes of what switches on the features of this version; the same for every node of every
   * cluster. Up to Kafka 4.3 it is `bootstrap.checkpoint`, since 4.4 the first snapshot of the metadata's log.
   */
  readonly checkpoints: ReadonlyMap<string, Buffer>;
  /** `meta.properties`, with `node.id`, `cluster.id` and `directory.id`. */
  readonly properties: string;
}

const PROPERTIES_FILE = "meta.properties";

/** Folder of jars → the files that their Kafka has written in this process. */
const formatted = new Map<string, Promise<FormattedData>>();

/**
 * Lets Kafka format a data folder, and returns what it wrote. That contains no port and no path, so that formatting
 * once, for half a second, serves all nodes that this process starts.
 *
 * @param folder where to format; it is removed afterwards
 * @throws NodeFailure with the last lines that Kafka printed
 */
export function formatOnce(folder: string, runtime: Runtime, spawn: Spawn): Promise<FormattedData> {
  const key = runtime.jars.folder;
  const data = formatted.get(key) ?? format(folder, runtime, spawn);
  formatted.set(key, data);
  // Forgets a failure, so that the next call tries again.
  data.catch(() => formatted.delete(key));
  return data;
}

async function format(folder: string, runtime: Runtime, spawn: Spawn): Promise<FormattedData> {
  // The node is never started, so any ports do.
  const ports = { lab: 1, tap: 2, controller: 3, far: 4, door: 5 };
  const place: NodePlace = { id: 1, folder, ports };
  const properties = writeNodeProperties(place, [place], chooseSettings(1));
  await formatNode(place, makeId(), properties, runtime, spawn);
  const files = readFiles(join(folder, DATA_FOLDER));
  rmSync(folder, { recursive: true });
  const written = files.get(PROPERTIES_FILE)?.toString("utf8") ?? "";
  files.delete(PROPERTIES_FILE);
  return { checkpoints: files, properties: written };
}

/** Returns the files below a folder: path → bytes. */
function readFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((it) => join(it.parentPath, it.name));
  return new Map(files.map((file) => [relative(folder, file), readFileSync(file)]));
}

/** Writes the data folder of a node as Kafka would have formatted it, with the node's own ids. */
export function writeFormatted(place: NodePlace, clusterId: string, data: FormattedData): void {
  const folder = join(place.folder, DATA_FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of data.checkpoints) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  const ids = { "node.id": place.id, "cluster.id": clusterId, "directory.id": makeId() };
  const properties = Object.entries(ids).reduce(
    (text, [name, id]) => text.replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${id}`),
    data.properties,
  );
  writeFileSync(join(folder, PROPERTIES_FILE), properties);
}

/**
 * Makes an id of 16 random bytes in base64url, without a hyphen in front, which Kafka's tool would take for an option.
 */
export function makeId(): string {
  const id = randomBytes(16).toString("base64url");
  return id.startsWith("-") ? makeId() : id;
}
