import path from "node:path";
import { expect, test } from "vitest";
import { readJavaImports } from "../../src/compile/java-imports.ts";
import { sampleId, SAMPLES_FOLDER, type SampleFile } from "../../src/samples/find-samples.ts";

const root = "/site";

test("a class is known by its name in kebab case, without Maven's folder", () => {
  expect(sampleId("java/main/ReadDefaults.java")).toBe("java/read-defaults");
  expect(sampleId("java/test/CountOrdersTest.java")).toBe("java/count-orders-test");
  expect(sampleId("java/main/AClientOverHTTP2.java")).toBe("java/a-client-over-http2");
  expect(sampleId("java/pom.xml")).toBe("java/pom-xml");
});

test("needs its project's pom.xml and the classes there that it names, and theirs", () => {
  const found = read({
    "java/pom.xml": "<project/>",
    "java/main/CountOrders.java": "class CountOrders { Book book; }",
    "java/main/Book.java": "class Book {}",
    "java/main/Unrelated.java": "class Unrelated { Bookshelf none; }",
    "java/test/CountOrdersTest.java": "class CountOrdersTest { CountOrders it; }",
    "other/main/Book.java": "class Book {}",
  });
  expect(found("java/main/CountOrders.java")?.neighbours).toEqual([
    "java/main/Book.java",
    "java/pom.xml",
  ]);
  expect(found("java/test/CountOrdersTest.java")?.neighbours).toEqual([
    "java/main/CountOrders.java",
    "java/pom.xml",
  ]);
  expect(found("java/main/Unrelated.java")?.neighbours).toEqual(["java/pom.xml"]);
  expect(found("other/main/Book.java")?.neighbours).toEqual([]);
});

test("names imported from Kafka take its hue, and where imports end is known", () => {
  const text = [
    "// Counts.",
    "import static org.apache.kafka.streams.StreamsConfig.STATE_DIR_CONFIG;",
    "import java.util.Map;",
    "import org.apache.kafka.streams.KafkaStreams;",
    "import org.apache.kafkaesque.Bug;",
    "",
    "class A {}",
  ].join("\n");
  const imports = read({ "java/main/A.java": text })("java/main/A.java");
  expect(imports?.hues).toEqual({ STATE_DIR_CONFIG: "kafka", KafkaStreams: "kafka" });
  expect(imports?.systems).toEqual(["kafka"]);
  expect(imports?.importCount).toBe(4);
  expect(text.slice(imports?.importsEnd)).toBe("\n\nclass A {}");
});

/** The imports of these files; neighbours as paths below the folder of samples. */
function read(files: Readonly<Record<string, string>>) {
  const samples = Object.entries(files).map(([file, source]): SampleFile => ({
    id: sampleId(file),
    path: file,
    file: `${SAMPLES_FOLDER}/${file}`,
    source,
    text: source,
    language: file.endsWith(".java") ? "java" : "xml",
    generated: false,
    title: "",
    regions: [],
    sha256: "",
  }));
  const imports = readJavaImports(root, samples);
  return (file: string) => {
    const found = imports.get(path.join(root, SAMPLES_FOLDER, file));
    return (
      found && {
        ...found,
        neighbours: found.neighbours.map((it) =>
          path.relative(path.join(root, SAMPLES_FOLDER), it),
        ),
      }
    );
  };
}
