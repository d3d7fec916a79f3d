// A reader that stops: which write says false, what is still taken.
// Run: node first-false.ts
import { getDefaultSettings } from "node:http2";
import { getDefaultHighWaterMark } from "node:stream";
import {
  Delivery,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { connect } from "../shop/connection.ts";
import { table, untilQuiet } from "./black-friday.ts";

// Every message in gRPC has its length before it.
const PREFIX_BYTES = 5;
let written = 0;
let firstFalse = 0;
let takenBytes = 0;

// #region orders
const orders = {
  followOrders(call) {
    for (const delivery of table()) {
      const { length } = Delivery.encode(delivery).finish();
      const hasRoom = call.write(delivery, () => {
        takenBytes += length + PREFIX_BYTES;
      });
      written += 1;
      if (!hasRoom && firstFalse === 0) firstFalse = written;
    }
    call.end();
  },
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

const { client, close } = await connect(orders);
const call = client.followOrders({ afterCursor: "0" });
// The call is cancelled below; that is no failure here.
call.on("error", () => {});
call.once("data", () => call.pause());
await untilQuiet(() => takenBytes);

const windowBytes = getDefaultSettings().initialWindowSize ?? 0;
const readerBytes = getDefaultHighWaterMark(false);
console.log(`write ${firstFalse} said false`);
console.log(`${takenBytes} bytes were taken all the same`);
console.log(`${windowBytes} is the window of HTTP/2`);
console.log(`${readerBytes} the buffer of Node at the reader`);
call.cancel();
await close();
