// What goes wrong at a topic, as the status of a call.
import { status } from "@grpc/grpc-js";
import { findErrorBy, GenericError } from "@platformatic/kafka";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { StatusError } from "../grpc/status-error.ts";
import {
  decodeEvent,
  type EventRecord,
} from "../guaranteed-delivery/decode-event.ts";

// #region status
/** Throws an error of the Kafka client on as a status. */
export function throwStatus(error: unknown): never {
  const isFromKafka =
    error instanceof Error && GenericError.isGenericError(error);
  if (!isFromKafka) throw error;
  if (findErrorBy(error, "apiId", "OFFSET_OUT_OF_RANGE")) {
    throw new StatusError(
      status.OUT_OF_RANGE,
      "the cursor is outside of the topic",
    );
  }
  console.error(error);
  // The client calls again, and may reach another edge.
  throw new StatusError(
    status.UNAVAILABLE,
    "the topic cannot be read",
  );
}

/** No event may be skipped: the call ends at such a record. */
export function eventIn(record: EventRecord): OrderEvent {
  try {
    return decodeEvent(record);
  } catch (error) {
    console.error(error);
    const { topic, partition, offset } = record;
    throw new StatusError(
      status.DATA_LOSS,
      `no event in ${topic}-${partition} at offset ${offset}`,
    );
  }
}
// #endregion status
