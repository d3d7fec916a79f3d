import { expect, test } from "vitest";
import type { Sample } from "../../src/check/index.ts";
import { findSubjects } from "../../src/lab/find-scenarios.ts";
import { makeFolder } from "../commands/temporary-folder.ts";

const sample = {
  id: "delivery/push",
  file: "content/samples/delivery/push.ts",
  path: "delivery/push.ts",
  text: "// Pushes.",
  neighbours: [],
  packages: {},
} as unknown as Sample;

function find(scenario: string) {
  const root = makeFolder({
    "content/samples/delivery/push.ts": sample.text,
    "content/samples/delivery/push.scenario.ts": `// What it asks for.\n${scenario}`,
  });
  return findSubjects(root, [sample]);
}
const rest = "over: () => true, heldPoints: {}, counts: () => ({}), mustHold: {},";
const exporting = (what: string): string =>
  `export default { ${rest}\n  programs: { orders: { file: "push.ts" } },\n  ${what} };`;
const place = "content/samples/delivery/push.scenario.ts";

test("a scenario may ask for a release of Kafka", async () => {
  const [subject] = await find(exporting('brokers: 1, kafka: "3.9.1"'));
  expect(subject?.scenario.kafka).toBe("3.9.1");
});

test.each([
  ["is no release", 'brokers: 1, kafka: "3.9"', '"3.9" is no release of Kafka.'],
  ["has no brokers to run", 'kafka: "3.9.1"', "it asks for Kafka 3.9.1, and has no brokers."],
  [
    "the hash of its inputs cannot read",
    'brokers: 1, kafka: ["3", "9", "1"].join(".")',
    "it asks for Kafka 3.9.1, which is not found in its text as a literal.",
  ],
])("a version that %s is refused at its line", async (_, what, words) => {
  await expect(find(exporting(what))).rejects.toThrow(
    `bad-scenario  ${place}:4: ${words}\n  Type a release, as a literal, beside the number of brokers: brokers: 1, kafka: "3.9.1"`,
  );
});

test("so is one that the text names and the scenario does not ask for", async () => {
  const text = `const other = { kafka: "3.9.1" };\n${exporting("brokers: other.kafka.length")}`;
  await expect(find(text)).rejects.toThrow(
    `${place}:2: its text names Kafka 3.9.1, and the scenario does not ask for it.`,
  );
});

test("a scenario that lacks what every run needs is said in our words", async () => {
  await expect(
    find("export default { programs: {}, over: () => true, counts: 1 };"),
  ).rejects.toThrow(`bad-scenario  ${place} cannot be loaded: it has no heldPoints, no mustHold`);
});
