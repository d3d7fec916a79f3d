import { expect, test } from "vitest";
import {
  findAddresses,
  findCreated,
  findTopicsOfPartners,
  listChecks,
} from "../../src/samples/checks.ts";

const SITE = "https://site.example";
const server = {
  id: "delivery/serve",
  path: "delivery/serve.ts",
  command: "node delivery/serve.ts",
  isFirst: true,
  isInProject: true,
};
const list = (needing: Partial<Parameters<typeof listChecks>[0]>) =>
  listChecks({ language: "ts", partners: [], ...needing }, SITE);

test("addresses are those that a program's files read, with their own defaults", () => {
  const texts = [
    'const { KAFKA_BROKERS = "localhost:9092,localhost:9093" } = process.env;',
    "const { GRPC_ADDRESS = LIST } = process.env;",
    'const {\n  DATABASE_URL = "postgres://a@b:1/c",\n} = process.env;',
  ];
  expect(findAddresses(texts)).toEqual({
    KAFKA_BROKERS: "localhost:9092,localhost:9093",
    DATABASE_URL: "postgres://a@b:1/c",
    GRPC_ADDRESS: "127.0.0.1:50051",
  });
  expect(findAddresses(["const OTHER_GRPC_ADDRESSES = 1;"])).toEqual({});
});

test("what ran beside a program is looked for where the program looks", () => {
  const [broker, database] = list({
    beside: { brokers: 3, topics: [{ name: "orders", partitions: 6 }], database: "postgres" },
    addresses: { KAFKA_BROKERS: "localhost:9092,localhost:9093" },
  });
  expect(broker).toMatchObject({
    protocol: "kafka",
    address: "localhost:9092,localhost:9093",
    topics: { orders: expect.stringContaining("--create --topic orders --partitions 6") },
    type: [
      expect.stringContaining("docker run"),
      "without Docker: https://site.example/samples/java/start-broker/",
    ],
  });
  expect(database).toMatchObject({ protocol: "postgres", variable: "DATABASE_URL" });
  expect(list({})).toEqual([]);
});

test("a server that is started before is looked for only by a program that calls it", () => {
  const partners = [server];
  expect(list({ partners, addresses: { GRPC_ADDRESS: "127.0.0.1:50051" } })).toMatchObject([
    { protocol: "tcp", type: ["in another terminal: node delivery/serve.ts"] },
  ]);
  expect(list({ partners, addresses: { KAFKA_BROKERS: "localhost:9092" } })).toEqual([]);
  const later = [{ ...server, isFirst: false }];
  expect(list({ partners: later, addresses: { GRPC_ADDRESS: "127.0.0.1:50051" } })).toEqual([]);
});

test("a proxy is looked for where the program calls one by itself", () => {
  const beside = { proxies: ["proxies/nginx.conf", "proxies/haproxy.cfg"] };
  expect(list({ beside, addresses: { GRPC_ADDRESS: "127.0.0.1:50051" } })).toEqual([]);
  const [proxied] = list({ beside, addresses: { GRPC_ADDRESS: "127.0.0.1:8080" } });
  expect(proxied).toHaveProperty("address", "127.0.0.1:8080");
  expect(proxied?.type).toEqual([
    expect.stringMatching(/^nginx /),
    expect.stringMatching(/^or: haproxy /),
    "then: export GRPC_ADDRESS=127.0.0.1:8080",
  ]);
});

test("topics that a partner creates and the program names are looked for", () => {
  const creates = { ...server, path: "streams/create-topics.ts", command: "node create" };
  const texts = ['read("order-events");'];
  const textOf = (): string => 'create("order-events", "other-topic", "retention.ms");';
  expect(findTopicsOfPartners(texts, [creates], textOf)).toEqual({ "order-events": "node create" });
  expect(findTopicsOfPartners(texts, [server], textOf)).toEqual({});
});

test("topics that the program itself creates must not be there, unless it looks by itself", () => {
  const creates = findCreated('const TOPIC = "orders";\nawait withTopics([TOPIC], work);');
  expect(creates).toEqual(["orders"]);
  expect(findCreated('await withTopics(["orders"], work);')).toEqual(["orders"]);
  expect(
    findCreated('const TOPIC = "orders"; admin.createTopics({}); admin.listTopics();'),
  ).toEqual([]);
  expect(findCreated('const TOPIC = "orders"; read(TOPIC);')).toEqual([]);
  const [broker] = list({ beside: { brokers: 1 }, creates });
  expect(broker?.creates).toEqual({ orders: expect.stringContaining("--delete --topic orders") });
  const topics = [{ name: "orders", partitions: 3 }];
  expect(list({ beside: { brokers: 1, topics }, creates })[0]).not.toHaveProperty("creates");
});
