import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
   * `bootstrap.checkpoint`, which switches on the features of this version; the same for every node of every cluster.
   */
  readonly checkpoint: Buffer;
  /** `meta.properties`, with `node.id`, `cluster.id` and `directory.id`. */
  readonly properties: string;
}

const CHECKPOINT_FILE = "bootstrap.checkpoint";
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
  const read = (file: string): Buffer => readFileSync(join(folder, DATA_FOLDER, file));
  const data = {
    checkpoint: read(CHECKPOINT_FILE),
    properties: read(PROPERTIES_FILE).toString("utf8"),
  };
  rmSync(folder, { recursive: true });
  return data;
}

/** Writes the data folder of a node as Kafka would have formatted it, with the node's own ids. */
export function writeFormatted(place: NodePlace, clusterId: string, data: FormattedData): void {
  const folder = join(place.folder, DATA_FOLDER);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, CHECKPOINT_FILE), data.checkpoint);
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
