import {
  commandOf,
  createTopic,
  DATABASE,
  deleteTopic,
  START_BROKER,
  WITHOUT_DOCKER,
  type Needing,
  type Partner,
} from "./needs.ts";

/** Something that a run needs, as `check-needs.mjs` looks for it before a project starts. */
export interface Check {
  /** What to say when nobody answers, before the address: "no-broker  no Kafka broker answers at". */
  readonly missing: string;
  readonly protocol: "kafka" | "postgres" | "tcp";
  /** The environment's variable with the address. */
  readonly variable: string;
  /** Where to look without that variable; absent where it must be set. */
  readonly address?: string;
  /** Topics that must be there → the command that creates each. */
  readonly topics?: Readonly<Record<string, string>>;
  /** Topics that the program creates itself and that must not be there → the command that deletes each. */
  readonly creates?: Readonly<Record<string, string>>;
  /** Lines that say what to type. */
  readonly type: readonly string[];
}

/** Where servers are looked for when a program's text says no other address. */
const ADDRESSES = {
  KAFKA_BROKERS: "localhost:9092",
  DATABASE_URL: "postgres://postgres@localhost:5432/postgres",
  GRPC_ADDRESS: "127.0.0.1:50051",
} as const;

/** Where every proxy of the samples listens. */
const PROXY = "127.0.0.1:8080";

/** The addresses that programs read from the environment → the literals that are their defaults. */
export type Addresses = Readonly<Partial<Record<keyof typeof ADDRESSES, string>>>;

const NAMES = Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[];

/** Finds the addresses that a program reads, with their defaults, in the texts of its files. */
export function findAddresses(texts: readonly string[]): Addresses {
  const found = NAMES.flatMap((name) => {
    const reads = texts.filter((text) => new RegExp(`\\b${name}\\b`).test(text));
    if (reads.length === 0) return [];
    const literal = new RegExp(`\\b${name} = "([^"]+)"`);
    const [address = ADDRESSES[name]] = reads.flatMap((text) => literal.exec(text)?.[1] ?? []);
    return [[name, address] as const];
  });
  return Object.fromEntries(found);
}

/** A program's own topics: `const TOPIC = "orders"` or `withTopics(["orders"], …)`. */
const OWN_TOPIC = /\bTOPIC = "([\w.-]+)"|\bwithTopics\(\["([\w.-]+)"\]/g;

/** Finds the topics that a program creates, in the text of its file; none where it looks first which are there. */
export function findCreated(text: string): readonly string[] {
  if (!/\b(?:withTopics|createTopics)\(/.test(text) || text.includes("listTopics(")) return [];
  return [...text.matchAll(OWN_TOPIC)].map(([, constant, listed]) => constant ?? listed ?? "");
}

/** A partner that creates topics, such as `kafka-streams/create-topics.ts`. */
const CREATES_TOPICS = /(?:^|\/)create-topics\.[^/]+$/;
const KEBAB_CASE = /"([a-z]+(?:-[a-z]+)+)"/g;

/**
 * Finds the topics that a sample's partner creates and the sample's own files name.
 *
 * @returns topic → the partner's command
 */
export function findTopicsOfPartners(
  texts: readonly string[],
  partners: readonly Partner[],
  textOf: (path: string) => string,
): Readonly<Record<string, string>> {
  const own = new Set(texts.flatMap(namesIn));
  const topics = partners
    .filter(({ path, isFirst }) => isFirst && CREATES_TOPICS.test(path))
    .flatMap(({ path, command }) =>
      namesIn(textOf(path)).flatMap((name) => (own.has(name) ? [[name, command] as const] : [])),
    );
  return Object.fromEntries(topics);
}

function namesIn(text: string): string[] {
  return [...text.matchAll(KEBAB_CASE)].map(([, name = ""]) => name);
}

/**
 * Lists what the start of a sample's project looks for.
 *
 * @param site address of this site, for links
 */
export function listChecks(needing: Needing, site: string): readonly Check[] {
  const { beside = {}, partners, addresses = {}, partnersTopics = {} } = needing;
  const first = partners.filter(({ isFirst, isInProject }) => isFirst && isInProject);
  const topics = {
    ...partnersTopics,
    ...Object.fromEntries((beside.topics ?? []).map((it) => [it.name, createTopic(it)])),
  };
  const creates = Object.fromEntries(
    (needing.creates ?? [])
      .filter((name) => !(name in topics))
      .map((name) => [name, deleteTopic({ name })]),
  );
  const proxies = beside.proxies ?? [];
  return [
    ...(beside.brokers === undefined
      ? []
      : [
          {
            missing: "no-broker  no Kafka broker answers at",
            protocol: "kafka",
            variable: "KAFKA_BROKERS",
            address: addresses.KAFKA_BROKERS ?? ADDRESSES.KAFKA_BROKERS,
            ...(Object.keys(topics).length === 0 ? {} : { topics }),
            ...(Object.keys(creates).length === 0 ? {} : { creates }),
            type: [START_BROKER, `without Docker: ${new URL(WITHOUT_DOCKER, site).href}`],
          } as const,
        ]),
    ...(beside.database === undefined
      ? []
      : [
          {
            missing: "no-database  no PostgreSQL answers at",
            protocol: "postgres",
            variable: "DATABASE_URL",
            address: addresses.DATABASE_URL ?? ADDRESSES.DATABASE_URL,
            type: [DATABASE],
          } as const,
        ]),
    // A program whose own address is that of its servers runs without a proxy too.
    ...(proxies.length === 0 || addresses.GRPC_ADDRESS !== PROXY
      ? []
      : [
          {
            missing: "no-proxy  no proxy listens at",
            protocol: "tcp",
            variable: "GRPC_ADDRESS",
            address: PROXY,
            type: [
              ...proxies.map((config, index) => `${index === 0 ? "" : "or: "}${commandOf(config)}`),
              `then: export GRPC_ADDRESS=${PROXY}`,
            ],
          } as const,
        ]),
    ...(proxies.length > 0 || first.length === 0 || addresses.GRPC_ADDRESS === undefined
      ? []
      : [
          {
            missing: "no-server  no server listens at",
            protocol: "tcp",
            variable: "GRPC_ADDRESS",
            address: addresses.GRPC_ADDRESS,
            type: first.map(({ command }) => `in another terminal: ${command}`),
          } as const,
        ]),
  ];
}
