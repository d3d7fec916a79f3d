import { expect, test, vi } from "vitest";
import type { BrokerSource } from "../../../src/lab/broker/source.ts";
import {
  brokersOf,
  findLack,
  findLackOfRun,
  findParts,
  type Parts,
} from "../../../src/lab/verify/find-parts.ts";
import type { Candidate, Work } from "../../../src/lab/verify/plan-work.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands } from "../jvm/fake-command.ts";

const docker: BrokerSource = { kind: "docker", version: "28", kafka: "4.4.0" };
const own: BrokerSource = { kind: "own", bootstrap: ["one:9092"] };
const inJava: BrokerSource = {
  kind: "java",
  java: { command: "java", version: "17", major: 17, build: "" },
  jars: { folder: "jars", files: [] },
  kafka: "4.4.0",
};

function subject(kafka?: string): Candidate {
  const needs = {
    broker: true,
    browser: false,
    database: false,
    java: false,
    junit: false,
    native: false,
    long: false,
  };
  const scenario = { brokers: 1, heldPoints: { nothing: {} }, ...(kafka && { kafka }) };
  return { sample: { file: "content/samples/a/b.ts" }, scenario, needs } as unknown as Candidate;
}
const findFor = (source: BrokerSource, ...subjects: readonly Candidate[]) =>
  findParts(
    subjects.map((it) => ({ subject: it, request: { at: "nothing" } }) as Work),
    {
      guard: undefined as never,
      source: () => Promise.resolve(source),
      browser: () => {
        throw new Error("not asked for");
      },
      database: () => {
        throw new Error("not asked for");
      },
      proxy: () => {
        throw new Error("not asked for");
      },
      java: () => Promise.reject(new Error("not asked for")),
      native: () => Promise.reject(new Error("not asked for")),
    },
  );

test("a scenario has the lab's own Kafka, or the release that it asks for", async () => {
  const older = subject("3.9.1");
  const parts = await findFor(docker, subject(), older);
  expect(brokersOf(parts, subject().scenario)).toMatchObject({ kafka: "4.4.0" });
  expect(brokersOf(parts, older.scenario)).toMatchObject({ kind: "docker", kafka: "3.9.1" });
});

test("a cluster of one's own runs nothing that asks for a release", async () => {
  const older = subject("3.9.1");
  const parts = await findFor(own, subject(), older);
  expect(findLack(subject(), parts, true)).toBeUndefined();
  expect(findLack(older, parts, true)).toBe("broker");
});

test("a release that there is not is said at the scenario", async () => {
  onMaven("echo '[ERROR] Could not find artifact kafka:jar:3.9.99'; exit 1");
  await expect(findFor(inJava, subject("3.9.99"))).rejects.toThrow(
    /^unknown-kafka {2}content\/samples\/a\/b\.scenario\.ts says kafka: "3\.9\.99", and .*\n.*kafka: "3\.9\.1"$/,
  );
});

test("one that cannot be downloaded is a broker that is missing, and the rest is run", async () => {
  onMaven("echo '[ERROR] Unknown host'; exit 1");
  const older = subject("3.9.1");
  const parts = await findFor(inJava, subject(), older);
  expect(findLack(subject(), parts, true)).toBeUndefined();
  expect(findLack(older, parts, true)).toBe("broker");
});

test("only the run behind a proxy that is not here is left out", () => {
  const scenario = {
    proxies: { HAProxy: { config: "haproxy.cfg" } },
    heldPoints: { nothing: {}, HAProxy: { behind: "HAProxy" } },
  };
  const needs = { broker: false, database: false, java: false, junit: false, native: false };
  const behind = { scenario, needs } as unknown as Candidate;
  const parts = { proxies: new Map([["haproxy", { kind: "none", why: "" }]]) } as unknown as Parts;
  const lack = (at: string) =>
    findLackOfRun({ subject: behind, request: { at } } as Work, parts, true);
  expect([lack("nothing"), lack("HAProxy")]).toEqual([undefined, "proxy"]);
});

function onMaven(download: string): void {
  const mvn = `case "$*" in *--version) echo Apache Maven 3.9.9;; *) ${download};; esac`;
  vi.stubEnv("PATH", makeCommands({ mvn }));
  vi.stubEnv("XDG_CACHE_HOME", makeFolder({}));
}
