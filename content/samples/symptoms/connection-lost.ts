// What grpc-js says when a call is cut: by TCP, or by HTTP/2.
// Run: node connection-lost.ts
import { constants } from "node:http2";
import { type Act, answeredBy } from "./raw-server.ts";

const TOO_MANY_PINGS = Buffer.from("too_many_pings");

// #region cuts
const cuts: Readonly<Record<string, Act>> = {
  "the connection is closed": (_stream, socket) =>
    socket.destroy(),
  "the connection is reset": (_stream, socket) =>
    socket.resetAndDestroy(),
  "RST_STREAM, no error": (stream) =>
    stream.close(constants.NGHTTP2_NO_ERROR),
  "RST_STREAM, internal error": (stream) =>
    stream.close(constants.NGHTTP2_INTERNAL_ERROR),
  "RST_STREAM, refused": (stream) =>
    stream.close(constants.NGHTTP2_REFUSED_STREAM),
  "RST_STREAM, cancelled": (stream) =>
    stream.close(constants.NGHTTP2_CANCEL),
  // As a server that counts pings does; one of grpc-js does not.
  "GOAWAY, too many pings": ({ session }) =>
    session?.goaway(
      constants.NGHTTP2_ENHANCE_YOUR_CALM,
      0,
      TOO_MANY_PINGS,
    ),
};
// #endregion cuts

for (const [name, cut] of Object.entries(cuts)) {
  console.log(`${name}: ${await answeredBy(cut)}`);
}
