import type { ByteReader } from "../byte-reader.ts";
import { isWithin, type FieldSchema, type FieldType, type MessageSchema } from "./kafka-schemas.ts";
import { Failure } from "../../../report/failure.mjs";

export type Struct = Readonly<Record<string, unknown>>;

interface Encoding {
  readonly version: number;
  readonly isFlexible: boolean;
}

/**
 * Reads the body of a request or response: int64 as bigint, uuid as Kafka prints it, bytes and records as bytes. A
 * field that this version does not have, or a tagged field that was not sent, is absent.
 *
 * @param spareBytes number of bytes that may be left over
 * @throws Failure when bytes are missing, or more than `spareBytes` are left over
 */
export function readMessage(
  reader: ByteReader,
  schema: MessageSchema,
  version: number,
  { spareBytes = 0 } = {},
): Struct {
  const isFlexible = isWithin(schema.flexible, version);
  const body = readStruct(reader, schema.fields, { version, isFlexible });
  if (reader.left > spareBytes) {
    throw new Failure("bad-kafka", `${reader.left} bytes are left over`);
  }
  return body;
}

/** Skips the tagged fields at the end of a header. */
export function skipTaggedFields(reader: ByteReader): void {
  readTaggedFields(reader, () => undefined);
}

function readStruct(
  reader: ByteReader,
  fields: readonly FieldSchema[],
  encoding: Encoding,
): Struct {
  const { version, isFlexible } = encoding;
  const struct: Record<string, unknown> = {};
  for (const field of fields) {
    if (isWithin(field.versions, version) && !isWithin(field.tagged, version))
      struct[field.name] = readField(reader, field, encoding);
  }
  if (!isFlexible) return struct;
  readTaggedFields(reader, (tag, part) => {
    const field = fields.find((one) => one.tag === tag && isWithin(one.tagged, version));
    if (field) struct[field.name] = readField(part, field, encoding);
  });
  return struct;
}

function readTaggedFields(reader: ByteReader, read: (tag: number, part: ByteReader) => void): void {
  for (let left = reader.unsignedVarint(); left > 0; left -= 1) {
    const tag = reader.unsignedVarint();
    read(tag, reader.part(reader.unsignedVarint()));
  }
}

function readField(reader: ByteReader, field: FieldSchema, encoding: Encoding): unknown {
  const isNullable = isWithin(field.nullable, encoding.version);
  if (isNullable && field.type.kind === "struct" && reader.int8() < 0) return null;
  const value = readValue(reader, field.type, encoding);
  if (value === null && !isNullable)
    throw new Failure(
      "bad-kafka",
      `${field.name} is null, which version ${encoding.version} forbids`,
    );
  return value;
}

function readValue(reader: ByteReader, type: FieldType, encoding: Encoding): unknown {
  if (type.kind === "struct") return readStruct(reader, type.fields, encoding);
  if (type.kind === "array") {
    const count = readLength(reader, encoding, 4);
    if (count === null) return null;
    // Each element takes at least one byte, so a larger count is garbage.
    if (count > reader.left)
      throw new Failure("bad-kafka", `${count} elements in ${reader.left} bytes`);
    return Array.from({ length: count }, () => readValue(reader, type.of, encoding));
  }
  return readPlain(reader, type.name, encoding);
}

function readPlain(reader: ByteReader, name: string, encoding: Encoding): unknown {
  switch (name) {
    case "bool":
      return reader.int8() !== 0;
    case "int8":
      return reader.int8();
    case "int16":
      return reader.int16();
    case "uint16":
      return reader.uint16();
    case "int32":
      return reader.int32();
    case "uint32":
      return reader.uint32();
    case "int64":
      return reader.int64();
    case "float64":
      return reader.float64();
    case "uuid":
      return Buffer.from(reader.bytes(16)).toString("base64url");
    case "string": {
      const length = readLength(reader, encoding, 2);
      return length === null ? null : reader.text(length);
    }
    case "bytes":
    case "records": {
      const length = readLength(reader, encoding, 4);
      return length === null ? null : reader.bytes(length);
    }
    default:
      throw new Failure("bad-schema", `no type is called "${name}"`);
  }
}

/** Reads a length: in flexible versions a varint of the length plus 1, with 0 for null; otherwise int16 or int32. */
function readLength(reader: ByteReader, { isFlexible }: Encoding, bytes: 2 | 4): number | null {
  const length = isFlexible
    ? reader.unsignedVarint() - 1
    : bytes === 2
      ? reader.int16()
      : reader.int32();
  return length < 0 ? null : length;
}
