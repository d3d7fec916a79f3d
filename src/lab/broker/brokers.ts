import { mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";
import { startCluster } from "./cluster.ts";
import { borrowCluster } from "./own-cluster.ts";
import { createTopics } from "./create-topics.ts";
import { findLeader } from "./find-leader.ts";
import { startDockerBroker } from "./docker-broker.ts";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";
import type { BrokerSource } from "./source.ts";
import type { Guard } from "../processes/guard.ts";
import type { Topic } from "../scenario.ts";
import { decodeKafka } from "../tap/kafka/kafka-decoder.ts";
import { readKafkaSchemas } from "../tap/kafka/kafka-schemas.ts";
import type { Upstream } from "../tap/tap.ts";
import type { Decoder } from "../tap/wire-event.ts";

/** The brokers of one run. */
export interface Brokers {
  /** The addresses that samples use → where the brokers are. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** Ports of 127.0.0.1 at which a program's connections are awaited that nothing can divert. */
  readonly doors: ReadonlyMap<number, Upstream>;
  /** Where they can be reached past the tap, as a client takes it. */
  readonly bootstrap: string;
  readonly version: string;
  /** Settings that differ from production's. */
  readonly settings: readonly string[];
  /** SIGKILL for the broker that leads this partition; resolves to what the tap calls it. */
  readonly killLeader: (topic: string, partition: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** What the tap calls a broker; with more than one, `broker 2`. */
const BROKER = "broker";

/** What a run asks of its brokers. */
export interface BrokersWanted {
  readonly nodes: 1 | 3;
  readonly topics: readonly Topic[];
  /** Whether a topic or a group of this name is something that the run's programs use. */
  readonly usesName: (name: string) => boolean;
}

/**
 * Brokers for one run, new ones in `folder` or borrowed ones, with their topics.
 *
 * @throws Failure when there are none, or they refuse a topic; none is left running then
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
      : await startDockerBroker({ folder }, guard.spawn);
  closers.defer(cluster.close);
  const addresses = cluster.nodes.map(({ labPort }) => `127.0.0.1:${labPort}`);
  await createTopics(addresses, topics);
  // From here on whoever called closes it.
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
    version: KAFKA_VERSION,
    settings: cluster.settings,
    async killLeader(topic, partition) {
      const leader = await findLeader(addresses, topic, partition);
      await cluster.nodes.find(({ id }) => id === leader)?.kill();
      return nameOf(leader);
    },
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
    // Addresses of further brokers are dialled as the first one gives them.
    upstreams: new Map([["localhost:9092", { program: BROKER, host, port: Number(port ?? 9092) }]]),
    doors: new Map(),
    version: "of KAFKA_BOOTSTRAP",
    settings: [],
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

/** A reader of Kafka's protocol, by the schemas inside the client's jar; none where there is no jar. */
export function decodeBrokers(
  source: BrokerSource,
  topicNames: Map<string, string>,
): Decoder | undefined {
  if (source.kind !== "java") return undefined;
  const jar = source.jars.files.find((file) => path.basename(file).startsWith("kafka-clients-"));
  return jar === undefined ? undefined : decodeKafka(readKafkaSchemas(jar), topicNames);
}
