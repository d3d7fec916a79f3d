import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  Delivery,
  FollowOrdersRequest,
  Handled,
  OrderServiceService,
  PlaceOrderRequest,
  PlaceOrderResponse,
  Scan,
  ScanReport,
  WarehouseServiceService,
} from "../../../content/samples/gen/shop/v1/orders.ts";
import { nameMethods } from "../../../src/lab/tap/http2/grpc-methods.ts";
import { labelOf } from "../../../src/lab/shop/label.ts";
import type {
  Direction,
  GrpcEvent,
  KafkaEvent,
  KafkaRecord,
} from "../../../src/lab/tap/wire-event.ts";

const PROTO = readFileSync(
  new URL("../../../content/samples/shop/v1/orders.proto", import.meta.url),
  "utf8",
);
const methods = nameMethods(PROTO, [OrderServiceService, WarehouseServiceService]);

const PLACE = "/shop.v1.OrderService/PlaceOrder";
const FOLLOW = "/shop.v1.OrderService/FollowOrders";
const FULFIL = "/shop.v1.WarehouseService/FulfilOrders";
const UPLOAD = "/shop.v1.WarehouseService/UploadScans";

const span = { start: 0, end: 1, stream: 1 };

function labelOfMessage(path: string, direction: Direction, bytes: Uint8Array): string {
  return labelOf({ kind: "message", direction, path, bytes, ...span }, methods);
}

describe("messages", () => {
  const event = { eventId: "o-125.3", orderId: "o-125", warehouseId: "ams" };

  test.each<[string, string, Direction, Uint8Array]>([
    ["Delivery 500 o-125.3", FULFIL, "out", Delivery.encode({ cursor: "500", event }).finish()],
    ["Delivery 500", FOLLOW, "in", Delivery.encode({ cursor: "500" }).finish()],
    ["Handled 500", FULFIL, "in", Handled.encode({ cursor: "500" }).finish()],
    [
      "FollowOrdersRequest 0",
      FOLLOW,
      "out",
      FollowOrdersRequest.encode({ afterCursor: "0" }).finish(),
    ],
    ["FollowOrdersRequest", FOLLOW, "out", new Uint8Array(0)],
    [
      "PlaceOrderRequest o-137",
      PLACE,
      "out",
      PlaceOrderRequest.encode({ orderId: "o-137", warehouseId: "ams", address: "here" }).finish(),
    ],
    [
      "PlaceOrderResponse o-137.1",
      PLACE,
      "in",
      PlaceOrderResponse.encode({ eventId: "o-137.1" }).finish(),
    ],
    [
      "Scan o-137 s-12.0481",
      UPLOAD,
      "out",
      Scan.encode({ scanId: "s-12.0481", orderId: "o-137", shelf: "A" }).finish(),
    ],
    [
      "ScanReport",
      UPLOAD,
      "in",
      ScanReport.encode({ recorded: 3, repeatedScans: 0, unknownScanIds: [] }).finish(),
    ],
  ])("%s", (label, path, direction, bytes) => {
    expect(labelOfMessage(path, direction, bytes)).toBe(label);
  });

  test("one that cannot be decoded is named, one of an unknown method is measured", () => {
    expect(labelOfMessage(FULFIL, "out", Buffer.from("1f8b0800", "hex"))).toBe("Delivery");
    expect(labelOfMessage("/grpc.health.v1.Health/Check", "out", Buffer.alloc(7))).toBe("7 bytes");
  });
});

