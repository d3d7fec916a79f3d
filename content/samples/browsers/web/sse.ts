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

// After a lost connection the browser opens it again by itself.
source.addEventListener("open", () => console.log("open"));
source.addEventListener("error", () => {
  if (source.readyState !== EventSource.CLOSED) return;
  console.log("given up");
});
// #endregion follow
