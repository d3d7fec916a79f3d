// What the page does with an event, and says that it has done it.
import type { OrderEvent } from "../../gen/shop/v1/orders_pb.ts";

const LAST = "100";

export async function show(
  event: OrderEvent,
  cursor: string,
): Promise<void> {
  const item = document.createElement("li");
  item.textContent = `${event.eventId} ${event.change.case}`;
  document.querySelector("ol")?.append(item);
  const body = `${cursor} ${event.eventId}`;
  await fetch("/shown", { method: "POST", body });
  if (cursor === LAST && location.search === "?leave") {
    console.log("leaves the page");
    location.assign("about:blank");
  }
}