test.each<[string, GrpcEvent]>([
  ["FulfilOrders", { kind: "call", direction: "out", path: FULFIL, ...span }],
  ["half-close", { kind: "end", direction: "out", path: FULFIL, ...span }],
  ["0 OK", { kind: "end", direction: "in", path: FULFIL, status: 0, ...span }],
  [
    "14 UNAVAILABLE",
    { kind: "end", direction: "in", path: FULFIL, status: 14, message: "x", ...span },
  ],
  ["16 UNAUTHENTICATED", { kind: "end", direction: "in", path: FULFIL, status: 16, ...span }],
  ["end without a status", { kind: "end", direction: "in", path: FULFIL, ...span }],
  ["RST_STREAM CANCEL", { kind: "reset", direction: "out", path: FULFIL, code: "CANCEL", ...span }],
  ["PING", { kind: "frame", direction: "out", type: "PING", ack: false, ...span }],
  ["PING ack", { kind: "frame", direction: "in", type: "PING", ack: true, ...span }],
  [
    "SETTINGS",
    { kind: "frame", direction: "in", type: "SETTINGS", ack: false, detail: "A=1", ...span },
  ],
  [
    "GOAWAY NO_ERROR",
    {
      kind: "frame",
      direction: "in",
      type: "GOAWAY",
      ack: false,
      detail: "NO_ERROR, last stream 5",
      ...span,
    },
  ],
])("%s", (label, event) => {
  expect(labelOf(event, methods)).toBe(label);
});

describe("Kafka", () => {
  const record = (partition: number, eventId?: string, key: string | null = null): KafkaRecord => ({
    topic: "order-events",
    partition,
    offset: 0,
    key: key === null ? null : Buffer.from(key),
    value: null,
    headers: eventId === undefined ? {} : { "event-id": eventId },
  });
  const kafka = (
    kind: "request" | "response",
    api: string,
    records: readonly KafkaRecord[],
    body: Readonly<Record<string, unknown>> = {},
  ): KafkaEvent => ({
    kind,
    direction: kind === "request" ? "out" : "in",
    api,
    version: 1,
    correlationId: 1,
    body,
    records,
    start: 0,
    end: 1,
  });
  const commit = (topic: object): KafkaEvent =>
    kafka("request", "OffsetCommit", [], {
      GroupId: "warehouse",
      Topics: [{ ...topic, Partitions: [{ PartitionIndex: 1, CommittedOffset: 167n }] }],
    });

  test.each<[string, KafkaEvent]>([
    ["Produce order-events-1 o-125.3", kafka("request", "Produce", [record(1, "o-125.3")])],
    ["Produce order-events-1 o-125", kafka("request", "Produce", [record(1, undefined, "o-125")])],
    ["Produce", kafka("response", "Produce", [])],
    ["Fetch", kafka("request", "Fetch", [])],
    [
      "Fetch order-events-1: o-125.3, o-126.1 (+3)",
      kafka(
        "response",
        "Fetch",
        ["o-125.3", "o-126.1", "a", "b", "c"].map((id) => record(1, id)),
      ),
    ],
    [
      "Fetch order-events-0: o-1.1; order-events-1: o-2.1",
      kafka("response", "Fetch", [record(0, "o-1.1"), record(1, "o-2.1")]),
    ],
    ["OffsetCommit warehouse order-events-1:167", commit({ Name: "order-events" })],
    ["OffsetCommit", kafka("response", "OffsetCommit", [], { Topics: [] })],
    ["JoinGroup", kafka("request", "JoinGroup", [])],
  ])("%s", (label, event) => {
    expect(labelOf(event, methods)).toBe(label);
  });

  test("a commit by topic id is named by what the decoders learned", () => {
    const byId = commit({ TopicId: "AAECAw" });
    expect(labelOf(byId, methods, new Map([["AAECAw", "order-events"]]))).toBe(
      "OffsetCommit warehouse order-events-1:167",
    );
    expect(labelOf(byId, methods)).toBe("OffsetCommit warehouse AAECAw-1:167");
  });
});

test("a service that the contract does not have is refused", () => {
  const without = PROTO.replace("rpc FulfilOrders", "rpc FulfillOrders");
  expect(() => nameMethods(without, [WarehouseServiceService])).toThrow(`says "${FULFIL}"`);
});
