import { once } from "node:events";
import http2, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http2";
import { expect, test } from "vitest";
import { CODE_LENGTHS } from "../../../src/lab/tap/http2/hpack-code-lengths.ts";
import { decodeHuffman } from "../../../src/lab/tap/http2/hpack-huffman.ts";
import { STATIC_TABLE } from "../../../src/lab/tap/http2/hpack-static-table.ts";
import { HpackDecoder, type HeaderField } from "../../../src/lab/tap/http2/hpack.ts";
import { joinChunks, listen, recordBefore, seeded } from "./recording.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

// Both peers' limits; evictions need a table that is small beside what is sent.
test.each([256, 4096, 65_536])(
  "what Node's client and server send is decoded to the same fields, table of %i bytes",
  async (headerTableSize) => {
    const settings = { headerTableSize, maxHeaderListSize: 1_000_000 };
    const random = seeded(headerTableSize);
    const sent: OutgoingHttpHeaders[] = [];
    const answered: OutgoingHttpHeaders[] = [];
    const server = http2.createServer({ settings });
    server.on("stream", (stream, headers) => {
      sent.push(headers);
      const response = { ":status": 200, ...randomHeaders(random) };
      stream.respond(response);
      stream.end();
    });
    const port = await listen(server);
    await using recorder = await recordBefore(port);
    const client = http2.connect(`http://127.0.0.1:${recorder.port}`, { settings });
    await once(client, "remoteSettings");
    for (let index = 0; index < 150; index += 1) {
      const request = client.request({ ":path": `/${index % 7}`, ...randomHeaders(random) });
      const [headers] = (await once(request, "response")) as [IncomingHttpHeaders];
      answered.push(headers);
      request.resume();
      await once(request, "close");
    }
    client.close();
    server.close();

    const [chunks = []] = recorder.connections;
    const requests = decodeBlocks(joinChunks(chunks, "out").subarray(24), headerTableSize);
    const responses = decodeBlocks(joinChunks(chunks, "in"), headerTableSize);
    expect(requests).toHaveLength(150);
    expect(requests.map(asObject)).toEqual(sent.map(asPlain));
    expect(responses.map(asObject)).toEqual(answered.map(asPlain));
  },
);

test("the static table is the one that Node means, but for three names that it will not send", async () => {
  // Node's own list, which has more names than the table.
  const names = Object.entries(http2.constants)
    .filter(([constant]) => constant.startsWith("HTTP2_HEADER_"))
    .map(([, name]) => String(name));
  const inTable = new Set(STATIC_TABLE.map(([name]) => name));
  const unsent = ["transfer-encoding", "host", "content-length"];
  const common = names.filter(
    (name) => !name.startsWith(":") && inTable.has(name) && !unsent.includes(name),
  );
  expect(common).toHaveLength(STATIC_TABLE.length - 14 - unsent.length);
  const sent = Object.fromEntries(
    common.map((name) => [name, name === "accept-encoding" ? "gzip, deflate" : "1"]),
  );
  const server = http2.createServer();
  server.on("stream", (stream, headers) => {
    stream.respond({ ":status": Number(headers["age"]), date: "now" });
    stream.end();
  });
  await using recorder = await recordBefore(await listen(server));
  const client = http2.connect(`http://127.0.0.1:${recorder.port}`);
  const statuses = ["200", "204", "206", "304", "400", "404", "500"];
  for (const age of statuses) {
    const method = age === "200" ? "GET" : "POST";
    const path = age === "200" ? "/index.html" : "/";
    const request = client.request({ ":method": method, ":path": path, ...sent, age });
    await once(request.resume().end(), "close");
  }
  client.close();
  server.close();

  const [chunks = []] = recorder.connections;
  const requests = decodeBlocks(joinChunks(chunks, "out").subarray(24), 4096).map(asObject);
  const authority = { ":scheme": "http", ":authority": `127.0.0.1:${recorder.port}` };
  expect(requests).toEqual(
    statuses.map((age) => ({
      ":method": age === "200" ? "GET" : "POST",
      ":path": age === "200" ? "/index.html" : "/",
      ...authority,
      ...sent,
      age,
    })),
  );
  expect(decodeBlocks(joinChunks(chunks, "in"), 4096).map(asObject)).toEqual(
    statuses.map((age) => ({ ":status": age, date: "now" })),
  );
});

