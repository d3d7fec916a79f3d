import { describe, expect, test } from "vitest";
import { likelyPages, wordsOfAddress } from "../../src/docs/likely-pages.ts";

const pages = [
  { title: "Backpressure", path: "/streaming-modes/backpressure/" },
  { title: "Consuming", path: "/kafka/consuming/" },
  { title: "The log", path: "/kafka/the-log/" },
  { title: "Exactly once inside Kafka", path: "/guaranteed-delivery/exactly-once-inside-kafka/" },
];
const found = (address: string): string[] => likelyPages(address, pages).map(({ title }) => title);

describe("an address without a page", () => {
  test("is cut into words, without endings and what other sites put first", () => {
    expect(wordsOfAddress("/en/docs/kafka/Flow_control.html")).toEqual([
      "kafka",
      "flow",
      "control",
    ]);
    expect(wordsOfAddress("/%E0%A4%A/kafka/")).toEqual(["e0", "a4", "kafka"]);
    expect(wordsOfAddress("/")).toEqual([]);
  });

  test("leads to the page with its words first, then to pages that share some", () => {
    expect(found("/kafka/consuming.html")).toEqual([
      "Consuming",
      "The log",
      "Exactly once inside Kafka",
    ]);
    expect(found("/grpc/backpressure/")).toEqual(["Backpressure"]);
  });

  test("may be misspelt, or name half of a word", () => {
    expect(found("/backpresure/")).toEqual(["Backpressure"]);
    expect(found("/consume/")).toEqual(["Consuming"]);
    expect(found("/pressure/")).toEqual(["Backpressure"]);
  });

  test("leads nowhere when no page is like it", () => {
    expect(found("/wp-login.php")).toEqual([]);
  });
});
