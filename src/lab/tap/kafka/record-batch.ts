import { ByteReader } from "../byte-reader.ts";
import type { KafkaRecord } from "../wire-event.ts";
import { Failure } from "../../../report/failure.mjs";

/** Bytes before a batch that its length does not count: the base offset (8) and the length itself (4). */
const BATCH_PREFIX_BYTES = 12;

/** Version of the batch format since Kafka 0.11, the only one that a broker of version 4 writes. */
const MAGIC = 2;

/** Bits in the attributes of a batch. */
const COMPRESSION = 0x7;
const IS_CONTROL = 0x20;

export type PartitionRecord = Omit<KafkaRecord, "topic" | "partition">;

/**
 * Reads the records in the batches of one partition. Skips compressed batches, batches of older formats and markers of
 * transactions, and the incomplete batch with which a Fetch may end.
 */
export function readRecordBatches(bytes: Uint8Array): readonly PartitionRecord[] {
  const reader = new ByteReader(bytes);
  const records: PartitionRecord[] = [];
  while (reader.left >= BATCH_PREFIX_BYTES) {
    const baseOffset = reader.int64();
    const length = reader.int32();
    if (length > reader.left) break;
    records.push(...readBatch(reader.part(length), baseOffset));
  }
  return records;
}

function readBatch(batch: ByteReader, baseOffset: bigint): readonly PartitionRecord[] {
  batch.int32(); // epoch of the partition's leader
  if (batch.int8() !== MAGIC) return [];
  batch.uint32(); // checksum
  if (batch.int16() & (COMPRESSION | IS_CONTROL)) return [];
  batch.bytes(34); // last offset, times, producer's id, its epoch and sequence number
  const count = batch.int32();
  if (count > batch.left) throw new Failure("bad-kafka", `${count} records in ${batch.left} bytes`);
  return Array.from({ length: count }, () => readRecord(batch.part(batch.varint()), baseOffset));
}

function readRecord(record: ByteReader, baseOffset: bigint): PartitionRecord {
  record.int8(); // attributes
  record.varlong(); // time after the batch's first
  const offset = Number(baseOffset) + record.varint();
  const key = readBytes(record);
  const value = readBytes(record);
  return { offset, key, value, headers: readHeaders(record) };
}

function readHeaders(record: ByteReader): Readonly<Record<string, string>> {
  const count = record.varint();
  if (count > record.left)
    throw new Failure("bad-kafka", `${count} headers in ${record.left} bytes`);
  const headers = Array.from({ length: count }, () => [
    record.text(record.varint()),
    new TextDecoder().decode(readBytes(record) ?? new Uint8Array(0)),
  ]);
  return Object.fromEntries(headers) as Record<string, string>;
}

function readBytes(record: ByteReader): Uint8Array | null {
  const length = record.varint();
  return length < 0 ? null : record.bytes(length);
}
