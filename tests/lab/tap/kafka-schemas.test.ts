import { describe, expect, test } from "vitest";
import { ByteReader } from "../../../src/lab/tap/byte-reader.ts";
import { parseKafkaSchemas } from "../../../src/lab/tap/kafka/kafka-schemas.ts";
import { readMessage, type Struct } from "../../../src/lab/tap/kafka/kafka-values.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

const message = (type: string, rest: object): string =>
  `// a licence, "quoted"\n` +
  JSON.stringify(
    { apiKey: 9, type, name: `Shop${type === "request" ? "Request" : "Response"}`, ...rest },
    null,
    1,
  )
    // Comments stand at the end of lines, and look like one within a text.
    .replaceAll(",\n", ", // a comment\n");

const schemas = parseKafkaSchemas([
  message("request", {
    validVersions: "0-2",
    flexibleVersions: "2+",
    commonStructs: [
      { name: "Place", versions: "0+", fields: [{ name: "Shelf", type: "int16", versions: "0+" }] },
    ],
    fields: [
      {
        name: "Name",
        type: "string",
        versions: "0+",
        nullableVersions: "1+",
        about: "see https://x",
      },
      { name: "Gone", type: "int8", versions: "0" },
      { name: "Places", type: "[]Place", versions: "0+" },
      { name: "Ids", type: "[]int32", versions: "1+", nullableVersions: "1+" },
      { name: "First", type: "Place", versions: "2+", nullableVersions: "2+" },
      { name: "Note", type: "string", versions: "2+", taggedVersions: "2+", tag: 7 },
    ],
  }),
  message("response", {
    validVersions: "0-2",
    flexibleVersions: "none",
    fields: [
      { name: "Flag", type: "bool", versions: "0+" },
      { name: "Count", type: "uint16", versions: "0+" },
      { name: "Big", type: "int64", versions: "0+" },
      { name: "Ratio", type: "float64", versions: "0+" },
      { name: "Id", type: "uuid", versions: "0+" },
      { name: "Data", type: "bytes", versions: "0+", nullableVersions: "0+" },
    ],
  }),
  `{ "apiKey": 8, "type": "request", "name": "GoneRequest", "validVersions": "none" }`,
]);

function readRequest(version: number, bytes: string): Struct {
  const api = schemas.get(9);
  if (!api) throw new Error("no schema");
  return readMessage(new ByteReader(hex(bytes)), api.request, version);
}

test("an API has its request's name, and those without versions are left out", () => {
  expect([...schemas.values()].map(({ key, name }) => [key, name])).toEqual([[9, "Shop"]]);
});

describe("a request", () => {
  test("version 0: lengths of two and four bytes", () => {
    expect(readRequest(0, "0002 6869 05 00000002 0001 ffff")).toEqual({
      Name: "hi",
      Gone: 5,
      Places: [{ Shelf: 1 }, { Shelf: -1 }],
    });
  });

  test("version 1: what may be null is, and what went is not there", () => {
    expect(readRequest(1, "ffff 00000000 ffffffff")).toEqual({ Name: null, Places: [], Ids: null });
  });

  test("version 2: compact lengths, tagged fields in every struct, an unknown tag is skipped", () => {
    const shelf = "0007 00";
    const tagged = "02 01 01 ff 07 03 03 6f6b";
    expect(
      readRequest(2, `03 6869 02 ${shelf} 03 00000001 00000002 01 ${shelf} ${tagged}`),
    ).toEqual({
      Name: "hi",
      Places: [{ Shelf: 7 }],
      Ids: [1, 2],
      First: { Shelf: 7 },
      Note: "ok",
    });
    expect(readRequest(2, "00 01 00 ff 00")).toEqual({
      Name: null,
      Places: [],
      Ids: null,
      First: null,
    });
  });

  test.each([
    ["bytes are missing", 0, "0005 6869", "5 bytes are due, 2 are left"],
    ["bytes are left over", 1, "ffff 00000000 ffffffff 00", "1 bytes are left over"],
    ["null is forbidden", 0, "ffff 00 00000000", "Name is null"],
    ["a count is beyond the bytes", 0, "0000 00 7fffffff", "2147483647 elements in 0 bytes"],
    ["a varint does not end", 2, "ffffffffffff", "more than 5 bytes"],
  ])("is refused when %s", (_, version, bytes, said) => {
    expect(() => readRequest(version, bytes)).toThrow(said);
  });
});

test("int64 is a bigint, a uuid the text that Kafka prints, bytes are bytes", () => {
  const bytes = hex(
    "01 ffff fffffffffffffffe 3ff8000000000000 000102030405060708090a0b0c0d0e0f 00000002 0102",
  );
  const api = schemas.get(9);
  expect(api && readMessage(new ByteReader(bytes), api.response, 0)).toEqual({
    Flag: true,
    Count: 65_535,
    Big: -2n,
    Ratio: 1.5,
    Id: "AAECAwQFBgcICQoLDA0ODw",
    Data: Buffer.from([1, 2]),
  });
});

test("a type that nothing explains is refused", () => {
  const request = { validVersions: "0", fields: [{ name: "X", type: "Nobody", versions: "0+" }] };
  expect(() =>
    parseKafkaSchemas([message("request", request), message("response", request)]),
  ).toThrow('"Nobody"');
});
