// What a run meant to the people who wait for their parcels.
import {
  lastAddressOf,
  orderIdOf,
  ORDERS,
} from "./standard-run.ts";

export interface Parcel {
  readonly orderId: string;
  readonly address: string;
}

/** Counts what was lost, duplicated or sent out of order. */
export function verdict(parcels: readonly Parcel[]): string {
  let lost = 0;
  let twice = 0;
  let oldAddress = 0;
  for (let order = 1; order <= ORDERS; order++) {
    const sent = parcels.filter(
      ({ orderId }) => orderId === orderIdOf(order),
    );
    if (sent.length === 0) lost++;
    if (sent.length > 1) twice++;
    const last = lastAddressOf(order);
    if (sent.some(({ address }) => address !== last))
      oldAddress++;
  }
  return [
    `of ${ORDERS} parcels ${lost} never leave`,
    `${twice} leave twice`,
    `${oldAddress} go to an old address`,
  ].join(", ");
}
