// A page that follows Orders with EventSource.
import { fromJsonString } from "@bufbuild/protobuf";
import { DeliverySchema } from "../../gen/shop/v1/orders_pb.ts";
import { show } from "./show.ts";

// #region follow
const source = new EventSource("/orders");

source.addEventListener(
  "message",
  ({ data }: MessageEvent<string>) => {
    const delivery = fromJsonString(DeliverySchema, data);
    if (delivery.event) {
      void show(delivery.event, delivery.cursor);
    }
  },
);

// The browser connects again by itself, with the last id.
source.addEventListener("error", () => {
  const isOver = source.readyState === EventSource.CLOSED;
  console.log(isOver ? "given up" : "connects again");
});
// #endregion follow
