// The cursor of a topic: the next offset of each partition.
import { status } from "@grpc/grpc-js";
import { StatusError } from "../grpc/status-error.ts";

/** Partition → the offset of the next record to be read. */
export type Positions = Map<number, bigint>;

const CURSOR = /^\d{1,6}:\d{1,18}(,\d{1,6}:\d{1,18})*$/;

// #region cursor
/** "0:412,1:390,2:198" */
export function cursorOf(positions: Positions): string {
  return [...positions].map((it) => it.join(":")).join(",");
}

/** A cursor comes from outside: checked like any other input. */
export function positionsIn(cursor: string): Positions {
  if (!CURSOR.test(cursor)) throw outOfRange(cursor);
  const positions: Positions = new Map();
  for (const pair of cursor.split(",")) {
    const [partition, offset = ""] = pair.split(":");
    positions.set(Number(partition), BigInt(offset));
  }
  return positions;
}
// #endregion cursor

/** The reader has to begin anew: this cursor will not do. */
export function outOfRange(cursor: string): StatusError {
  return new StatusError(
    status.OUT_OF_RANGE,
    `not in the topic: "${cursor}"`,
  );
}