test("the code is complete, so each of its 257 lengths is needed", () => {
  expect(CODE_LENGTHS).toHaveLength(257);
  expect(CODE_LENGTHS.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
});

test("the strings of RFC 7541, appendix C.4 and C.6", () => {
  expect(decodeHuffman(hex("f1e3 c2e5 f23a 6ba0 ab90 f4ff"))).toBe("www.example.com");
  expect(decodeHuffman(hex("d07a be94 1054 d444 a820 0595 040b 8166 e082 a62d 1bff"))).toBe(
    "Mon, 21 Oct 2013 20:13:21 GMT",
  );
});

test("entries are evicted, oldest first, when the table gets smaller", () => {
  const decoder = new HpackDecoder();
  decoder.decode(hex("4001 6101 78 4001 6201 79")); // a: x, b: y, 34 bytes each
  expect(decoder.decode(hex("be bf"))).toEqual([
    ["b", "y"],
    ["a", "x"],
  ]);
  expect(decoder.decode(hex("3f25 bf"))).toEqual([["a", "x"]]); // 68 bytes
  expect(decoder.decode(hex("3f24 be"))).toEqual([["b", "y"]]); // 67 bytes
  expect(() => decoder.decode(hex("bf"))).toThrow("no entry 63");
});

test.each([
  ["an index of nothing", "80", "no entry 0"],
  ["an index beyond the table", "be", "no entry 62"],
  ["a string longer than its block", "0001 61 05 62", "longer than its block"],
  ["a block that ends within a field", "0001 61", "ends within a field"],
  ["an integer that never ends", "ff ff ff ff ff ff ff", "more than five bytes"],
  ["a table size after a field", "82 20", "after a field"],
  ["a table larger than allowed", "3f e2 1f", "the peer allows 4096"],
  ["padding of zeros", "0001 61 81 18", "ends within a code"],
  ["padding of a whole byte", "0001 61 82 1f ff", "ends within a code"],
  ["the end's own code", "0001 61 84 ff ff ff ff", "a code for its end"],
])("%s is refused", (_, bytes, message) => {
  expect(() => new HpackDecoder().decode(hex(bytes))).toThrow(message);
});

/** Few names and many values, some long, some never to be indexed, all that HTTP allows in a value. */
function randomHeaders(random: () => number): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const secret: string[] = [];
  for (let count = Math.floor(random() * 8); count > 0; count -= 1) {
    const name = `x-${Math.floor(random() * 20)}`;
    const length = random() < 0.02 ? 20_000 : Math.floor(random() * 60);
    const codes = Array.from({ length }, () => {
      const code = 0x21 + Math.floor(random() * (0x100 - 0x21));
      return code === 0x7f ? 0x7e : code;
    });
    headers[name] = random() < 0.3 ? "the same again" : String.fromCharCode(...codes);
    if (random() < 0.2) secret.push(name);
  }
  return { ...headers, [http2.sensitiveHeaders]: secret };
}

function decodeBlocks(bytes: Buffer, tableBytes: number): (readonly HeaderField[])[] {
  const decoder = new HpackDecoder();
  decoder.allowTable(tableBytes);
  const blocks: (readonly HeaderField[])[] = [];
  let parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUIntBE(at, 3);
    const type = bytes.readUInt8(at + 3);
    const flags = bytes.readUInt8(at + 4);
    const payload = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length;
    if (type !== 1 && type !== 9) continue;
    parts.push(flags & 0x20 ? payload.subarray(5) : payload);
    if (!(flags & 0x4)) continue;
    blocks.push(decoder.decode(Buffer.concat(parts)));
    parts = [];
  }
  return blocks;
}

function asObject(fields: readonly HeaderField[]): Record<string, string> {
  return Object.fromEntries(fields);
}

function asPlain(headers: OutgoingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
