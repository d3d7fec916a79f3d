import { mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";
import { startCluster } from "./cluster.ts";
import { borrowCluster } from "./own-cluster.ts";
import { createTopics } from "./create-topics.ts";
import { findLeader } from "./find-leader.ts";
import { startDockerBroker } from "./docker-broker.ts";
import type { BrokerSource } from "./source.ts";
import type { Guard } from "../processes/guard.ts";
import type { Topic } from "../scenario.ts";
import { decodeKafka } from "../tap/kafka/kafka-decoder.ts";
import { readKafkaSchemas } from "../tap/kafka/kafka-schemas.ts";
import type { Upstream } from "../tap/tap.ts";
import type { Decoder } from "../tap/wire-event.ts";

/** The brokers of one run. */
export interface Brokers {
  /** Address that samples use → where that broker really is. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /**
   * Port of 127.0.0.1 at which the tap listens for a program that cannot be diverted (a standing door) → its broker.
   */
  readonly doors: ReadonlyMap<number, Upstream>;
  /** Addresses of the brokers that bypass the tap, in the form of `bootstrap.servers`. */
  readonly bootstrap: string;
  readonly version: string;
  /** Settings that differ from production's. */
  readonly settings: readonly string[];
  /** Sends SIGKILL to the broker that leads this partition; resolves to its name in the tap. */
  readonly killLeader: (topic: string, partition: number) => Promise<string>;
  /** The process ids of the brokers that run on this machine, by their names in the tap. */
  readonly pids: () => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/** The name of a broker in the tap; with more than one broker, a number follows: `broker 2`. */
const BROKER = "broker";

/** The brokers and topics that a run needs. */
export interface BrokersWanted {
  readonly nodes: 1 | 3;
  readonly topics: readonly Topic[];
  /** Whether the run's programs may use a topic or group of this name. */
  readonly usesName: (name: string) => boolean;
}

/**
 * Starts new brokers for one run in `folder`, or borrows a cluster, and creates the run's topics.
 *
 * @throws Failure when there is no source of brokers or a broker refuses a topic; no broker is left running then
 */
export async function startBrokers(
  source: BrokerSource,
  { nodes, topics, usesName }: BrokersWanted,
  { guard, folder }: { readonly guard: Guard; readonly folder: string },
): Promise<Brokers> {
  if (source.kind === "none") throw new Failure("no-broker", source.why);
  if (source.kind === "own") return borrowBrokers(source.bootstrap, topics, usesName);
  mkdirSync(folder, { recursive: true });
  await using closers = new AsyncDisposableStack();
  const cluster =
    source.kind === "java"
      ? await startCluster({ nodes, folder, jars: source.jars, java: source.java }, guard.spawn)
      : await startDockerBroker({ folder, kafka: source.kafka }, guard.spawn);
  closers.defer(cluster.close);
  const addresses = cluster.nodes.map(({ labPort }) => `127.0.0.1:${labPort}`);
  await createTopics(addresses, topics);
  // From here on the caller closes the cluster.
  closers.move();
  const nameOf = (id: number): string => (nodes === 1 ? BROKER : `${BROKER} ${id}`);
  return {
    bootstrap: addresses.join(","),
    upstreams: new Map(
      cluster.nodes.map(({ advertised, port, id }) => [advertised, { port, program: nameOf(id) }]),
    ),
    doors: new Map(
      cluster.nodes.flatMap(({ id, farPort, doorPort }) =>
        farPort === undefined || doorPort === undefined
          ? []
          : [[doorPort, { port: farPort, program: nameOf(id) }]],
      ),
    ),
    version: source.kafka,
    settings: cluster.settings,
    async killLeader(topic, partition) {
      const leader = await findLeader(addresses, topic, partition);
      await cluster.nodes.find(({ id }) => id === leader)?.kill();
      return nameOf(leader);
    },
    pids: () =>
      new Map(
        cluster.nodes.flatMap(({ id, pid }): [string, number][] => {
          const own = pid();
          return own === undefined ? [] : [[nameOf(id), own]];
        }),
      ),
    close: cluster.close,
  };
}

async function borrowBrokers(
  bootstrap: readonly string[],
  topics: readonly Topic[],
  usesName: (name: string) => boolean,
): Promise<Brokers> {
  const { close } = await borrowCluster(bootstrap, topics, usesName);
  const [host = "", port] = bootstrap[0]?.split(":") ?? [];
  return {
    bootstrap: bootstrap.join(","),
    // Only the first broker's address is known here; clients connect to the addresses that it returns.
    upstreams: new Map([["localhost:9092", { program: BROKER, host, port: Number(port ?? 9092) }]]),
    doors: new Map(),
    version: "of KAFKA_BOOTSTRAP",
    settings: [],
    pids: () => new Map(),
    killLeader: () =>
      Promise.reject(
        new Failure(
          "broker-borrowed",
          "This run kills a broker, and the brokers are those of KAFKA_BOOTSTRAP.\n" +
            "  Install a JDK, 17 or newer, and Maven: the lab then starts brokers of its own.",
        ),
      ),
    close,
  };
}

export function isBroker(program: string): boolean {
  return program.startsWith(BROKER);
}

/** Opens a decoder of Kafka's protocol with the schemas of the client's jar; `undefined` where there is no jar. */
export function decodeBrokers(
  source: BrokerSource,
  topicNames: Map<string, string>,
): Decoder | undefined {
  if (source.kind !== "java") return undefined;
  const jar = source.jars.files.find((file) => path.basename(file).startsWith("kafka-clients-"));
  return jar === undefined ? undefined : decodeKafka(readKafkaSchemas(jar), topicNames);
}
