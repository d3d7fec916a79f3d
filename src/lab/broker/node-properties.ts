// What a node is told, as plain data.
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
    /** As `tap`, for programs that dial what they are told and nothing else: they are told `door`, where the tap listens. */
    readonly far: number;
    readonly door: number;
  };
}

/** Where a node keeps its data, below its own folder. */
export const DATA_FOLDER = "data";

export type Properties = Readonly<Record<string, string | number | boolean>>;

/** The names that samples use, for the node with this id: `localhost:9092`, `localhost:9093`, … */
export function advertisedName(id: number): string {
  return `localhost:${9091 + id}`;
}

/** Settings of the lab that differ from a broker's defaults or from what production has. */
export function chooseSettings(nodes: 1 | 3, properties: Properties = {}): Properties {
  const inSync = nodes === 3 ? 2 : 1;
  return {
    "auto.create.topics.enable": false,
    // A killed broker keeps its place for nine seconds by default: until then its partitions get no other leader, and it
    // is not let in again itself.
    "broker.heartbeat.interval.ms": 500,
    "broker.session.timeout.ms": nodes === 3 ? 3_000 : 2_000,
    "default.replication.factor": nodes,
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 2_000,
    // By default it holds 128 MB from the first second on, for a compaction that no run is long enough to see.
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

/** `name=value`, sorted, to be printed beside results. */
export function listSettings(settings: Properties): string[] {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

/** The text of a node's `server.properties`. What makes it a node of this cluster cannot be set from outside. */
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
