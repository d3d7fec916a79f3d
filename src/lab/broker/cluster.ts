import { rmSync } from "node:fs";
import { join } from "node:path";
import { getClassArchive } from "./class-archive.ts";
import type { Java } from "../jvm/find-java.ts";
import { formatOnce, makeId, writeFormatted } from "./format-storage.ts";
import { findFreePorts } from "./free-ports.ts";
import type { Jars } from "../jvm/jars.ts";
import {
  makeNodeFolder,
  NodeFailure,
  type NodeProcess,
  type Runtime,
  type Spawn,
  startNode,
} from "./node-process.ts";
import {
  chooseSettings,
  listSettings,
  advertisedName,
  type NodePlace,
  type Properties,
  writeNodeProperties,
} from "./node-properties.ts";

export type { Spawn } from "./node-process.ts";

export interface Cluster {
  readonly nodes: readonly ClusterNode[];
  /** Settings that differ from production's, as `name=value`, to be shown with results. */
  readonly settings: readonly string[];
  /** Ends all nodes with SIGKILL and keeps their folders. */
  readonly close: () => Promise<void>;
}

export interface ClusterNode {
  /** Counted from 1. */
  readonly id: number;
  /** Port of 127.0.0.1 at which the tap connects samples to the node. */
  readonly port: number;
  /** The address that the node advertises to samples: `localhost:9092`. */
  readonly advertised: string;
  /** Port of 127.0.0.1 that bypasses the tap and is advertised as itself: for admin, counting and the other nodes. */
  readonly labPort: number;
  /** Port of a third listener, which advertises `doorPort` as its own; the tap opens `doorPort`. Absent with Docker. */
  readonly farPort?: number;
  readonly doorPort?: number;
  /** Its process id; `undefined` while it does not run, and with Docker. */
  readonly pid: () => number | undefined;
  /** Sends SIGKILL; resolves when the node has ended. */
  readonly kill: () => Promise<void>;
  /** Sends SIGTERM, and SIGKILL after 20 s; resolves when the node has ended. */
  readonly stop: () => Promise<void>;
  /** Starts the node, with the same data and ports each time; resolves when it is ready. Does nothing while it runs. */
  readonly start: () => Promise<void>;
}

export interface ClusterOptions {
  readonly nodes: 1 | 3;
  /** An empty folder for this cluster: data, settings and logs of node 1 go into `node-1`. */
  readonly folder: string;
  /** Settings by Kafka's names, which override those of the lab. */
  readonly properties?: Properties;
  readonly jars: Jars;
  readonly java: Java;
}

const ATTEMPTS = 5;
const STOP_LIMIT_MS = 20_000;

/**
 * Starts a new cluster, whose nodes are brokers and controllers, and resolves when all of them are ready.
 *
 * @throws NodeFailure with the last lines that a node printed when it does not start
 */
export async function startCluster(options: ClusterOptions, spawn: Spawn): Promise<Cluster> {
  const archive = await getClassArchive(options.java, options.jars, spawn);
  const runtime = { java: options.java, jars: options.jars, archive };
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnFreePorts(options, runtime, spawn);
    } catch (error) {
      // Another process may have taken a port since it was found free: try again with other ports.
      if (!(error instanceof NodeFailure && error.isPortTaken && attempt < ATTEMPTS)) throw error;
    }
  }
}

async function startOnFreePorts(
  { nodes: count, folder, properties }: ClusterOptions,
  runtime: Runtime,
  spawn: Spawn,
): Promise<Cluster> {
  const ports = await findFreePorts(5 * count);
  const places = Array.from({ length: count }, (_, i): NodePlace => {
    const [lab = 0, tap = 0, controller = 0, far = 0, door = 0] = ports.slice(5 * i);
    const own = { lab, tap, controller, far, door };
    return { id: i + 1, folder: join(folder, `node-${i + 1}`), ports: own };
  });
  for (const place of places) rmSync(place.folder, { recursive: true, force: true });
  const settings = chooseSettings(count, properties);
  const clusterId = makeId();
  const nodes = places.map((place) => makeNode(place, runtime, spawn));
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.kill()));
  };
  try {
    const data = await formatOnce(join(folder, "format"), runtime, spawn);
    for (const place of places) {
      makeNodeFolder(place, writeNodeProperties(place, places, settings));
      writeFormatted(place, clusterId, data);
    }
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await close();
    throw error;
  }
  return { nodes, settings: listSettings(settings), close };
}

/** Makes a node, without starting it. */
function makeNode(place: NodePlace, runtime: Runtime, spawn: Spawn): ClusterNode {
  let running: NodeProcess | undefined;
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    const ending = running;
    if (ending === undefined) return;
    ending.signal(signal);
    const timer = setTimeout(() => ending.signal("SIGKILL"), STOP_LIMIT_MS);
    await ending.ended;
    clearTimeout(timer);
  };
  return {
    id: place.id,
    port: place.ports.tap,
    advertised: advertisedName(place.id),
    labPort: place.ports.lab,
    farPort: place.ports.far,
    doorPort: place.ports.door,
    pid: () => running?.pid,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    start: () => {
      if (running === undefined) {
        const node = startNode(place, runtime, spawn);
        running = node;
        // Once it has ended, for whatever reason, the node can be started again.
        void node.ended.then(() => {
          if (running === node) running = undefined;
        });
      }
      return running.ready;
    },
  };
}
