// Which names of kafkajs Node can import from a module.
// Run: node kafkajs-names.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";
// #region import
import kafkajs from "kafkajs";

const { KafkaJSNumberOfRetriesExceeded } = kafkajs;
// #endregion import

const run = promisify(execFile);

/** What Node says of a module that imports one name. */
async function importing(name: string): Promise<string> {
  const module = `import { ${name} } from "kafkajs";`;
  try {
    await run(process.execPath, [
      "--input-type=module",
      "--eval",
      module,
    ]);
    return "works";
  } catch (error) {
    const said = /^SyntaxError: [^.]+\./m.exec(String(error));
    return said === null ? String(error) : said[0];
  }
}

const named: object = await import("kafkajs");
const all = Object.keys(kafkajs);
const importable = all.filter((name) => name in named);
console.log(
  `${importable.length} of ${all.length} names:`,
  importable.sort().join(", "),
);
for (const name of [
  "Kafka",
  "CompressionCodecs",
  KafkaJSNumberOfRetriesExceeded.name,
])
  console.log(`import { ${name} }: ${await importing(name)}`);
