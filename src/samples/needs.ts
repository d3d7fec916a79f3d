import path from "node:path";
import { KAFKA_VERSION } from "../receipts/inputs.ts";
import type { PartnerRun } from "../receipts/partners.ts";
import type { Beside } from "../receipts/receipt.ts";
import type { Sample } from "../check/checked-site.ts";
import type { Language } from "./languages.ts";
import { count } from "../report/words.ts";
import type { Addresses } from "./checks.ts";

/** Another sample's program that runs beside a sample's own. */
export interface Partner {
  /** Id of its sample. */
  readonly id: string;
  /** Path below `content/samples`. */
  readonly path: string;
  /** What to type in the folder of its project: `node guaranteed-delivery/publish.ts`. */
  readonly command: string;
  /** Whether it is started before the sample's own program. */
  readonly isFirst: boolean;
  /** Whether its file is in the sample's project; otherwise it has a project of its own. */
  readonly isInProject: boolean;
}

/** One thing that a sample's run needs, and how to get it. */
export interface Need {
  /** "A Kafka broker at `localhost:9092` …", with code between backticks. */
  readonly says: string;
  /** Commands that provide it, one in a line. */
  readonly commands: readonly string[];
  /** The page of the partner's sample, for a partner with a project of its own. */
  readonly href?: string;
}

type Topic = NonNullable<Beside["topics"]>[number];

export interface Needing {
  readonly language: Language;
  readonly beside?: Beside;
  readonly partners: readonly Partner[];
  /** The name that its process has in `WAREHOUSE`. */
  readonly member?: string;
  /** The addresses that its own files read. */
  readonly addresses?: Addresses;
  /** Topics that a partner creates and its own files name → the partner's command. */
  readonly partnersTopics?: Readonly<Record<string, string>>;
  /** Topics that its own program creates. */
  readonly creates?: readonly string[];
}

/** Names of the containers in which Docker runs what a sample needs. */
export const CONTAINERS = { kafka: "kafka", postgres: "postgres" } as const;
/** Starts a broker in Docker, at `localhost:9092`. */
export const START_BROKER = `docker run -d --name ${CONTAINERS.kafka} -p 9092:9092 apache/kafka:${KAFKA_VERSION}`;
const TOPICS = askKafka("topics");
/** Describes all topics of Docker's broker but Kafka's own. */
export const DESCRIBE_TOPICS = `${TOPICS} --describe --exclude-internal`;
/** Describes all consumer groups of Docker's broker. */
export const DESCRIBE_GROUPS = `${askKafka("consumer-groups")} --describe --all-groups`;
/** The page of the sample that is a broker without Docker. */
export const WITHOUT_DOCKER = "/samples/java/start-broker/";
/** Starts PostgreSQL in Docker, at `localhost:5432`. */
export const DATABASE = `docker run -d --name ${CONTAINERS.postgres} -p 5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:15 -c wal_level=logical`;

/**
 * Finds the samples of the programs that ran beside a sample's own. Those in its own language join its project.
 *
 * @param samples every sample by path
 */
export function findPartners(
  sample: Pick<Sample, "language" | "path">,
  runs: readonly PartnerRun[],
  samples: ReadonlyMap<string, Sample>,
): readonly Partner[] {
  return runs.flatMap(({ file, arguments: words, isFirst }) => {
    const partner = samples.get(file) ?? findClass(file, sample, samples);
    if (partner === undefined) return [];
    const name = path.posix.basename(file, ".java");
    const start =
      partner.language === "java"
        ? `mvn -q compile exec:java -Dexec.mainClass=${name}`
        : `node ${file}`;
    const command = `${start} ${words}`.trim();
    const isInProject = partner.language === sample.language;
    return [{ id: partner.id, path: partner.path, command, isFirst, isInProject }];
  });
}

/** The class of that name in the sample's own Maven project, else in any. */
function findClass(
  file: string,
  { path: own }: Pick<Sample, "path">,
  samples: ReadonlyMap<string, Sample>,
): Sample | undefined {
  const beside = samples.get(path.posix.join(path.posix.dirname(own), file));
  return beside ?? [...samples.values()].find((it) => it.path.endsWith(`/main/${file}`));
}

