import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { Failure } from "../../../report/failure.mjs";

/** Kafka's own description of its protocol: API key → schemas of its requests and responses. */
export type KafkaSchemas = ReadonlyMap<number, KafkaApi>;

export interface KafkaApi {
  readonly key: number;
  /** `Produce`, `Fetch`, … */
  readonly name: string;
  readonly request: MessageSchema;
  readonly response: MessageSchema;
}

export interface MessageSchema {
  readonly versions: VersionRange;
  /** Versions with compact lengths and tagged fields. */
  readonly flexible: VersionRange;
  readonly fields: readonly FieldSchema[];
}

export interface FieldSchema {
  readonly name: string;
  readonly type: FieldType;
  readonly versions: VersionRange;
  readonly nullable: VersionRange;
  /** Versions in which the field is a tagged field. */
  readonly tagged: VersionRange;
  readonly tag: number;
}

export type FieldType =
  | { readonly kind: "plain"; readonly name: string }
  | { readonly kind: "array"; readonly of: FieldType }
  | { readonly kind: "struct"; readonly fields: readonly FieldSchema[] };

/** First and last version, both included. */
export type VersionRange = readonly [first: number, last: number];

const PLAIN_TYPES = new Set(
  "bool int8 int16 uint16 int32 uint32 int64 float64 string uuid bytes records".split(" "),
);

const parsedJars = new Map<string, KafkaSchemas>();

/** Reads the schemas from a kafka-clients jar, once per process. Throws when it has none. */
export function readKafkaSchemas(jar: string): KafkaSchemas {
  const known = parsedJars.get(jar);
  if (known) return known;
  const files = unzipSync(readFileSync(jar), {
    filter: ({ name }) => /^common\/message\/\w+(Request|Response)\.json$/.test(name),
  });
  const schemas = parseKafkaSchemas(Object.values(files).map((file) => strFromU8(file)));
  if (schemas.size === 0)
    throw new Failure(
      "no-schemas",
      `no common/message/*.json in "${jar}"\n` +
        `  Give the path of the jar of kafka-clients, in any version.`,
    );
  parsedJars.set(jar, schemas);
  return schemas;
}

/**
 * Parses the texts of schemas, JSON with `//` comments and one message each. Leaves out APIs without valid versions.
 */
export function parseKafkaSchemas(texts: readonly string[]): KafkaSchemas {
  const messages = texts
    .map((text) => JSON.parse(stripComments(text)) as MessageJson)
    .filter(({ validVersions }) => validVersions !== "none");
  const responses = new Map(
    messages.filter(({ type }) => type === "response").map((message) => [message.apiKey, message]),
  );
  const schemas = new Map<number, KafkaApi>();
  for (const request of messages) {
    const response = responses.get(request.apiKey);
    if (request.type !== "request" || !response) continue;
    schemas.set(request.apiKey, {
      key: request.apiKey,
      name: request.name.replace(/Request$/, ""),
      request: parseMessage(request),
      response: parseMessage(response),
    });
  }
  return schemas;
}

/** Whether a version is within a range. */
export function isWithin([first, last]: VersionRange, version: number): boolean {
  return version >= first && version <= last;
}

// The format of Kafka's own schema files, which Kafka's generator checks. Several fields may name a struct of
// `commonStructs`.
interface MessageJson {
  readonly apiKey: number;
  readonly type: string;
  readonly name: string;
  readonly validVersions: string;
  readonly flexibleVersions?: string;
  readonly fields: readonly FieldJson[];
  readonly commonStructs?: readonly StructJson[];
}

interface StructJson {
  readonly name: string;
  readonly fields: readonly FieldJson[];
}

interface FieldJson {
  readonly name: string;
  readonly type: string;
  readonly versions: string;
  readonly nullableVersions?: string;
  readonly taggedVersions?: string;
  readonly tag?: number;
  readonly fields?: readonly FieldJson[];
}

function parseMessage(message: MessageJson): MessageSchema {
  const structs = new Map(message.commonStructs?.map(({ name, fields }) => [name, fields]));
  return {
    versions: parseVersions(message.validVersions),
    flexible: parseVersions(message.flexibleVersions),
    fields: message.fields.map((field) => parseField(field, structs)),
  };
}

type Structs = ReadonlyMap<string, readonly FieldJson[]>;

function parseField(field: FieldJson, structs: Structs): FieldSchema {
  return {
    name: field.name,
    type: parseType(field.type, field.fields, structs),
    versions: parseVersions(field.versions),
    nullable: parseVersions(field.nullableVersions),
    tagged: parseVersions(field.taggedVersions),
    tag: field.tag ?? -1,
  };
}

function parseType(
  type: string,
  ownFields: readonly FieldJson[] | undefined,
  structs: Structs,
): FieldType {
  if (type.startsWith("[]"))
    return { kind: "array", of: parseType(type.slice(2), ownFields, structs) };
  if (PLAIN_TYPES.has(type)) return { kind: "plain", name: type };
  const fields = ownFields ?? structs.get(type);
  if (!fields) throw new Failure("bad-schema", `nothing says what a "${type}" is`);
  return { kind: "struct", fields: fields.map((field) => parseField(field, structs)) };
}

/** Parses a range of versions: `4-18`, `12+`, `3`, `none`. */
function parseVersions(text = "none"): VersionRange {
  if (text === "none") return [0, -1];
  const [first = "", last] = text.split(/[-+]/);
  return [
    Number(first),
    last === undefined ? Number(first) : last === "" ? Infinity : Number(last),
  ];
}

function stripComments(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*")|\/\/.*/g,
    (_, quoted: string | undefined) => quoted ?? "",
  );
}
