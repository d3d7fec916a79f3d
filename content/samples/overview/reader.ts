// What a reader of events brings along, on either system.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

export interface Reader {
  /** Does the work of an event; again changes nothing. */
  fulfil(event: OrderEvent): Promise<void>;
  /** Where it has got to, kept where a crash cannot reach. */
  readonly place: {
    load(): Promise<string>;
    save(cursor: string): Promise<void>;
  };
}
