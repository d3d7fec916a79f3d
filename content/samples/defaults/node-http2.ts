// What Node itself sets for HTTP/2 and for streams.
// Run: node node-http2.ts
import { getDefaultSettings } from "node:http2";
import { getDefaultHighWaterMark } from "node:stream";

const settings = getDefaultSettings();
for (const name of [
  "initialWindowSize",
  "maxFrameSize",
  "maxConcurrentStreams",
  "headerTableSize",
  "maxHeaderListSize",
] as const) {
  console.log(`${name} = ${settings[name]}`);
}
const objects = getDefaultHighWaterMark(true);
const bytes = getDefaultHighWaterMark(false);
console.log(`objects in the buffer of a stream = ${objects}`);
console.log(`bytes in the buffer of a stream = ${bytes}`);
