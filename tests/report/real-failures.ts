import { readFileSync } from "node:fs";
import path from "node:path";
import { checkSite } from "../../src/check/index.ts";
import { readOptions, readCount } from "../../src/commands/read-options.ts";
import { runToEnd } from "../../src/install/child.mjs";
import { findNode24 } from "../../src/install/node-24.mjs";
import { findSubjects } from "../../src/lab/find-scenarios.ts";
import { placeOf } from "../../src/lab/java/prepare.ts";
import { applyCounterfactual } from "../../src/lab/run/counterfactual.ts";
import { orGiveUp } from "../../src/lab/run/give-up.ts";
import { ByteReader } from "../../src/lab/tap/byte-reader.ts";
import { readSettings } from "../../src/lab/tap/http2/frames.ts";
import { decodeGrpc } from "../../src/lab/tap/http2/grpc-decoder.ts";
import { MessageReader } from "../../src/lab/tap/http2/grpc-messages.ts";
import { nameMethods } from "../../src/lab/tap/http2/grpc-methods.ts";
import { HpackDecoder } from "../../src/lab/tap/http2/hpack.ts";
import { parseKafkaSchemas, readKafkaSchemas } from "../../src/lab/tap/kafka/kafka-schemas.ts";
import { requireProof } from "../../src/proof/proof.ts";
import { Failure } from "../../src/report/failure.mjs";
import { portTaken, readAddress } from "../../src/serve/address.ts";
import { startServer } from "../../src/serve/serve.ts";
import { runCommand } from "../commands/run-command.ts";
import { makeFolder } from "../commands/temporary-folder.ts";
import { layOutSite } from "../sites/lay-out-site.ts";
import { slugOf } from "./expected-issues.ts";

/** Failures that take long to bring about, as other tests expect them: paths from `tests`. */
const EXPECTED = ["lab/runs/no-such-sample.txt", "sites/build-failed.txt"];

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const unreadableSchema = (type: "request" | "response"): string =>
  JSON.stringify({
    apiKey: 0,
    type,
    name: "Produce",
    validVersions: "0",
    flexibleVersions: "none",
    fields: [{ name: "Topics", type: "TopicData", versions: "0+" }],
  });

/** A module, and a program that the lab cannot start; they are checked once. */
const SAMPLES = {
  "samples/kafka/loop.ts": "// A loop.\nexport const loop = 1;\n",
  "samples/kafka/run.ts": "// A program.\n// Run: python run.py\nconsole.log(1);\n",
};
const checked = layOutSite("failures", SAMPLES).then((root) => checkSite(root, { lint: false }));

/** Has the lab look for what to run, with this file beside the module. */
async function findToRun(scenario: Readonly<Record<string, string>> = {}): Promise<void> {
  const files = Object.entries({ ...SAMPLES, ...scenario });
  const content = files.map(([file, text]): [string, string] => [`content/${file}`, text]);
  const root = makeFolder({ "package.json": "{}", ...Object.fromEntries(content) });
  await findSubjects(root, (await checked).samples);
}
const SCENARIO = "samples/kafka/loop.scenario.ts";

/** Calls and commands that fail quickly, each with another failure. */
const FAILING: readonly (() => unknown)[] = [
  () => readCount("repeat", "0"),
  () =>
    readOptions({ command: "npm start", options: { "no-build": { type: "boolean" } } }, [
      "--no-biuld",
    ]),
  () => readAddress({ PORT: "80a" }, "npm start"),
  () => Promise.reject(portTaken(4321, "npm start")),
  // An address for documents: no machine has it.
  () => startServer({ directory: ".", host: "203.0.113.1", port: 0 }),
  () =>
    findNode24(makeFolder({}), {
      versions: { node: "22.18.0" },
      execPath: "/usr/bin/node",
      platform: "linux",
      arch: "riscv64",
    }),
  () => requireProof(makeFolder({ "package-lock.json": "{}" })),
  () => runToEnd("no-such-program", []),
  () => findSubjects(makeFolder({ "content/samples/kafka/consum.scenario.ts": "" }), []),
  () => findToRun(),
  () => findToRun({ [SCENARIO]: "export const scenario = {};\n" }),
  () => findToRun({ [SCENARIO]: 'export default { programs: { loop: { file: "lop.ts" } } };\n' }),
  () =>
    placeOf(
      { file: "ReadDefaults.java" },
      { samples: "content/samples", folder: "content/samples/java" },
    ),
  () => {
    const folder = makeFolder({ "follow-orders.ts": "// Follow orders.\n" });
    const line = "await commit(message);";
    const taken = { file: "follow-orders.ts", line, says: "", fails: { at: "", counts: {} } };
    return applyCounterfactual(taken, folder, folder, { kind: "none", why: "" });
  },
  () => orGiveUp(Promise.withResolvers<never>().promise, AbortSignal.abort()),
  () => readKafkaSchemas("tests/lab/tap/fixtures/empty.zip"),
  () => parseKafkaSchemas([unreadableSchema("request"), unreadableSchema("response")]),
  () => new ByteReader(new Uint8Array(2)).int32(),
  () => readSettings(new Uint8Array(5)),
  () => decodeGrpc().push("out", text("GET / HTTP/1.1\r\n")),
  () => new MessageReader().add(text("<html"), 0),
  // An entry of the table that senders fill, before anything was put into it.
  () => new HpackDecoder().decode(Uint8Array.of(0xbe)),
  () => {
    const method = { requestDeserialize: () => "", responseDeserialize: () => "" };
    return nameMethods(
      "package shop.v1;\nservice Orders {\n  rpc Push(Delivery) returns (Handled);\n}\n",
      [{ pull: { path: "/shop.v1.Orders/Pull", ...method } }],
    );
  },
  () => endOf("main.mjs", ["strat"]),
  () => endOf("start.ts", ["--no-build"]),
];

/** Makes every one of them fail: slug → what it says. @throws Error when one does not fail */
export async function makeFailures(): Promise<Map<string, string>> {
  const messages = FAILING.map(async (fail) => {
    try {
      await fail();
    } catch (error) {
      // A command is typed otherwise on Windows.
      if (error instanceof Failure)
        return [error.slug, error.message.replace(/set PORT=(\d+)&&/, "PORT=$1")] as const;
      throw error;
    }
    throw new Error(`This did not fail: ${fail.toString()}`);
  });
  const expected = EXPECTED.map((file) => {
    const message = readFileSync(path.join(import.meta.dirname, "..", file), "utf8").trimEnd();
    return [slugOf(message), message] as const;
  });
  return new Map([...expected, ...(await Promise.all(messages))]);
}

/** A failure as a command prints it, in an empty folder, before it ends. */
async function endOf(file: string, options: readonly string[]): Promise<void> {
  const command = runCommand(makeFolder({}), file, options, { PORT: "0" });
  await command.ended;
  const [, slug = "", what = ""] = /^([a-z-]+) {2}([^]*?)\n$/.exec(command.output()) ?? [];
  if (slug === "unknown-command" || slug === "not-built") throw new Failure(slug, what);
}
