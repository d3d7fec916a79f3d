import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { BOOTSTRAP } from "../../../src/lab/tap/control.ts";

const divertNative = new URL("../../../src/lab/tap/divert-native.ts", import.meta.url).href;

/** A binary as librdkafka's is loaded: Node's own `dlopen` fills in what it exports. */
const program = `
  process.dlopen = (module) => {
    const keepSettings = class { constructor(...given) { this.given = given; } };
    Object.assign(module.exports, { Producer: keepSettings, KafkaConsumer: keepSettings, Topic: keepSettings });
  };
  await import(${JSON.stringify(divertNative)});
  const module = { exports: {} };
  process.dlopen(module, "librdkafka.node");
  const { Producer, KafkaConsumer, Topic } = module.exports;
  const settings = { "bootstrap.servers": "localhost:9092", "client.id": "orders" };
  const made = [new Producer(settings, null), new KafkaConsumer({}), new Topic(settings)];
  console.log(JSON.stringify({ given: made.map((it) => it.given), is: made[0] instanceof Producer }));
`;

function run(bootstrap?: string): { given: unknown[][]; is: boolean } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", program],
    {
      env: { ...process.env, ...(bootstrap === undefined ? {} : { [BOOTSTRAP]: bootstrap }) },
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout) as { given: unknown[][]; is: boolean };
}

test("a client in C is told where the brokers of the run are, and keeps its other settings", () => {
  const { given, is } = run("127.0.0.1:41234");
  expect(given[0]).toEqual([
    { "bootstrap.servers": "127.0.0.1:41234", "client.id": "orders" },
    null,
  ]);
  expect(given[1]).toEqual([{ "bootstrap.servers": "127.0.0.1:41234" }]);
  expect(is).toBe(true);
});

test("what is no client of it is left alone, and so is all without brokers", () => {
  const settings = { "bootstrap.servers": "localhost:9092", "client.id": "orders" };
  expect(run("127.0.0.1:41234").given[2]).toEqual([settings]);
  expect(run().given[0]).toEqual([settings, null]);
});
