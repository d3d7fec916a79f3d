import { expect, test } from "vitest";
import { readFacts, rowsOf, writeFacts, type FactPage } from "../../src/search/facts.ts";

const row = {
  value: "5 ms",
  holder: "Java producer, Kafka 4.4.0",
  known: "run",
  says: "A batch waits.",
  names: [],
  isSetting: true,
} as const;
const pages: readonly FactPage[] = [
  {
    path: "/defaults/clients/",
    title: "Defaults: clients",
    system: "log",
    rows: [
      { ...row, id: "producer.linger.ms", name: "linger.ms", names: ["linger", "wait"] },
      { ...row, id: "producer.batch.size", name: "batch.size", says: "It is full." },
      { ...row, id: "producer.acks", name: "acks", says: "All answer.", value: "all" },
    ],
  },
  {
    path: "/defaults/",
    title: "Defaults",
    system: "both",
    rows: [
      {
        id: "log.order-in-a-batch",
        name: "order in a batch",
        value: "",
        holder: "Kafka 4.4.0",
        known: "ours",
        says: "It is kept.",
        names: [],
        isSetting: false,
      },
    ],
  },
];

test("what is written is read again, with the place of each row", () => {
  const facts = readFacts(writeFacts(pages));
  expect(facts).toHaveLength(4);
  expect(facts[0]).toEqual({
    ...row,
    url: "/defaults/clients/#producer.linger.ms",
    page: "Defaults: clients",
    system: "log",
    name: "linger.ms",
    names: ["linger", "wait"],
  });
  expect(facts[3]).toMatchObject({
    url: "/defaults/#log.order-in-a-batch",
    value: "",
    known: "ours",
    isSetting: false,
  });
});

test("an empty file has no facts", () => {
  expect(readFacts("")).toEqual([]);
});

test("of a page, the rows with the words are found, those with a word in the name first", () => {
  const facts = readFacts(writeFacts(pages));
  const find = (words: readonly string[]): string[] =>
    rowsOf("/defaults/clients/", new Map(words.map((word) => [word, 1])), facts).map(
      ({ name }) => name,
    );
  expect(find(["linger"])).toEqual(["linger.ms"]);
  expect(find(["batch"])).toEqual(["batch.size"]);
  expect(find(["waits", "full"])).toEqual(["linger.ms", "batch.size"]);
  expect(find(["order"])).toEqual([]);
});
