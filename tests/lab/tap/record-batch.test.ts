import { expect, test } from "vitest";
import { readRecordBatches } from "../../../src/lab/tap/kafka/record-batch.ts";
import { batch, record } from "./batches.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

test("records have the offsets of the log, and their headers", () => {
  const two = batch({
    baseOffset: 40n,
    records: [
      record(0, "o-1", "placed", { "event-id": "o-1.1", "content-type": "x" }),
      record(3, null, null, {}),
    ],
  });
  expect(readRecordBatches(new Uint8Array(two))).toEqual([
    {
      offset: 40,
      key: bytes("o-1"),
      value: bytes("placed"),
      headers: { "event-id": "o-1.1", "content-type": "x" },
    },
    { offset: 43, key: null, value: null, headers: {} },
  ]);
});

test("a batch that a Fetch has cut off is not listed", () => {
  const whole = batch({ baseOffset: 0n, records: [record(0, "a", "b", {})] });
  const next = batch({ baseOffset: 1n, records: [record(0, "c", "d", {})] });
  for (let length = 0; length < next.length; length += 1)
    expect(readRecordBatches(Buffer.concat([whole, next.subarray(0, length)]))).toHaveLength(1);
  expect(readRecordBatches(Buffer.concat([whole, next]))).toHaveLength(2);
});

test("batches that are compressed, a transaction's marker or of an old format are skipped, those behind them not", () => {
  const plain = batch({ baseOffset: 9n, records: [record(0, "a", "b", {})] });
  for (const skipped of [
    { attributes: 1 },
    { attributes: 4 },
    { attributes: 0x30 },
    { magic: 1 },
  ]) {
    const odd = batch({ baseOffset: 0n, records: [record(0, "x", "y", {})], ...skipped });
    expect(readRecordBatches(Buffer.concat([odd, plain])).map(({ offset }) => offset)).toEqual([9]);
  }
});

test("counts and lengths beyond the bytes are refused", () => {
  const lying = batch({ baseOffset: 0n, records: [record(0, "a", "b", {})], count: 1_000_000 });
  expect(() => readRecordBatches(lying)).toThrow("1000000 records");
  expect(() => readRecordBatches(Buffer.from("0000000000000000fffffff0", "hex"))).toThrow(
    "-16 bytes",
  );
});
