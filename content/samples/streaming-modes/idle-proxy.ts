// A proxy for one server: it resets a stream that is silent.
import { once } from "node:events";
import {
  type ClientHttp2Stream,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";

const HOST = "127.0.0.1";

/** Resolves when it listens. */
export async function startIdleProxy(
  server: string,
  idleMs: number,
): Promise<{ address: string; close: () => void }> {
  const upstream = connect(`http://${server}`);
  // The server may be killed before its connection is closed.
  upstream.on("error", () => undefined);
  const proxy = createServer();
  proxy.on("stream", (stream, headers) => {
    const call = upstream.request(headers);
    passOn(stream, call);
    call.setTimeout(idleMs, () => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      call.close(constants.NGHTTP2_CANCEL);
    });
  });
  proxy.listen(0, HOST);
  await once(proxy, "listening");
  const bound = proxy.address();
  if (bound === null || typeof bound === "string") {
    throw new Error("not a TCP address");
  }
  return {
    address: `${HOST}:${bound.port}`,
    close() {
      upstream.destroy();
      proxy.close();
    },
  };
}

function passOn(
  stream: ServerHttp2Stream,
  call: ClientHttp2Stream,
): void {
  let last: IncomingHttpHeaders = {};
  stream.pipe(call);
  call.on("response", (answer) => {
    stream.respond(answer, { waitForTrailers: true });
    call.pipe(stream);
  });
  call.on("trailers", (trailers) => {
    last = trailers;
  });
  stream.on("wantTrailers", () => stream.sendTrailers(last));
  // A stream that was reset emits an error.
  stream.on("error", () => undefined);
  call.on("error", () => undefined);
}
