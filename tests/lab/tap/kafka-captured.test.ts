import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { decodeKafka } from "../../../src/lab/tap/kafka/kafka-decoder.ts";
import { readKafkaSchemas } from "../../../src/lab/tap/kafka/kafka-schemas.ts";
import { labelOf } from "../../../src/lab/shop/label.ts";
import type { Decoder, Direction, KafkaEvent } from "../../../src/lab/tap/wire-event.ts";
import { cutAnew, seeded, type Chunk } from "./recording.ts";

const folder = process.env["WL_KAFKA_JARS"];
const [jar] = folder === undefined ? [] : globSync(path.join(folder, "kafka-clients-*.jar"));
if (jar === undefined)
  console.warn(
    `NOT RUN: the captured Kafka runs. WL_KAFKA_JARS is ${folder === undefined ? "not set" : `"${folder}", where no kafka-clients-*.jar is`}.`,
  );

interface Line extends Chunk {
  readonly connection: string;
}

describe.skipIf(jar === undefined)("runs of real clients", () => {
  test("@platformatic/kafka: what was produced is fetched, and committed one by one", () => {
    const events = decodeRun(readRun("platformatic.txt"));
    const labels = (kind: "request" | "response", api: string): readonly string[] =>
      events
        .filter((event) => event.kind === kind && event.api === api)
        .map((event) => labelOf(event, new Map()));
    expect(labels("request", "Produce")).toEqual([
      "Produce order-events-0 o-125.1",
      "Produce order-events-0 o-125.2, o-127.1 (+1); order-events-1 o-126.1",
      "Produce order-events-0 o-128.1",
      "Produce",
      "Produce order-events-0 o-130.1",
    ]);
    // One of the five had acks 0.
    expect(labels("response", "Produce")).toHaveLength(4);
    const [fetched] = events.filter(
      ({ kind, records }) => kind === "response" && records.length > 0,
    );
    expect(
      fetched?.records.map(({ topic, partition, offset, key, value, headers }) =>
        [
          topic,
          partition,
          offset,
          String(Buffer.from(key ?? [])),
          String(Buffer.from(value ?? [])),
          headers["event-id"],
        ].join(" "),
      ),
    ).toEqual([
      "order-events 0 0 o-125 event 1 of 125 o-125.1",
      "order-events 0 1 o-125 event 2 of 125 o-125.2",
      "order-events 0 2 o-127 event 1 of 127 o-127.1",
      "order-events 0 3 o-125 event 3 of 125 o-125.3",
      "order-events 0 4 o-128 no answer o-128.1",
      "order-events 0 5 o-130 event 1 of 130 o-130.1",
      "order-events 1 0 o-126 event 1 of 126 o-126.1",
    ]);
    expect(labels("request", "OffsetCommit")).toEqual(
      ["0:1", "0:2", "0:3", "0:4", "0:5", "0:6", "1:1", "1:2"].map(
        (place) => `OffsetCommit warehouse order-events-${place}`,
      ),
    );
    expect(labels("request", "JoinGroup")).toEqual(["JoinGroup", "JoinGroup"]);
  });

  test("the Java client: topic ids get their names, transactions' markers and lz4 are not listed", () => {
    const names = new Map<string, string>();
    const events = decodeRun(readRun("java.txt"), names);
    const versions = (api: string): readonly number[] => [
      ...new Set(events.filter((event) => event.api === api).map(({ version }) => version)),
    ];
    expect(versions("Produce")).toEqual([13]);
    expect(versions("Fetch")).toEqual([18]);
    expect(versions("OffsetCommit")).toEqual([10, 9]);
    const listed = (kind: "request" | "response"): readonly string[] =>
      events
        .filter((event) => event.kind === kind)
        .flatMap(({ records }) => records)
        .map(
          ({ topic, partition, offset, headers }) =>
            `${topic}-${partition}@${offset} ${headers["event-id"]}`,
        );
    expect(listed("request")).toEqual(
      ["1@0 o-200.1", "0@0 o-201.1", "1@0 o-202.1", "0@0 o-203.1", "0@0 o-400.1"].map(
        (end) => `order-events-java-${end}`,
      ),
    );
    // The lz4 batch was offset 2; its two readers are the two groups.
    const log = ["0@0 o-201.1", "0@1 o-203.1", "0@3 o-400.1", "1@0 o-200.1", "1@1 o-202.1"].map(
      (end) => `order-events-java-${end}`,
    );
    expect(listed("response").toSorted()).toEqual([...log, ...log].toSorted());
    expect(
      events
        .filter(({ api, kind }) => api === "OffsetCommit" && kind === "request")
        .map((event) => labelOf(event, new Map(), names)),
    ).toContain("OffsetCommit warehouse-consumer order-events-java-1:2 order-events-java-0:5");
  });

  test.each(["platformatic.txt", "java.txt"])(
    "every request of %s but those with acks 0 has its response, and chunks make no difference",
    (file) => {
      const lines = readRun(file);
      const events = decodeRun(lines);
      const requests = events.filter(({ kind }) => kind === "request");
      const unanswered = requests.filter(
        ({ api, body }) => api === "Produce" && body["Acks"] === 0,
      );
      // A client that closes does not wait for its last Fetch or heartbeat.
      const open = requests.length - unanswered.length - (events.length - requests.length);
      expect(open).toBeLessThanOrEqual(3);
      for (const most of [1, 10, 1000]) {
        const random = seeded(most);
        const cut = lines.flatMap(({ connection, ...chunk }) =>
          cutAnew([chunk], most, random).map((piece) => ({ connection, ...piece })),
        );
        expect(decodeRun(cut)).toEqual(events);
      }
    },
  );
});

test("a jar without schemas is refused", () => {
  const empty = path.join(import.meta.dirname, "fixtures", "empty.zip");
  expect(existsSync(empty)).toBe(true);
  expect(() => readKafkaSchemas(empty)).toThrow("no-schemas");
});

function readRun(file: string): readonly Line[] {
  const text = readFileSync(path.join(import.meta.dirname, "fixtures", file), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [connection = "", direction, base64 = ""] = line.split(" ");
      return {
        connection,
        direction: direction as Direction,
        bytes: new Uint8Array(Buffer.from(base64, "base64")),
      };
    });
}

function decodeRun(
  lines: readonly Line[],
  names = new Map<string, string>(),
): readonly KafkaEvent[] {
  const schemas = readKafkaSchemas(jar ?? "");
  const decoders = new Map<string, Decoder>();
  return lines.flatMap(({ connection, direction, bytes }) => {
    const decoder = decoders.get(connection) ?? decodeKafka(schemas, names);
    decoders.set(connection, decoder);
    return decoder.push(direction, bytes).filter((event) => "api" in event);
  });
}
