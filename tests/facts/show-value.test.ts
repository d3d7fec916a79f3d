import { expect, test } from "vitest";
import { showHolder } from "../../src/facts/show-value.ts";

test.each([
  ["broker", "Kafka 4.3.1", "Broker, Kafka 4.3.1"],
  ["grpc-js", "grpc-js 1.14.7", "grpc-js 1.14.7"],
  ["gRPC for Go", "gRPC documents", "gRPC for Go, gRPC documents"],
])("%s of %s is shown as %s", (of, holds, shown) => {
  expect(showHolder({ of, holds })).toBe(shown);
});
