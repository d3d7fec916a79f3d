// The settings of a node, as plain data.
import { join } from "node:path";

/** One node of a cluster: where it listens on 127.0.0.1, and where it keeps its data. */
export interface NodePlace {
  /** Counted from 1. */
  readonly id: number;
  readonly folder: string;
  readonly ports: {
    readonly lab: number;
    readonly tap: number;
    readonly controller: number;
    /** Listener for programs that cannot be diverted; it advertises `door` to them. */
    readonly far: number;
    /** Port at which the tap listens for these programs (a standing door) and connects them to `far`. */
    readonly door: number;
  };
}

/** Name of the folder, inside the node's own, where it keeps its data. */
export const DATA_FOLDER = "data";

export type Properties = Readonly<Record<string, string | number | boolean>>;

/** Returns the address that samples use for the node with this id: `localhost:9092`, `localhost:9093`, … */
export function advertisedName(id: number): string {
  return `localhost:${9091 + id}`;
}

/** Returns the lab's settings that differ from a broker's defaults or from those of production. */
export function chooseSettings(nodes: 1 | 3, properties: Properties = {}): Properties {
  const inSync = nodes === 3 ? 2 : 1;
  return {
    "auto.create.topics.enable": false,
    // By default a killed broker counts as alive for nine seconds: until then its partitions get no new leader, and it
    // cannot rejoin the cluster.
    "broker.heartbeat.interval.ms": 500,
    "broker.session.timeout.ms": nodes === 3 ? 3_000 : 2_000,
    "default.replication.factor": nodes,
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 2_000,
    // By default the log cleaner takes 128 MB at once, for compactions that no run lasts long enough to need.
    "log.cleaner.dedupe.buffer.size": 4_194_304,
    "min.insync.replicas": inSync,
    "offsets.topic.num.partitions": 3,
    "offsets.topic.replication.factor": nodes,
    "share.coordinator.state.topic.min.isr": inSync,
    "share.coordinator.state.topic.num.partitions": 3,
    "share.coordinator.state.topic.replication.factor": nodes,
    "transaction.state.log.min.isr": inSync,
    "transaction.state.log.num.partitions": 3,
    "transaction.state.log.replication.factor": nodes,
    ...properties,
  };
}

/** Lists settings as `name=value`, sorted, to be shown with results. */
export function listSettings(settings: Properties): string[] {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

/** Returns the text of a node's `server.properties`. `settings` cannot override its ids, listeners and voters. */
export function writeNodeProperties(
  place: NodePlace,
  all: readonly NodePlace[],
  settings: Properties,
): string {
  const { lab, tap, controller, far, door } = place.ports;
  const voters = all.map(({ id, ports }) => `${id}@127.0.0.1:${ports.controller}`);
  const structure = {
    "process.roles": "broker,controller",
    "node.id": place.id,
    "controller.quorum.voters": voters.join(),
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "LAB",
    listeners: `LAB://127.0.0.1:${lab},TAP://127.0.0.1:${tap},FAR://127.0.0.1:${far},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": `LAB://127.0.0.1:${lab},TAP://${advertisedName(place.id)},FAR://127.0.0.1:${door}`,
    "listener.security.protocol.map":
      "LAB:PLAINTEXT,TAP:PLAINTEXT,FAR:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs": join(place.folder, DATA_FOLDER),
  };
  return `${listSettings({ ...settings, ...structure }).join("\n")}\n`;
}
