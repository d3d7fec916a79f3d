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

/** What Kafka writes into an empty data folder. */
export interface FormattedData {
  /** The features of this version, switched on: the same for every node of every cluster. */
  readonly checkpoint: Buffer;
  /** `node.id`, `cluster.id`, `directory.id`. */
  readonly properties: string;
}

const CHECKPOINT_FILE = "bootstrap.checkpoint";
const PROPERTIES_FILE = "meta.properties";

/** Folder of jars → what their Kafka has written in this process. */
const formatted = new Map<string, Promise<FormattedData>>();

/**
 * What Kafka writes when it formats a node's data folder: no port and no path is in it, so that one formatting, of half
 * a second, serves all nodes that a process starts.
 *
 * @param folder where to format; it is removed again
 * @throws NodeFailure with the last lines of what was printed
 */
export function formatOnce(folder: string, runtime: Runtime, spawn: Spawn): Promise<FormattedData> {
  const key = runtime.jars.folder;
  const data = formatted.get(key) ?? format(folder, runtime, spawn);
  formatted.set(key, data);
  // The next one tries again.
  data.catch(() => formatted.delete(key));
  return data;
}

async function format(folder: string, runtime: Runtime, spawn: Spawn): Promise<FormattedData> {
  // Nobody listens there: only what is formatted is kept.
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

/** Makes the data folder of a node as Kafka would have formatted it, with ids of its own. */
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

/** 16 random bytes in base64; Kafka's tool takes one that begins with a hyphen for an option. */
export function makeId(): string {
  const id = randomBytes(16).toString("base64url");
  return id.startsWith("-") ? makeId() : id;
}
