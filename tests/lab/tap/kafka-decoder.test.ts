import { expect, test } from "vitest";
import { decodeKafka } from "../../../src/lab/tap/kafka/kafka-decoder.ts";
import { parseKafkaSchemas, type KafkaSchemas } from "../../../src/lab/tap/kafka/kafka-schemas.ts";
import type { Decoder } from "../../../src/lab/tap/wire-event.ts";
import { batch, record } from "./batches.ts";
import { cutAnew, decodeAll, seeded, type Chunk } from "./recording.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

/** Three APIs, with the fields that the decoder itself looks at. */
const schemas: KafkaSchemas = parseKafkaSchemas(
  [
    {
      apiKey: 18,
      type: "request",
      name: "ApiVersionsRequest",
      validVersions: "0-3",
      flexibleVersions: "3+",
      fields: [],
    },
    {
      apiKey: 18,
      type: "response",
      name: "ApiVersionsResponse",
      validVersions: "0-3",
      flexibleVersions: "3+",
      fields: [field("ErrorCode", "int16")],
    },
    {
      apiKey: 0,
      type: "request",
      name: "ProduceRequest",
      validVersions: "3-13",
      fields: [
        field("Acks", "int16"),
        field("TopicData", "[]TopicProduceData", [
          { ...field("Name", "string"), versions: "0-12" },
          { ...field("TopicId", "uuid"), versions: "13+" },
          field("PartitionData", "[]PartitionProduceData", [
            field("Index", "int32"),
            field("Records", "records"),
          ]),
        ]),
      ],
    },
    { apiKey: 0, type: "response", name: "ProduceResponse", validVersions: "3-13", fields: [] },
    { apiKey: 3, type: "request", name: "MetadataRequest", validVersions: "12", fields: [] },
    {
      apiKey: 3,
      type: "response",
      name: "MetadataResponse",
      validVersions: "12",
      fields: [field("Topics", "[]Topic", [field("Name", "string"), field("TopicId", "uuid")])],
    },
  ].map((one) => JSON.stringify(one)),
);

function field(name: string, type: string, fields?: readonly object[]): object {
  return { name, type, versions: "0+", ...(fields ? { fields } : {}) };
}

function sized(...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** API key, version, correlation id, no client id. */
function request(key: number, version: number, id: number, ...body: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(10);
  head.writeInt16BE(key, 0);
  head.writeInt16BE(version, 2);
  head.writeInt32BE(id, 4);
  head.writeInt16BE(-1, 8);
  return sized(head, ...body);
}

function response(id: number, ...body: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(id);
  return sized(head, ...body);
}

const ID = "000102030405060708090a0b0c0d0e0f";
const records = batch({
  baseOffset: 0n,
  records: [record(0, "o-1", "placed", { "event-id": "o-1.1" })],
});
const partition = Buffer.concat([hex("00000001 00000002"), sized(records)]);
const produceByName = (acks: string): Buffer =>
  Buffer.concat([hex(`${acks} 00000001 0001 74`), partition]);
const produceById = Buffer.concat([hex(`0001 00000001 ${ID}`), partition]);

const out = (...parts: readonly Buffer[]): Chunk => ({
  direction: "out",
  bytes: Buffer.concat(parts),
});
const back = (...parts: readonly Buffer[]): Chunk => ({
  direction: "in",
  bytes: Buffer.concat(parts),
});
const open = (): Decoder => decodeKafka(schemas);

test("responses belong to requests by correlation id, in whatever order", () => {
  const events = decodeAll(open(), [
    out(request(0, 3, 1, produceByName("0001")), request(18, 0, 2)),
    back(response(2, hex("0000")), response(1)),
  ]);
  expect(events).toMatchObject([
    { kind: "request", api: "Produce", version: 3, correlationId: 1, start: 0 },
    { kind: "request", api: "ApiVersions", version: 0, correlationId: 2 },
    { kind: "response", api: "ApiVersions", version: 0, correlationId: 2, start: 0, end: 10 },
    { kind: "response", api: "Produce", version: 3, correlationId: 1, start: 10, end: 18 },
  ]);
  expect(events[0]?.end).toBe(events[1]?.start);
});

test("a Produce with acks 0 has no response", () => {
  const decoder = open();
  decodeAll(decoder, [out(request(0, 3, 1, produceByName("0000")))]);
  expect(() => decoder.push("in", response(1))).toThrow("a response to 1, which was not asked");
});

test("a Metadata request may be three bytes too long, as librdkafka's is, and no other request", () => {
  const spare = hex("010000");
  expect(decodeAll(open(), [out(request(3, 12, 1, spare))])).toMatchObject([{ api: "Metadata" }]);
  expect(() => decodeAll(open(), [out(request(3, 12, 1, spare, spare))])).toThrow(
    "6 bytes are left over",
  );
  const produce = request(0, 3, 1, produceByName("0001"), spare);
  expect(() => decodeAll(open(), [out(produce)])).toThrow("3 bytes are left over");
});

test("the header of an ApiVersions response has no tagged fields, and a version too new is answered in 0", () => {
  const events = decodeAll(open(), [
    out(request(18, 3, 1, hex("00 00")), request(18, 99, 2, hex("0102"))),
    back(response(1, hex("0000 00")), response(2, hex("0023"))),
  ]);
  expect(events.slice(1)).toMatchObject([
    { kind: "request", version: 99, body: {} },
    { kind: "response", version: 3, body: { ErrorCode: 0 } },
    { kind: "response", version: 0, body: { ErrorCode: 35 } },
  ]);
});

test("a topic's id is given until its name was seen, on any connection that shares the names", () => {
  const names = new Map<string, string>();
  const [first, second] = [decodeKafka(schemas, names), decodeKafka(schemas, names)];
  const produce = out(request(0, 13, 1, produceById));
  expect(decodeAll(first, [produce])).toMatchObject([
    { records: [{ topic: "AAECAwQFBgcICQoLDA0ODw", partition: 2, offset: 0 }] },
  ]);
  decodeAll(second, [
    out(request(3, 12, 7)),
    back(response(7, hex(`00000002 0001 74 ${ID} 0001 78 ${"00".repeat(16)}`))),
  ]);
  expect(decodeAll(first, [produce])).toMatchObject([{ records: [{ topic: "t" }] }]);
  // The other one's id is that of a topic which does not exist.
  expect([...names.values()]).toEqual(["t"]);
});

test.each([1, 3, 50])("pieces of up to %i bytes make no difference", (most) => {
  const chunks = [
    out(request(0, 3, 1, produceByName("0001")), request(18, 3, 2, hex("00 00"))),
    back(response(2, hex("0000 00")), response(1)),
  ];
  const events = decodeAll(open(), chunks);
  expect(events).toHaveLength(4);
  expect(decodeAll(open(), cutAnew(chunks, most, seeded(most)))).toEqual(events);
});

test.each([
  ["a negative length", "fffffff0", "a request of -16 bytes"],
  ["a length that nobody sends", "10000001", "a request of 268435457 bytes"],
  [
    "another protocol",
    Buffer.from("GET / HTTP/1.1").toString("hex"),
    "a request of 1195725856 bytes",
  ],
  [
    "an API that nobody knows, before its body is there",
    "00100000 7fff 0000 00000001",
    "the key 32767",
  ],
  ["a version that nobody knows", "00000008 0000 0001 00000001", "Produce has no version 1"],
  ["a body that is too short", "0000000c 0000 0003 00000001 ffff 0001", "4 bytes are due"],
])("%s is refused", (_, bytes, said) => {
  expect(() => open().push("out", hex(bytes))).toThrow(said);
});
