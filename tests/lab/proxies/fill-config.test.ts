import { expect, test } from "vitest";
import {
  fillPorts,
  findLine,
  listPorts,
  replacePieces,
} from "../../../src/lab/proxies/fill-config.ts";
import { kindOfConfig } from "../../../src/lab/proxies/kinds.ts";

const NGINX = "listen 127.0.0.1:8080 http2;\nserver 127.0.0.1:50051;\nkeepalive_timeout 8080s;";
const ENVOY = "socket_address: { address: 127.0.0.1, port_value: 50051 }";

test("ports of this machine are replaced, and no other number", () => {
  expect(listPorts(`${NGINX}\n${ENVOY}`)).toEqual([8080, 50051]);
  const ports = new Map([
    [8080, 1],
    [50051, 2],
  ]);
  expect(fillPorts(NGINX, ports)).toBe(
    "listen 127.0.0.1:1 http2;\nserver 127.0.0.1:2;\nkeepalive_timeout 8080s;",
  );
  expect(fillPorts("address: 127.0.0.1\n  port_value: 8080", ports)).toMatch(/: 1$/);
  expect(fillPorts(ENVOY, ports)).toBe("socket_address: { address: 127.0.0.1, port_value: 2 }");
});

test("a piece is replaced wherever it stands, and one that is not there is refused", () => {
  const own = new Map([
    ["a.yaml", "a 90s\nb 90s"],
    ["b.yaml", "c"],
  ]);
  expect([...replacePieces(own, { "90s": "1s", c: "d" }).values()]).toEqual(["a 1s\nb 1s", "d"]);
  expect(() => replacePieces(own, { "60s": "1s" })).toThrow(
    /^bad-scenario {2}a\.yaml, b\.yaml has no "60s"/,
  );
});

test.each([
  ["nginx", 'nginx: [emerg] unknown directive "lisen" in /run/a.conf:12', "/run/a.conf", 12],
  ["HAProxy", "[ALERT] (9) : config : parsing [/run/a.cfg:23] : unknown keyword", "/run/a.cfg", 23],
  [
    "Caddy",
    "Error: adapting config using caddyfile: /run/a.caddyfile:7: unrecognized",
    "/run/a.caddyfile",
    7,
  ],
  ["a refusal without a line", "Protobuf message has unknown fields", "/run/a.yaml", 1],
])("the line that %s names is found", (_, refusal, file, line) => {
  expect(findLine(refusal, file)).toBe(line);
});

test("the ending of a configuration says for which proxy it is", () => {
  const files = ["nginx.conf", "haproxy.cfg", "envoy.yaml", "orders.caddyfile", "orders.txt"];
  expect(files.map(kindOfConfig)).toEqual(["nginx", "haproxy", "envoy", "caddy", undefined]);
});
