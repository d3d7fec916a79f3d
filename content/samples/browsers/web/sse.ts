// A page that follows Orders with EventSource.
import { fromJsonString } from "@bufbuild/protobuf";
import { DeliverySchema } from "../../gen/shop/v1/orders_pb.ts";
import { show } from "./show.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

// #region follow
let cursor = "0"; // received, perhaps not shown
let failures = 0; // answers in a row that the browser refused

function follow(): void {
  const after = encodeURIComponent(cursor);
  const source = new EventSource(`/orders?after=${after}`);
  source.addEventListener(
    "message",
    ({ data, lastEventId }: MessageEvent<string>) => {
      cursor = lastEventId;
      failures = 0;
      const delivery = fromJsonString(DeliverySchema, data);
      if (delivery.event) {
        void show(delivery.event, delivery.cursor);
      }
    },
  );
  source.addEventListener("open", () => console.log("open"));
  source.addEventListener("error", () => {
    // After a lost connection the browser opens it again.
    if (source.readyState !== EventSource.CLOSED) return;
    // After a 502 it does not, and a new object has no last id.
    if (failures === 0) console.log("closed by the browser");
    setTimeout(follow, pauseMs(failures));
    failures += 1;
  });
}

follow();
// #endregion follow

function pauseMs(failures: number): number {
  const most = FIRST_PAUSE_MS * 2 ** failures;
  // Half of it by chance, so that not all pages come at once.
  const share = 0.5 + Math.random() / 2;
  return Math.min(most, LONGEST_PAUSE_MS) * share;
}
