import { beforeAll, expect, test } from "vitest";
import { checkSite, type CheckedSite } from "../../src/check/index.ts";
import { howToStart, projectFiles } from "../../src/samples/project.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

const counts = `// Counts orders.
// Run: mvn -q compile exec:java -Dexec.mainClass=CountOrders
import org.apache.kafka.streams.StreamsBuilder;

public class CountOrders {
  // #region count
  static void count(StreamsBuilder builder) {
    builder.stream(Names.EVENTS);

    // Nothing else.
  }
  // #endregion count
}
`;
let site: CheckedSite;
beforeAll(async () => {
  const root = await layOutSite("java-samples", {
    "docs/kafka/page.mdx":
      '<Sample file="java/main/CountOrders.java" region="count" />\n\n<Sample file="java/main/CountOrders.java" />\n',
    "samples/java/pom.xml": "<!-- The project. -->\n<project />\n",
    "samples/java/main/CountOrders.java": counts,
    "samples/java/main/Names.java": "// Names of topics.\nclass Names {}\n",
    "samples/java/main/Other.java": "// Another.\nclass Other {}\n",
    "samples/java/target/classes/notes.txt": "what Maven leaves\n",
  });
  site = await checkSite(root, { lint: false });
});

test("a Java project is read with its pom.xml; what Maven makes is not", () => {
  expect(site.samples.map(({ id, title }) => [id, title])).toEqual([
    ["java/count-orders", "Counts orders."],
    ["java/names", "Names of topics."],
    ["java/other", "Another."],
    ["java/pom-xml", "The project."],
  ]);
  expect(site.issues.map(({ slug, file }) => [slug, file])).toEqual([
    ["missing-receipt", "content/samples/java/main/CountOrders.java"],
  ]);
  expect(site.samples[0]?.systems).toEqual(["kafka"]);
});

test("a region is its lines, moved to the left; of a whole file the head is folded", () => {
  const [region, whole] = site.blocks.get("content/docs/kafka/page.mdx") ?? [];
  expect(region?.code).toBe(
    "static void count(StreamsBuilder builder) {\n  builder.stream(Names.EVENTS);\n\n  // Nothing else.\n}",
  );
  expect(region?.hues).toEqual({ StreamsBuilder: "kafka" });
  expect(whole?.preface?.imports).toBe(1);
  expect(whole?.code).toMatch(/^public class CountOrders \{\n {2}static void/);
});

test("as a project it is the reader's folder: pom.xml, its file, and the classes that it names", () => {
  const files = new Map(site.samples.map(({ path, text }) => [path, text]));
  const [sample] = site.samples;
  if (sample === undefined) throw new Error("no sample");
  const tools = {
    typescript: "",
    typesNode: "",
    types: {},
    checkNeeds: "",
    locked: {},
    site: "https://site.example",
  };
  const project = projectFiles({ ...sample, partners: [], output: [] }, files, tools);
  expect([...project.keys()].sort()).toEqual(
    ["README.md", "main/CountOrders.java", "main/Names.java", "pom.xml"].sort(),
  );
  expect(howToStart(sample)).toBe("mvn -q compile exec:java -Dexec.mainClass=CountOrders");
});