/** The command that creates a topic in Docker's broker. */
export function createTopic({ name, partitions }: Topic): string {
  return `${TOPICS} --create --topic ${name} --partitions ${partitions}`;
}

/** The command that deletes a topic in Docker's broker. */
export function deleteTopic({ name }: Pick<Topic, "name">): string {
  return `${TOPICS} --delete --topic ${name}`;
}

/** A tool of Kafka's, in Docker's container. */
function askKafka(tool: "topics" | "consumer-groups"): string {
  return `docker exec ${CONTAINERS.kafka} /opt/kafka/bin/kafka-${tool}.sh --bootstrap-server localhost:9092`;
}

/** Starts a broker with its topics without Docker, from the project of {@link WITHOUT_DOCKER}. */
function startWithoutDocker(topics: readonly Topic[]): string {
  const words = topics.map(({ name, partitions }) => `${name}:${partitions}`).join(" ");
  const options = words === "" ? "" : ` -Dexec.args="${words}"`;
  return `mvn -q compile exec:java -Dexec.mainClass=StartBroker${options}`;
}

/** Starts a proxy with its configuration, from the folder of a project. */
export function commandOf(config: string): string {
  switch (path.posix.extname(config)) {
    case ".conf":
      return `nginx -p "$PWD" -c ${config} -g 'pid nginx.pid; daemon off;'`;
    case ".cfg":
      return `haproxy -W -f ${config}`;
    case ".yaml":
      return `envoy -c ${config}`;
    default:
      return `caddy run --config ${config} --adapter caddyfile`;
  }
}

/** Lists what a sample's run needs besides its project, in the order in which to start it. */
export function listNeeds({ language, beside = {}, partners, member }: Needing): readonly Need[] {
  const { brokers, topics = [], database, proxies = [] } = beside;
  const where =
    language === "java"
      ? "`localhost:9092`, or at the address that is the program's first argument"
      : "`localhost:9092`, or at the addresses in `KAFKA_BROKERS`";
  const recorded =
    brokers === undefined || brokers === 1
      ? ""
      : `. The recorded run had ${count(brokers, "broker")}; with one you see the good day and not the fault`;
  return [
    ...(brokers === undefined
      ? []
      : [
          {
            says: `A Kafka broker at ${where}${recorded}. With Docker, once for all samples:`,
            commands: [START_BROKER],
          },
        ]),
    ...(topics.length === 0
      ? []
      : [
          {
            says: topics.length === 1 ? "A topic:" : "Topics:",
            commands: topics.map(createTopic),
          },
        ]),
    ...(brokers === undefined
      ? []
      : [
          {
            says: `Or, in place of Docker, a broker${topics.length === 0 ? "" : ` with ${topics.length === 1 ? "that topic" : "these topics"}`} by a JDK and Maven. Type in the project of StartBroker:`,
            commands: [startWithoutDocker(topics)],
            href: WITHOUT_DOCKER,
          },
        ]),
    ...(database === undefined
      ? []
      : [
          {
            says: "PostgreSQL at `localhost:5432`, or where `DATABASE_URL` says. With Docker:",
            commands: [DATABASE],
          },
        ]),
    ...(proxies.length === 0
      ? []
      : [
          {
            says: "One of these proxies, each with its file. The program finds it at the address in `GRPC_ADDRESS`, which is `127.0.0.1:8080` then:",
            commands: proxies.map(commandOf),
          },
        ]),
    ...(member === undefined
      ? []
      : [
          {
            says: "A name that no other live process has. Without it a restart after `kill -9` waits until the session of the killed process has ended:",
            commands: [`export WAREHOUSE=${member}`],
          },
        ]),
    ...partners.map(({ id, command, isFirst, isInProject }) => ({
      says: `${isFirst ? "Before its start" : "After its start"}, in another terminal${isInProject ? ":" : ", from the project of another sample:"}`,
      commands: [command],
      ...(isInProject ? {} : { href: `/samples/${id}/` }),
    })),
  ];
}
