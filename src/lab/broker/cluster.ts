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
  /** Settings that differ from production's, `name=value`, to be printed beside results. */
  readonly settings: readonly string[];
  /** Ends all nodes with SIGKILL. Their folders stay. */
  readonly close: () => Promise<void>;
}

export interface ClusterNode {
  /** Counted from 1. */
  readonly id: number;
  /** Where samples' connections arrive in truth, on 127.0.0.1. */
  readonly port: number;
  /** Where it tells them that it is: `localhost:9092`. */
  readonly advertised: string;
  /** Past the tap, on 127.0.0.1, advertised as itself: for admin, for counting, and for the nodes among themselves. */
  readonly labPort: number;
  /** A third way in, which says that it is at `doorPort`, where nobody listens yet. Docker has none. */
  readonly farPort?: number;
  readonly doorPort?: number;
  /** SIGKILL; resolves when it has ended. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves when it has ended, by SIGKILL if it takes longer than 20 s. */
  readonly stop: () => Promise<void>;
  /** Again, with the same data and ports; resolves when it is ready, at once if it runs. */
  readonly start: () => Promise<void>;
}

export interface ClusterOptions {
  readonly nodes: 1 | 3;
  /** Empty, and its own: data, settings and logs of node 1 go into `node-1`. */
  readonly folder: string;
  /** Kafka's names; they win over the lab's settings. */
  readonly properties?: Properties;
  readonly jars: Jars;
  readonly java: Java;
}

const ATTEMPTS = 5;
const STOP_LIMIT_MS = 20_000;

/**
 * Starts a new cluster, each node broker and controller, and resolves when all are ready.
 * @throws NodeFailure with the last lines of a node that does not start
 */
export async function startCluster(options: ClusterOptions, spawn: Spawn): Promise<Cluster> {
  const archive = await getClassArchive(options.java, options.jars, spawn);
  const runtime = { java: options.java, jars: options.jars, archive };
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnFreePorts(options, runtime, spawn);
    } catch (error) {
      // Somebody took a port between the moment when it was free and now.
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

/** A node that does not run yet. */
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
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    start: () => {
      if (running === undefined) {
        const node = startNode(place, runtime, spawn);
        running = node;
        // Ended by a signal from here or by itself: it can be started again.
        void node.ended.then(() => {
          if (running === node) running = undefined;
        });
      }
      return running.ready;
    },
  };
}
