import { ByteReader } from "../byte-reader.ts";
import { decodeBy } from "../decode-by.ts";
import { isWithin, type KafkaApi, type KafkaSchemas } from "./kafka-schemas.ts";
import { learnTopicNames, listRecords } from "./kafka-topics.ts";
import { readMessage, skipTaggedFields, type Struct } from "./kafka-values.ts";
import type { Decoder } from "../wire-event.ts";
import { Failure } from "../../../report/failure.mjs";

/** Longest request or response in bytes; a longer length counts as an error of the protocol. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024;

const UNSUPPORTED_VERSION = 35;
/** API → superfluous bytes that brokers ignore: librdkafka sends some when it asks for the metadata of all topics. */
const SPARE_BYTES: ReadonlyMap<string, number> = new Map([["Metadata", 3]]);

interface Call {
  readonly api: KafkaApi;
  readonly version: number;
  readonly correlationId: number;
}

/**
 * Decodes one connection of Kafka's protocol without TLS.
 *
 * @param topicNames topic id → name; all connections of a run share it, since a client may ask for metadata on one and
 * fetch on another
 */
export function decodeKafka(
  schemas: KafkaSchemas,
  topicNames = new Map<string, string>(),
): Decoder {
  /** Requests without a response so far, by correlation id. */
  const waiting = new Map<number, Call>();
  return decodeBy(function* (direction, incoming, emit) {
    const kind = direction === "out" ? "request" : "response";
    const headBytes = kind === "request" ? 8 : 4;
    for (;;) {
      const start = incoming.offset;
      const length = new ByteReader(yield* incoming.take(4)).int32();
      if (length < headBytes || length > MAX_FRAME_BYTES)
        throw new Failure("bad-kafka", `a ${kind} of ${length} bytes`);
      // Checks the header before it waits for the rest, so that garbage is refused at once.
      const head = new ByteReader(yield* incoming.take(headBytes));
      const call = kind === "request" ? readCall(head, schemas) : takeCall(head, waiting);
      const reader = new ByteReader(yield* incoming.take(length - headBytes));
      const [version, body] =
        kind === "request" ? readRequest(reader, call) : readResponse(reader, call);
      const { api, correlationId } = call;
      if (kind === "response") learnTopicNames(body, topicNames);
      else if (hasResponse(api, body)) waiting.set(correlationId, call);
      const records = listRecords(kind, api.name, body, topicNames);
      const span = { direction, start, end: incoming.offset };
      emit({ kind, ...span, api: api.name, version, correlationId, body, records });
    }
  });
}

function readCall(head: ByteReader, schemas: KafkaSchemas): Call {
  const key = head.int16();
  const version = head.int16();
  const api = schemas.get(key);
  if (!api) throw new Failure("bad-kafka", `no API has the key ${key}`);
  // A client may send ApiVersions in a version that is too new; it is then answered in version 0.
  if (!isWithin(api.request.versions, version) && api.name !== "ApiVersions")
    throw new Failure("bad-kafka", `${api.name} has no version ${version} in these schemas`);
  return { api, version, correlationId: head.int32() };
}

function takeCall(head: ByteReader, waiting: Map<number, Call>): Call {
  const correlationId = head.int32();
  const call = waiting.get(correlationId);
  if (!call) throw new Failure("bad-kafka", `a response to ${correlationId}, which was not asked`);
  waiting.delete(correlationId);
  return call;
}

function readRequest(reader: ByteReader, { api, version }: Call): [version: number, Struct] {
  if (!isWithin(api.request.versions, version)) return [version, {}];
  const clientIdBytes = reader.int16();
  if (clientIdBytes > 0) reader.bytes(clientIdBytes);
  if (isWithin(api.request.flexible, version)) skipTaggedFields(reader);
  const spareBytes = SPARE_BYTES.get(api.name) ?? 0;
  return [version, readMessage(reader, api.request, version, { spareBytes })];
}

function readResponse(reader: ByteReader, { api, version }: Call): [version: number, Struct] {
  // The header of this response never has tagged fields: clients read it before they know any version.
  const isApiVersions = api.name === "ApiVersions";
  if (isApiVersions) return readApiVersions(reader, api, version);
  if (isWithin(api.response.flexible, version)) skipTaggedFields(reader);
  return [version, readMessage(reader, api.response, version)];
}

function readApiVersions(
  reader: ByteReader,
  api: KafkaApi,
  version: number,
): [version: number, Struct] {
  const bytes = reader.bytes(reader.left);
  const errorCode = new ByteReader(bytes).int16();
  const answered = errorCode === UNSUPPORTED_VERSION ? 0 : version;
  return [answered, readMessage(new ByteReader(bytes), api.response, answered)];
}

function hasResponse(api: KafkaApi, body: Struct): boolean {
  return api.name !== "Produce" || body["Acks"] !== 0;
}
