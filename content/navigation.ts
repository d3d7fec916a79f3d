import type { Section } from "../src/docs/navigation.ts";

/** The order of the site. A page that is not here is an error, and so is a name without a page. */
export const navigation = [
  {
    title: "Start",
    slug: "start",
    system: "both",
    pages: ["index", "decide", "the-same-failure", "the-example", "what-articles-get-wrong"],
  },
  {
    title: "gRPC streaming",
    slug: "streaming-modes",
    system: "wire",
    pages: [
      "streaming-modes/four-kinds-of-call",
      "streaming-modes/server-streaming",
      "streaming-modes/client-streaming",
      "streaming-modes/bidirectional-streaming",
      "streaming-modes/backpressure",
      "streaming-modes/detecting-a-dead-peer",
      "streaming-modes/when-a-stream-breaks",
    ],
  },
  {
    title: "Kafka",
    slug: "kafka",
    system: "log",
    pages: [
      "kafka/the-log",
      "kafka/producing",
      "kafka/consuming",
      "kafka/kafka-as-a-queue",
      "kafka/which-node-client",
    ],
  },
  {
    title: "Kafka Streams",
    slug: "kafka-streams",
    system: "log",
    pages: [
      "kafka-streams/do-you-need-it",
      "kafka-streams/the-same-job",
      "kafka-streams/state-and-restart",
    ],
  },
  {
    title: "Guaranteed delivery",
    slug: "guaranteed-delivery",
    system: "both",
    pages: [
      "guaranteed-delivery/what-guaranteed-can-mean",
      "guaranteed-delivery/producing-without-loss",
      "guaranteed-delivery/consuming-without-loss",
      "guaranteed-delivery/exactly-once-inside-kafka",
      "guaranteed-delivery/exactly-once-with-your-database",
      "guaranteed-delivery/poison-records-and-dead-letters",
      "guaranteed-delivery/over-grpc",
      "guaranteed-delivery/over-grpc-batches-and-outbox",
      "guaranteed-delivery/testing",
    ],
  },
  {
    title: "Scalability",
    slug: "scalability",
    system: "both",
    pages: [
      "scalability/partitions-and-keys",
      "scalability/balancing-grpc",
      "scalability/a-stream-behind-a-proxy",
      "scalability/proxy-traps",
      "scalability/retention-and-replay",
    ],
  },
  {
    title: "Using both",
    slug: "using-both",
    system: "both",
    pages: [
      "using-both/a-topic-as-a-stream",
      "using-both/a-call-becomes-an-event",
      "using-both/an-outbox-with-debezium",
    ],
  },
  {
    title: "Reference",
    slug: "reference",
    system: "both",
    pages: [
      "symptoms",
      "symptoms/kafka",
      "defaults",
      "defaults/kafka-clients",
      "defaults/kafka-in-node",
      "defaults/kafka-brokers",
      "defaults/kafka-streams",
      "defaults/grpc",
      "defaults/grpc-js",
      "glossary",
      "samples",
      "verified",
    ],
  },
] as const satisfies readonly Section[];
