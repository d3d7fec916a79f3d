// The event that a call of PlaceOrder causes, and its bytes.
import {
  OrderEvent,
  type PlaceOrderRequest,
} from "../gen/shop/v1/orders.ts";

export interface EventRow {
  readonly eventId: string;
  /** The key of the record: events of one order in sequence. */
  readonly key: string;
  readonly value: Buffer;
}

export function orderPlaced(order: PlaceOrderRequest): EventRow {
  const { orderId, warehouseId, address } = order;
  // The first event of an order: the same id for a repeated call.
  const eventId = `${orderId}.1`;
  const event: OrderEvent = {
    eventId,
    orderId,
    warehouseId,
    occurredAt: new Date(),
    change: { $case: "placed", value: { address } },
  };
  const value = Buffer.from(OrderEvent.encode(event).finish());
  return { eventId, key: orderId, value };
}
