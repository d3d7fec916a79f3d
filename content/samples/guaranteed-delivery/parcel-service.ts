// Stands for the parcel service: it refuses one order for good,
// and it is away when another is placed.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { FailsForGood } from "./retry.ts";

const REFUSED_ORDER = "o-125";
const AWAY_AT = "o-090.1";
const AWAY_FOR = 3;
let asked = 0;

export async function bookParcel({
  eventId,
  orderId,
}: OrderEvent): Promise<void> {
  await Promise.resolve();
  if (orderId === REFUSED_ORDER) {
    throw new FailsForGood("nobody delivers to this address");
  }
  if (eventId === AWAY_AT && asked < AWAY_FOR) {
    asked += 1;
    console.log("Warehouse: the parcel service is away");
    throw new Error("the parcel service is away");
  }
}
