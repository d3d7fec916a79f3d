// What grpc-js says when a proxy answers, and no gRPC server.
// Run: node a-proxy-answers.ts
import { type Act, answeredBy } from "./raw-server.ts";

/** A page of HTML, as from a gateway. */
function page(status: number): Act {
  return (stream) => {
    stream.respond({
      ":status": status,
      "content-type": "text/html",
    });
    stream.end("<html>The shop is closed.</html>");
  };
}

/** A message, and the trailers that a gRPC server ends with. */
function message(body: Uint8Array, withStatus: boolean): Act {
  return (stream) => {
    stream.respond(
      { ":status": 200, "content-type": "application/grpc" },
      { waitForTrailers: withStatus },
    );
    stream.on("wantTrailers", () =>
      stream.sendTrailers({ "grpc-status": "0" }),
    );
    stream.end(body);
  };
}

// A flag, a length of two, and a field that is cut off.
const NOT_OURS = Uint8Array.of(0, 0, 0, 0, 2, 0x0a, 0x7f);
const NOTHING = new Uint8Array();

for (const status of [401, 403, 404, 429, 500, 502, 503, 504]) {
  console.log(await answeredBy(page(status)));
}
for (const [name, answer] of Object.entries({
  "a page with 200": page(200),
  "trailers lost": message(NOTHING, false),
  "no message": message(NOTHING, true),
  "another message": message(NOT_OURS, true),
})) {
  console.log(`${name}: ${await answeredBy(answer)}`);
}
